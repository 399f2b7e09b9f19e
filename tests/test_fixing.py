"""What a fix changes, and all that it leaves."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import projects
from pipeline import check, dictionaries, fixes, fixing, po, spelling, store, walk
from pipeline.article import parse
from pipeline.errors import StoreError
from pipeline.findings import Finding
from pipeline.fixing import Edit
from pipeline.fixing.spans import changes
from pipeline.identifier import Identifier
from pipeline.model import Catalog, Place
from pipeline.prose import passages
from pipeline.results import Result, Suppressed
from projects import Project


def edit(line: int, column: int, text: str, new: str | None, path: str = "a.md") -> Edit:
    """Give an edit of prose."""
    return Edit(Place(path, line, column), text, new)


def article(text: str, *edits: Edit, unsafe: bool = False) -> str:
    """Fix an article."""
    return fixing.fix_article(text.encode(), "a.md", edits, unsafe=unsafe).data.decode()


def catalog(text: str, *edits: Edit) -> str:
    """Fix a catalog."""
    return fixing.fix_catalog(text.encode(), "fr.po", edits).data.decode()


@pytest.mark.parametrize(
    ("text", "one", "fixed"),
    [
        ("Of teh sea.\n", edit(1, 4, "teh", "the"), "Of the sea.\n"),
        ("Of teh sea.\r\n\r\nB.", edit(1, 4, "teh", "the"), "Of the sea.\r\n\r\nB."),
        ("\ufeffOf teh sea.\n", edit(1, 4, "teh", "the"), "\ufeffOf the sea.\n"),
        ("---\ntitle: Of teh sea\n---\nA.\n", edit(2, 11, "teh", "the"), None),
        ("Of the\nthe sea.\n", edit(1, 4, "the the", "the"), "Of the sea.\n"),
        ("> Of the\n> the sea.\n", edit(1, 6, "the the", "the"), "> Of the sea.\n"),
        ("> Over\n> tiem.\n", edit(1, 3, "Over tiem", "Over time"), "> Over\n> time.\n"),
        ("Of sea", edit(1, 4, "sea", "sea."), "Of sea."),
        ("A\ttab teh.", edit(1, 7, "teh", "the"), "A\ttab the."),
        ("Of *teh* sea.\n", edit(1, 5, "teh", "the"), "Of *the* sea.\n"),
        ("[teh](teh.md)\n", edit(1, 2, "teh", "the"), "[the](teh.md)\n"),
        ("| a |\n|---|\n| teh |\n", edit(3, 3, "teh", "the"), "| a |\n|---|\n| the |\n"),
        ("[a](b.md 'teh')\n", edit(1, 11, "teh", "the"), "[a](b.md 'the')\n"),
    ],
)
def test_article_is_fixed(text: str, one: Edit, fixed: str | None) -> None:
    """The words change, and nothing else: line ends, marks, wraps and markup stay."""
    assert article(text, one) == (fixed or text.replace("teh", "the"))


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Of the sea.\n", edit(1, 4, "teh", "the")),
        ("Of *te*h sea.\n", edit(1, 4, "teh", "the")),
        ("Of teh\n\nsea.\n", edit(1, 4, "teh sea", "the sea")),
        ("`teh` sea.\n", edit(1, 2, "teh", "the")),
        ("```\nteh\n```\n\nSea.\n", edit(2, 1, "teh", "the")),
        ("[the](teh.md)\n", edit(1, 7, "teh", "the")),
        ("Of teh sea.\n", edit(9, 1, "teh", "the")),
        ("Of teh sea.\n", edit(1, 99, "teh", "the")),
    ],
)
def test_what_reads_otherwise_is_left(text: str, one: Edit) -> None:
    """A place that does not read what was found, or that is no prose, is left as it is."""
    assert article(text, one) == text


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Of teh sea.\n", edit(1, 4, "teh", "*the*")),
        ("Of teh sea.\n", edit(1, 4, "teh", "`the`")),
        ("Of teh sea.\n", edit(1, 4, "teh", "<b>the</b>")),
        ("Of teh sea.\n", edit(1, 4, "teh", "&amp;")),
        ("Teh sea.\n", edit(1, 1, "Teh", "- The")),
        ("Teh sea.\n", edit(1, 1, "Teh", "# The")),
        ("Teh sea.\n", edit(1, 1, "Teh", "    The")),
        ("Teh sea.\n", edit(1, 1, "Teh", "1. The")),
        ("Teh sea.\n", edit(1, 1, "Teh", "<!-- a -->")),
        ("Of the\nteh. Sea.\n", edit(1, 4, "the teh", "the\n\nx")),
        ("---\ntitle: Teh sea\n---\nA.\n", edit(2, 8, "Teh", "The: a")),
        ("---\ntitle: Teh sea\ndraft: true\n---\nA.\n", edit(2, 8, "Teh", '"')),
    ],
)
def test_fix_makes_no_markup(text: str, one: Edit) -> None:
    """What the parser would read as more than words is not written."""
    assert article(text, one) == text


def test_address_of_a_heading_is_kept() -> None:
    """Links lead to a heading: it is fixed only where somebody will look."""
    one = edit(1, 6, "teh", "the")
    assert article("# Of teh sea\n", one) == "# Of teh sea\n"
    assert article("# Of teh sea\n", one, unsafe=True) == "# Of the sea\n"
    assert article("# Of teh sea {#sea}\n", one) == "# Of the sea {#sea}\n"


def test_bad_edit_does_not_hold_the_others() -> None:
    """One edit that cannot be made leaves the rest."""
    edits = [edit(1, 1, "Teh", "The"), edit(1, 5, "see", "*sea*"), edit(1, 9, "adn", "and")]
    assert article("Teh see adn sky.\n", *edits) == "The see and sky.\n"


def test_of_two_that_overlap_the_first_is_made() -> None:
    """What overlaps waits for the next round."""
    edits = [edit(1, 1, "the the", "the"), edit(1, 5, "the the", "the")]
    assert article("the the the sea.\n", *edits) == "the the sea.\n"


def test_what_is_let_be_is_not_touched() -> None:
    """An edit that reaches into suppressed text is not made."""
    edits = [edit(1, 1, "Teh sea", "The sea"), edit(1, 5, "sea", None), edit(1, 9, "adn", "and")]
    assert article("Teh sea adn sky.\n", *edits) == "Teh sea and sky.\n"


def test_place_is_that_in_the_new_text() -> None:
    """What was done is known by where it stands now."""
    edits = [edit(1, 1, "Tehh", "The"), edit(1, 6, "see", "sea")]
    done = fixing.fix_article(b"Tehh see.\n", "a.md", edits).done
    assert [one.place.column for one in done] == [1, 5]


HEAD = 'msgid ""\nmsgstr "Language: fr\\n"\n\n'


@pytest.mark.parametrize(
    ("text", "one", "fixed"),
    [
        ('msgstr "la mre"', edit(5, 12, "mre", "mer"), 'msgstr "la mer"'),
        ('msgstr ""\n"la "\n"mre"', edit(6, 2, "la mre", "la mer"), 'msgstr ""\n"la "\n"mer"'),
        ('msgstr ""\n"la "\n"la mer"', edit(6, 2, "la la", "la"), 'msgstr ""\n"la"\n" mer"'),
        ('msgstr "\\"mre\\" a"', edit(5, 9, '"mre"', '"mer"'), 'msgstr "\\"mer\\" a"'),
        ('msgstr "mre"', edit(5, 9, "mre", 'la "mer"'), 'msgstr "la \\"mer\\""'),
        ('msgstr "la  \\nmre"', edit(5, 15, "mre", "mer"), 'msgstr "la  \\nmer"'),
        ('msgstr "la mre" ', edit(5, 12, "mre", "mer"), 'msgstr "la mer" '),
    ],
)
def test_catalog_is_fixed(text: str, one: Edit, fixed: str) -> None:
    """A translation changes between its quotation marks; its lines stay wrapped as they were."""
    one = replace(one, place=replace(one.place, path="fr.po"))
    file = f'{HEAD}msgid "sea"\n{{}}\n\n# Last.\nmsgid "b"\nmsgstr ""\n'
    assert catalog(file.format(text), one) == file.format(fixed)


@pytest.mark.parametrize(
    "one",
    [
        edit(4, 8, "sea", "see", "fr.po"),
        edit(2, 9, "Language", "Longuage", "fr.po"),
        edit(5, 9, "mer", "*mer*", "fr.po"),
        edit(5, 9, "mer", "\udcff", "fr.po"),
        edit(5, 9, "mre", "mer", "fr.po"),
        edit(7, 3, "A", "B", "fr.po"),
    ],
)
def test_only_translations_of_a_catalog_are_fixed(one: Edit) -> None:
    """Sources, header, comments and markup are not for a fix of prose."""
    file = f'{HEAD}msgid "sea"\nmsgstr "mer"\n\n# A comment.\n'
    assert catalog(file, one) == file


def test_literal_edit_may_mend_markup() -> None:
    """A rule about translations sees the text as it is written."""
    one = replace(edit(5, 9, r"\[a\] (u)", "[a](u)", "fr.po"), literal=True)
    file = f'{HEAD}msgid "[a](u)"\nmsgstr "{{}}"\n'
    assert catalog(file.format(r"\\[a\\] (u)"), one) == file.format("[a](u)")


def test_other_charset_is_kept() -> None:
    """A catalog in Latin-1 stays one, and what it cannot hold is not written."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\n'
    data = f'{head}msgid "a"\nmsgstr "été mre"\n'.encode("latin-1")
    place = Place("fr.po", 5, 13)
    fixed = fixing.fix_catalog(data, "fr.po", [Edit(place, "mre", "mer")]).data
    assert fixed == data.replace(b"mre", b"mer")
    assert fixing.fix_catalog(data, "fr.po", [Edit(place, "mre", "海")]).data == data


def test_message_keeps_its_translation() -> None:
    """A message whose source was mended is the same message, fuzzy or not, wrapped or not."""
    entry = '#: a.md:1\n#, fuzzy\n#| msgid "old"\nmsgid ""\n"teh "\n"sea"\nmsgstr "mer"\n'
    file = f'{HEAD}{entry}\n#~ msgid "teh sea"\n#~ msgstr "x"\n'
    names = {(None, "teh sea"): (None, "the sea")}
    fixed = fixing.carry(file.encode(), "fr.po", names).decode()
    assert fixed == file.replace('"teh "', '"the "')


def test_message_does_not_take_the_place_of_another() -> None:
    """Where the mended source has a message of its own, both stay."""
    file = f'{HEAD}msgid "teh"\nmsgstr "a"\n\nmsgid "the"\nmsgstr "b"\n'
    names = {(None, "teh"): (None, "the")}
    assert fixing.carry(file.encode(), "fr.po", names).decode() == file


def finding(**more: object) -> Finding:
    """Give a finding with a safe fix."""
    base = Finding(Place("a.md", 1, 4), "error", "prose/x", "m", "a", "en", ("the",), "teh")
    return replace(base, **{"fix": "safe", **more})  # type: ignore[arg-type]


def test_only_what_is_asked_for_becomes_an_edit() -> None:
    """Safe fixes are made, unsafe ones if asked; the same one once."""
    results = [
        Result("a", "en", findings=(finding(), finding(article="b"), finding(fix=""))),
        Result("a", "fr", findings=(finding(fix="unsafe", suggestions=("ten",)),)),
    ]
    assert [one.new for one in fixing.of_results(results, unsafe=False)["a.md"]] == ["the"]
    assert len(fixing.of_results(results, unsafe=True)["a.md"]) == 2


def test_suppressed_finding_guards_its_text() -> None:
    """What is let be keeps the edits of others out."""
    silenced = Suppressed(finding(), "as printed", Place("a.md"))
    results = [Result("a", "en", findings=(finding(text="of teh"),), suppressed=(silenced,))]
    found = fixing.of_results(results, unsafe=False)["a.md"]
    assert [(one.text, one.new) for one in found] == [("of teh", "the"), ("teh", None)]


def test_every_place_of_a_finding_is_fixed() -> None:
    """A word found once for all its places is fixed in all of them."""
    one = finding(others=(Place("a.md", 2, 1),))
    edits = fixing.of_results([Result("a", "en", findings=(one,))], unsafe=False)["a.md"]
    assert article("Of teh sea,\nteh end.\n", *edits) == "Of the sea,\nthe end.\n"


LETTERS = st.text(st.sampled_from("ab é\"'"), min_size=1, max_size=12)


@given(st.text("ab \n", max_size=8), LETTERS, LETTERS)
def test_changes_make_the_new_text(before: str, text: str, new: str) -> None:
    """The changes of one span make exactly the new text, and touch nothing outside it."""
    start = len(before)
    spans = [(start + number, start + number + 1) for number in range(len(text))]
    file = f"{before}{text}after"
    made, end = [], 0
    for change in changes(file, spans, text, new, str):
        assert start <= change.start <= change.end <= start + len(text)
        made += [file[end : change.start], change.new]
        end = change.end
    assert "".join([*made, file[end:]]) == f"{before}{new}after"


WORDS = st.lists(st.sampled_from(["teh", "sea", "*teh*", "`teh`", "é", "a_b"]), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_fixing_touches_only_the_spans(blocks: list[list[str]], newline: str, some: bool) -> None:
    """Outside what was found, an article keeps every byte; a second time nothing is left to do."""
    text = (newline * 2).join(newline.join(words) for words in blocks)
    lines = text.split(newline)
    edits = [edit(number, 1, "teh", "the") for number, line in enumerate(lines, 1) if line == "teh"]
    edits = edits[:: 2 if some else 1]
    chosen = {one.place.line for one in edits}
    expected = newline.join("the" if n in chosen else line for n, line in enumerate(lines, 1))
    assert article(text, *edits) == expected
    assert article(expected, *edits) == expected


PROSE = st.lists(st.sampled_from(["mre", "la", "é", '"', "\\", "%d", "-"]), min_size=1, max_size=30)


@given(st.lists(PROSE, min_size=1, max_size=4), st.data())
def test_catalog_still_loads_and_others_are_equal(
    texts: list[list[str]], data: st.DataObject
) -> None:
    """A fixed catalog differs in the fixed messages alone, however its texts are wrapped."""
    messages = "".join(
        f'\n#: a.md:{n}\nmsgid "m{n}"\nmsgstr ""\n' + "".join(_wrapped(words, data))
        for n, words in enumerate(texts)
    )
    file = f"{HEAD}{messages}".encode()
    before = po.load(file, "fr.po")
    wanted = data.draw(st.integers(0, len(texts) - 1))
    message = before.messages[wanted]
    assert message.origin is not None
    edits = [
        Edit(message.origin.at(found.start()), "mre", "mer")
        for found in re.finditer("mre", message.string)
    ]
    fixed = fixing.fix_catalog(file, "fr.po", edits)
    after = po.load(fixed.data, "fr.po")
    expected = replace(message, strings=(message.string.replace("mre", "mer"),))
    assert list(after.messages) == [
        expected if number == wanted else one for number, one in enumerate(before.messages)
    ]
    assert len(fixed.data) == len(file)
    assert after.header == before.header


def _wrapped(words: list[str], data: st.DataObject) -> list[str]:
    text = " ".join(words)
    cut = data.draw(st.integers(0, len(text)))
    return [f"{po.quoting.escape(part)}\n" for part in (text[:cut], text[cut:])]


RULES = [
    (name, example)
    for name, rule in check.rules().items()
    if name.startswith("prose/")
    for example in rule.bad
]


@pytest.mark.parametrize(("name", "example"), RULES)
def test_fix_of_a_rule_leaves_less_to_find(name: str, example: object) -> None:
    """What a rule offers as a fix can be made, and it then finds less than before."""
    locale, text = example if isinstance(example, tuple) else ("en", example)
    found = _findings(name, locale, text)
    offered = [one for one in found if one.fix]
    results = [Result("a", locale, findings=tuple(found))]
    edits = fixing.of_results(results, unsafe=True).get("a.md", [])
    fixed = fixing.fix_article(text.encode(), "a.md", edits, unsafe=True)
    if offered and fixed.done:
        assert len(_findings(name, locale, fixed.data.decode())) < len(found)


def _findings(name: str, locale: str, text: str) -> list[Finding]:
    version = walk.render(parse(text.encode(), "a.md", locale), locale, Catalog(locale))
    subjects = check.Subjects(
        prose=passages.prose(version),
        runs=version.runs,
        speller=spelling.Judge(locale, dictionaries.load),
        locale=locale,
        identifier=Identifier(),
    )
    return [
        Finding(
            found.place,
            "error",
            name,
            found.message,
            "a",
            locale,
            found.suggestions,
            found.text,
            fix=found.fix,
            others=found.others,
        )
        for found in check.apply(name, check.rules()[name], subjects, {})
    ]


BOATS = "content/boats.md"
SLIP = "A red boat needs pаint each year. Exactely so.\n"


@pytest.fixture
def slips(tmp_path: Path) -> Project:
    """A project with a safe and an unsafe fix in its article."""
    project = projects.new(tmp_path / "project", translated=False)
    project.write(BOATS, SLIP)
    return project


def test_check_fix_writes_what_is_safe(slips: Project) -> None:
    """`check --fix` mends what is certain, and reports what is left."""
    result = slips.run("check", "--fix", "--locale", "en")
    text = (slips.root / BOATS).read_text(encoding="utf-8")
    assert text == "A red boat needs paint each year. Exactely so.\n"
    assert "fixed 1 finding in content/boats.md" in result.stderr
    assert "wrong-script" not in result.stdout
    assert "Exactely" in result.stdout


def test_unsafe_fixes_mend_the_rest(slips: Project) -> None:
    """`--unsafe-fixes` mends the others too; a second time nothing changes."""
    slips.run("check", "--unsafe-fixes", "--locale", "en")
    text = (slips.root / BOATS).read_text(encoding="utf-8")
    assert text == "A red boat needs paint each year. Exactly so.\n"
    again = slips.run("check", "--unsafe-fixes", "--locale", "en")
    assert "fixed" not in again.stderr


def test_diff_writes_nothing(slips: Project) -> None:
    """`--diff` shows what would change, and exits 1 if anything would."""
    result = slips.run("check", "--diff")
    assert (slips.root / BOATS).read_text(encoding="utf-8") == SLIP
    assert result.stdout.startswith("--- a/content/boats.md\n+++ b/content/boats.md\n")
    assert result.exit_code == 1
    slips.run("check", "--fix")
    done = slips.run("check", "--diff")
    assert (done.stdout, done.exit_code) == ("", 0)


def test_diff_for_programs(slips: Project) -> None:
    """In JSON the diff is a value."""
    result = slips.run("check", "--diff", "--format", "json")
    assert json.loads(result.stdout)["diff"].startswith("--- a/")


def test_catalog_is_fixed_with_its_article(slips: Project) -> None:
    """A translation is mended where it stands, in its catalog."""
    slips.write(BOATS, "A red boat needs paint.\n")
    slips.run("update")
    path = slips.root / "locale/fr/LC_MESSAGES/boats.po"
    before = path.read_text(encoding="utf-8")
    empty = 'msgid "A red boat needs paint."\nmsgstr ""'
    assert empty in before
    filled = before.replace(empty, f'{empty[:-2]}"Un bаteau "\n"rouge."')
    path.write_text(filled, encoding="utf-8")
    slips.run("check", "--fix")
    assert path.read_text(encoding="utf-8") == filled.replace("bаteau", "bateau")


def test_broken_link_is_mended(slips: Project) -> None:
    """A link that a machine has broken is one again, and the translation is shown."""
    slips.write(BOATS, "See [the map](map.md).\n")
    slips.run("update")
    slips.translate("boats", {"See [the map](map.md).": r"Voir \\[la carte\\] (map.md)."})
    slips.run("check", "--fix")
    text = (slips.root / "locale/fr/LC_MESSAGES/boats.po").read_text(encoding="utf-8")
    assert 'msgstr "Voir [la carte](map.md)."' in text


def test_translations_go_along(slips: Project) -> None:
    """What is safe in an article makes no translation of it stale, nor the other way round."""
    slips.write(BOATS, SLIP.replace("Exactely", "Exactly"))
    slips.run("update")
    source = "A red boat needs pаint each year. Exactly so."
    slips.translate("boats", {source: "Un bаteau rouge."})
    result = slips.run("check", "--fix", "--locale", "fr")
    text = (slips.root / "locale/fr/LC_MESSAGES/boats.po").read_text(encoding="utf-8")
    assert 'msgid "A red boat needs pаint each' in text
    assert 'msgstr "Un bateau rouge."' in text
    result = slips.run("check", "--fix", "--locale", "en")
    assert "took along locale/fr/LC_MESSAGES/boats.po" in result.stderr
    text = (slips.root / "locale/fr/LC_MESSAGES/boats.po").read_text(encoding="utf-8")
    assert 'msgid "A red boat needs paint each year. Exactly so."' in text
    assert 'msgstr "Un bateau rouge."' in text


def test_suppressed_text_is_not_fixed(slips: Project) -> None:
    """What an author lets be stays."""
    text = f"<!-- check: ignore prose/wrong-script: a puzzle -->\n{SLIP}"
    slips.write(BOATS, text)
    result = slips.run("check", "--fix")
    assert (slips.root / BOATS).read_text(encoding="utf-8") == text
    assert "1 suppressed" in result.stdout


def test_pages_are_not_fixed(tmp_path: Path, slips: Project) -> None:
    """An HTML page is made from something else, and is left."""
    page = tmp_path / "page.html"
    html = f"<!doctype html><html lang=en><title>A</title><p>{SLIP}</p></html>"
    page.write_text(html, encoding="utf-8")
    slips.run("check", "--fix", str(page))
    assert page.read_text(encoding="utf-8") == html


def test_loose_file_is_fixed(tmp_path: Path, slips: Project) -> None:
    """A file outside the project is mended where it stands."""
    loose = tmp_path / "elsewhere" / "note.md"
    loose.parent.mkdir()
    loose.write_text(SLIP, encoding="utf-8")
    slips.run("check", "--fix", str(loose))
    assert "paint" in loose.read_text(encoding="utf-8")


def test_file_changed_meanwhile_is_left(slips: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody else has written while the check ran stays, and is told."""
    mend = fixes.mend

    def slow(*values: object) -> fixes.Outcome:
        outcome = mend(*values)  # type: ignore[arg-type]
        slips.write(BOATS, "Another text.\n")
        return outcome

    monkeypatch.setattr(fixes, "mend", slow)
    result = slips.run("check", "--fix")
    assert (slips.root / BOATS).read_text(encoding="utf-8") == "Another text.\n"
    assert "was changed while this ran" in result.stderr
    assert result.exit_code == 2


def test_stopped_half_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catalogs go first: what stops a fix before its article leaves the next one able to do all of it."""
    project = projects.new(tmp_path)
    flawed = projects.ARTICLE.replace("Wear old clothes", "Take a oar")
    project.write("content/boats.md", flawed)
    assert project.run("update").exit_code == 0
    project.translate("boats", {"Take a oar.": "Prenez une rame."})
    write = store.write

    def stopped(path: Path, *values: object, **more: object) -> bool:
        if path.suffix == ".md":
            raise StoreError("cannot be written: no space left on device", path=path.name)
        return write(path, *values, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(store, "write", stopped)
        assert project.run("check", "--fix").exit_code == 2
    assert project.read("content/boats.md") == flawed
    project.run("check", "--fix")
    assert "Take an oar." in project.read("content/boats.md")
    carried = po.load((tmp_path / "locale/fr/LC_MESSAGES/boats.po").read_bytes(), "boats.po")
    assert carried.index()[None, "Take an oar."].string == "Prenez une rame."
