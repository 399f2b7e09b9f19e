"""Vale's style packages: read as they are, run over a page, and never for longer than is good."""

from __future__ import annotations

from pathlib import Path

import pytest
import styles
from hypothesis import given
from hypothesis import strategies as st

from pipeline import config, walk
from pipeline import styles as reader
from pipeline.findings import Found
from pipeline.housestyle import vale
from pipeline.housestyle.vale import ini, scopes
from pipeline.model import Article, Catalog, Passage, Source
from pipeline.prose import passages
from pipeline.session import Session

EXISTENCE = "extends: existence\nmessage: \"Avoid '%s'.\"\n"
SUBSTITUTION = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\n"
TITLE = "extends: capitalization\nmessage: \"'%s' is no title.\"\nscope: heading\nmatch: "


def page(markdown: str) -> tuple[Passage, ...]:
    """An article in English."""
    one = Article("a", "a.md", "en", markdown)
    return passages.prose(walk.render(one, "en", Catalog("en")))


def found(check: str, markdown: str) -> list[Found]:
    """What a check of that YAML finds in an article."""
    reading = styles.check(check)
    assert reading.errors == ()
    return list(vale.run(reading.checks, page(markdown)))


def texts(check: str, markdown: str) -> list[str]:
    """The places that it finds, as they are written."""
    return [one.text for one in found(check, markdown)]


def said(check: str, markdown: str) -> list[str]:
    """What it says of them, without the check's name."""
    return [one.message.removeprefix("House.Check: ") for one in found(check, markdown)]


def refusal(check: str) -> str:
    """The one complaint about a check."""
    (error,) = styles.check(check).errors
    return str(error)


# What every check has


def test_message_begins_with_the_name_of_the_check() -> None:
    """A finding is traced to the style's own rule."""
    (one,) = found(f"{EXISTENCE}tokens: [very]", "It is very good.")
    assert one.message == "House.Check: Avoid 'very'."


@pytest.mark.parametrize(
    ("own", "ours"), [("error", "error"), ("warning", "warning"), ("suggestion", "note")]
)
def test_level_is_that_of_the_check(own: str, ours: str) -> None:
    """Vale's three levels are ours, and a suggestion is a note."""
    (one,) = found(f"{EXISTENCE}level: {own}\ntokens: [very]", "It is very good.")
    assert one.level == ours


def test_place_is_that_in_the_article() -> None:
    """Markup before a word moves it."""
    (one,) = found(f"{EXISTENCE}tokens: [very]", "A line.\n\nIt *is* `code` **very** good.")
    assert (one.place.line, one.place.column) == (3, 18)


def test_code_is_not_looked_at() -> None:
    """What is in backticks is nobody's style."""
    assert texts(f"{EXISTENCE}tokens: [very]", "Run `very` now.") == []


def test_curly_apostrophe_is_straight() -> None:
    """A pattern with an apostrophe finds the typographic one."""
    assert texts(f'{EXISTENCE}tokens: ["can\'t"]', "You can’t go.") == ["can’t"]


def test_pattern_may_ask_for_the_curly_apostrophe() -> None:
    """A check that is about it sees it."""
    assert texts(f"{EXISTENCE}nonword: true\ntokens: [’]", "You can’t go.") == ["’"]


# The kinds


def test_existence_takes_whole_words() -> None:
    """Tokens stand between the ends of words, unless they are no words."""
    assert texts(f"{EXISTENCE}tokens: [art, '!']", "An art to start! Art!") == ["art"]
    assert texts(f"{EXISTENCE}nonword: true\ntokens: ['!']", "Go! Go!") == ["!", "!"]


def test_existence_ignores_case_on_demand() -> None:
    """Also of a single token, by a flag of its own."""
    assert texts(f"{EXISTENCE}ignorecase: true\ntokens: [so]", "So, so.") == ["So", "so"]
    assert texts(f"{EXISTENCE}tokens: ['(?i)so', but]", "So But but.") == ["So", "but"]


def test_existence_puts_raw_before_tokens() -> None:
    """The raw patterns in a row, then any token."""
    check = f"{EXISTENCE}raw:\n  - \\b(is|was)\\s*\ntokens:\n  - '[a-z]+ed'\n"
    assert texts(check, "It was ended, it ended.") == ["was ended"]


def test_exceptions_are_let_be() -> None:
    """In the case in which they are listed, and also as part of a phrase that is."""
    check = f"{EXISTENCE}tokens: ['[A-Z]{{2,}}']\nexceptions: [API, US Army]"
    assert texts(check, "The API of the US Army and the US.") == ["US"]


def test_unquoted_yes_and_numbers_are_texts() -> None:
    """What YAML makes of a word is not what its author meant."""
    assert texts(f"{EXISTENCE}tokens: [no, 3]", "There are no 3 ways.") == ["no", "3"]


def test_substitution_names_both() -> None:
    """What is wanted, then what stands there."""
    assert said(f"{SUBSTITUTION}swap: {{utilize: use}}", "We utilize it.") == [
        "Use 'use' instead of 'utilize'."
    ]


def test_substitution_proposes_only_with_its_action() -> None:
    """An action "replace" makes suggestions of what is wanted."""
    check = f"{SUBSTITUTION}action: {{name: replace}}\nswap: {{kill: stop|end}}"
    (one,) = found(check, "We kill it.")
    assert (one.suggestions, one.fix) == (("stop", "end"), "unsafe")
    assert one.message == "House.Check: Use 'stop' or 'end' instead of 'kill'."
    assert found(f"{SUBSTITUTION}swap: {{kill: stop}}", "We kill it.")[0].suggestions == ()


def test_substitution_keeps_the_capital() -> None:
    """A sentence goes on beginning with one."""
    check = f"{SUBSTITUTION}ignorecase: true\naction: {{name: replace}}\nswap: {{utilize: use}}"
    assert found(check, "Utilize it.")[0].suggestions == ("Use",)


def test_substitution_may_be_about_a_capital() -> None:
    """Then the capital is not kept."""
    check = f"{SUBSTITUTION}action: {{name: replace}}\nswap: {{Mutual TLS: mutual TLS}}"
    assert found(check, "Use Mutual TLS.")[0].suggestions == ("mutual TLS",)


def test_substitution_lets_the_wanted_be() -> None:
    """Where a pattern also fits what is wanted."""
    check = f"{SUBSTITUTION}ignorecase: true\nswap: {{github: GitHub}}"
    assert texts(check, "GitHub, github and Github.") == ["github", "Github"]


def test_substitution_prefers_the_longer() -> None:
    """Whatever their order in the file."""
    check = f"{SUBSTITUTION}swap:\n  in order: so\n  in order to: to\n"
    assert said(check, "We stop in order to rest.") == ["Use 'to' instead of 'in order to'."]


def test_substitution_knows_its_groups() -> None:
    """A group of the author's does not shift what is wanted, and can be named in it."""
    check = (
        f"{SUBSTITUTION}swap:\n  (cell|smart) ?phone: phone\n  (\\d+)ms: $1 ms\n  (o)\\1ps: oops\n"
    )
    assert said(check, "A smartphone takes 30ms. Not oops but oops.") == [
        "Use 'phone' instead of 'smartphone'.",
        "Use '30 ms' instead of '30ms'.",
    ]


def test_occurrence_counts_in_its_scope() -> None:
    """Too many commas in one sentence are one finding."""
    check = 'extends: occurrence\nmessage: "%s commas"\nscope: sentence\nmax: 2\ntoken: ","'
    assert said(check, "A, b, c, d. E, f.") == ["3 commas"]


def test_occurrence_asks_for_the_least() -> None:
    """What is missing is found at the beginning."""
    check = "extends: occurrence\nmessage: no boat\nscope: summary\nmin: 1\ntoken: boat"
    assert said(check, "# Boat\n\nNothing.\n\nHere.") == ["no boat"]
    assert said(check, "Nothing.\n\nA boat.") == []


def test_repetition_stays_in_a_sentence() -> None:
    """A word that ends one and begins the next is no repetition."""
    check = "extends: repetition\nmessage: \"'%s' twice\"\nignorecase: true\ntokens: ['[^\\s.]+']"
    assert said(check, "The the boat. I like that. That is it.") == ["'the' twice"]


def test_consistency_is_of_the_page() -> None:
    """The spelling that the page did not begin with is the one that is found."""
    check = "extends: consistency\nmessage: \"'%s' differs\"\neither: {advisor: adviser}"
    assert said(check, "An advisor.\n\nAn adviser, the advisor.") == ["'adviser' differs"]
    assert said(check, "An adviser.\n\nThe adviser.") == []


ACRONYM = (
    "extends: conditional\nmessage: \"what is '%s'?\"\nignorecase: true\n"
    "first: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n"
)


def test_conditional_knows_what_was_explained() -> None:
    """An acronym is known from its explanation on, and not before."""
    text = "The WHO said so. The World Health Organization (WHO).\n\nThe WHO and the NHS."
    assert said(ACRONYM, text) == ["what is 'NHS'?"]
    assert said(ACRONYM, "The WHO.\n\nThe World Health Organization (WHO).") == ["what is 'WHO'?"]


def test_conditional_has_exceptions() -> None:
    """Some acronyms everybody knows."""
    assert said(f"{ACRONYM}exceptions: [USA]", "The USA and the NHS.") == ["what is 'NHS'?"]


@pytest.mark.parametrize(
    ("match", "right", "wrong"),
    [
        ("$sentence", "How to sail a boat on the NHS lake", "How to Sail a Boat"),
        ("$sentence", "`make` a boat", "sail a boat"),
        ("$title", "How to Sail a Boat in the Wind", "How to sail a boat"),
        ("$title\nstyle: Chicago", "A Walk between the Houses", "a walk Between the houses"),
        ("$lower", "sail a boat", "Sail a boat"),
        ("$upper", "SAIL A BOAT", "Sail a boat"),
        ("'^[A-Z]'", "Sail", "sail"),
    ],
)
def test_capitalization(match: str, right: str, wrong: str) -> None:
    """Headings as in a title or a sentence, small, capital, or by a pattern."""
    assert texts(TITLE + match, f"# {right}") == []
    assert texts(TITLE + match, f"# {wrong}") == [wrong]


def test_capitalization_has_exceptions_and_indicators() -> None:
    """Names are right as they are, and a colon begins anew."""
    check = f"{TITLE}$sentence\nexceptions: [Red Sea]\nindicators: [':']"
    assert texts(check, "# Boats: Sailing the Red Sea") == []


@pytest.mark.parametrize(
    ("action", "proposed"),
    [
        ("{name: replace, params: [good]}", ("good",)),
        ("{name: edit, params: [trim_right, '!']}", ("ab",)),
        ("{name: edit, params: [remove, 'b!']}", ("a",)),
        ("{name: edit, params: [truncate, b]}", ("a",)),
        ("{name: edit, params: [split, b, '1']}", ("!",)),
        ("{name: edit, params: [replace, b, c]}", ("ac!",)),
        ("{name: edit, params: [regex, b, c]}", ()),
        ("{name: suggest, params: [spellings]}", ()),
    ],
)
def test_actions(action: str, proposed: tuple[str, ...]) -> None:
    """What can be done without a program of Vale's is proposed."""
    check = f"{EXISTENCE}nonword: true\naction: {action}\ntokens: ['ab!']"
    assert found(check, "Say ab! now.")[0].suggestions == proposed


def test_removal_takes_the_space() -> None:
    """A word that goes does not leave two spaces."""
    check = f"{EXISTENCE}action: {{name: remove}}\ntokens: [very]"
    (one,) = found(check, "It is very good.")
    assert (one.text, one.suggestions) == ("very ", ("",))


# Scopes

EVERYWHERE = "# Head here\n\n## Low here\n\nText here.\n\n- Item here\n\n> Quote here\n\n| Th here |\n|---|\n| Cell here |\n"


@pytest.mark.parametrize(
    ("scope", "kinds"),
    [
        ("text", "Head Low Text Item Quote Th Cell"),
        ("heading", "Head Low"),
        ("heading.h2", "Low"),
        ("paragraph", "Text"),
        ("list", "Item"),
        ("blockquote", "Quote"),
        ("table", "Th Cell"),
        ("table.header", "Th"),
        ("table.cell", "Cell"),
        ("sentence", "Text Item Quote"),
        ("summary", "Text Item Quote"),
        ("~heading", "Text Item Quote Th Cell"),
        ("~code", "Head Low Text Item Quote Th Cell"),
        ("text & ~table & ~heading.h1", "Low Text Item Quote"),
        ("[heading, list]", "Head Low Item"),
        ("paragraph.md", "Text"),
        ("paragraph.rst", ""),
    ],
)
def test_scope(scope: str, kinds: str) -> None:
    """A check looks where its scope says."""
    check = f"{EXISTENCE}scope: {scope}\ntokens: ['\\w+ here']"
    assert sorted(one.split()[0] for one in texts(check, EVERYWHERE)) == sorted(kinds.split())


def test_scope_that_cannot_be_told_is_named() -> None:
    """The check does not run, and a line says so."""
    reading = styles.check(f"{EXISTENCE}scope: raw\ntokens: [a]")
    assert (reading.checks, reading.errors) == ((), ())
    assert reading.notes == (
        'styles/House/Check.yml:3: the scope "raw" cannot be told here, so the check does not run',
    )


def test_some_of_several_scopes_are_used() -> None:
    """One that cannot be told does not take the others along."""
    assert scopes.parse(["link", "heading"])[1] == ("link",)
    assert len(scopes.parse(["link", "heading"])[0]) == 1


# What is wrong


@pytest.mark.parametrize("kind", ["spelling", "metric", "readability", "sequence", "script"])
def test_other_kinds_are_named(kind: str) -> None:
    """What is not read is said in one line, and is no error."""
    reading = styles.check(f"extends: {kind}\nmessage: m\n")
    assert reading.checks == ()
    assert reading.errors == ()
    (note,) = reading.notes
    assert note.startswith(f'styles/House/Check.yml:1: "{kind}" is not read')


@pytest.mark.parametrize(
    ("check", "complaint"),
    [
        (f"{EXISTENCE}tokens:\n  - fine\n  - '(a'\n", ":5: the pattern `(a` does not compile"),
        (f"{SUBSTITUTION}swap:\n  fine: a\n  '[b': c\n", ":5: the pattern `[b` does not compile"),
        (f"{TITLE}'(a'", ":4: the pattern `(a` does not compile"),
        ("extends: existnce\nmessage: m", ':1: unknown kind of check "existnce"; did you mean'),
        ("message: m", ':1: "extends" is missing'),
        ("extends: existence\ntokens: [a]", ':1: "message" is missing'),
        (f"{EXISTENCE}level: high\ntokens: [a]", ':3: "level" must be error, warning'),
        (f"{EXISTENCE}ignorecase: maybe\ntokens: [a]", ':3: "ignorecase" must be true or false'),
        ("extends: occurrence\nmessage: m\ntoken: a\nmax: few", ':4: "max" must be a number'),
        ("extends: occurrence\nmessage: m\ntoken: a", ':1: neither "max" nor "min"'),
        (f"{SUBSTITUTION}swap: [a, b]", ':3: "swap" must be a table of texts'),
        (f"{TITLE}$Title", ':4: unknown "match" "$Title"'),
        ("- a", ":1: is no check of Vale"),
        ("", ": is empty"),
        ("extends: 'existence\n", ":2: not valid YAML"),
        ("a: " + "[" * 3000, ":1: lists or tables are nested too deeply"),
        ("{a: " * 100_000, ":1: lists or tables are nested too deeply"),
    ],
)
def test_complaint_names_file_and_line(check: str, complaint: str) -> None:
    """A check that cannot be read is one line for the user."""
    assert refusal(check).startswith(f"styles/House/Check.yml{complaint}")


def test_broken_check_leaves_the_others() -> None:
    """One complaint, and the rest of the style runs."""
    good, bad = f"{EXISTENCE}tokens: [a]", f"{EXISTENCE}tokens: ['(a']"
    sources = [(Source("A.yml", good.encode()), "S.A"), (Source("B.yml", bad.encode()), "S.B")]
    reading = vale.read(sources)
    assert len(reading.checks) == len(reading.errors) == 1


def test_pattern_without_an_end_is_switched_off() -> None:
    """A search that would take for ever is told at the check's file, and the others go on."""
    slow = styles.check(f"{EXISTENCE}nonword: true\ntokens: ['(a|aa)+$']", "House.Slow")
    quick = styles.check(f"{EXISTENCE}tokens: ['a{{60}}']", "House.Quick")
    first, second = vale.run((*slow.checks, *quick.checks), page(f"{'a' * 60}!"))
    assert (first.place.path, first.place.line) == ("styles/House/Slow.yml", 4)
    assert first.message.startswith("House.Slow: switched off for this page")
    assert second.message.startswith("House.Quick")


@given(st.text(max_size=40), st.sampled_from(["existence", "substitution", "capitalization"]))
def test_no_token_is_a_bug(token: str, kind: str) -> None:
    """Whatever stands in a pattern, it is used or refused."""
    quoted = "'" + token.replace("'", "''").replace("\n", " ") + "'"
    fields = {
        "existence": f"tokens: [{quoted}]",
        "substitution": f"swap: {{{quoted}: b}}",
        "capitalization": f"match: {quoted}",
    }
    reading = styles.check(f"extends: {kind}\nmessage: m\n{fields[kind]}")
    assert len(reading.errors) + len(reading.checks) == 1
    list(vale.run(reading.checks, page("# A page\n\nIt is *short*.")))


# .vale.ini


def test_ini_says_styles_levels_and_words() -> None:
    """What holds for Markdown is read; the rest is named or is nobody's."""
    text = (
        "StylesPath = .styles\nMinAlertLevel = warning # not more\nVocab = Ours\n"
        "Packages = Google\nTokenIgnores = x\n[formats]\nmdx = md\n"
        "[*.{md,mdx}]\nBasedOnStyles = Vale, Google\nGoogle.We = NO\nGoogle.Will = error\n"
        "Other.One = YES\n[*.adoc]\nBasedOnStyles = Other\n[docs/*.md]\nGoogle.We = YES\n"
    )
    read = ini.read(Source(".vale.ini", text.encode()))
    assert (read.folder, read.least) == (".styles", "warning")
    assert (read.styles, read.vocabularies) == (("Vale", "Google"), ("Ours",))
    assert read.levels == {"Google.We": "off", "Google.Will": "error", "Other.One": "on"}
    assert read.notes == (
        ".vale.ini:5: TokenIgnores is not read",
        ".vale.ini:16: [docs/*.md] is not read: it is for some files",
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("MinAlertLevel = high", '.vale.ini:1: MinAlertLevel is "high"; there is suggestion'),
        ("[*]\nGoogle.We = perhaps", '.vale.ini:2: Google.We is "perhaps"; there is yes'),
        ("[*]\nBasedOnStyles", ".vale.ini:2: is no setting"),
    ],
)
def test_ini_complaints(text: str, complaint: str) -> None:
    """A level that does not exist is named with its line."""
    with pytest.raises(Exception, match=r"there is|setting") as caught:
        ini.read(Source(".vale.ini", text.encode()))
    assert str(caught.value).startswith(complaint)


# In a project


def project(folder: Path, vale_setting: str, files: dict[str, str]) -> tuple[Session, list[str]]:
    """Read the style of a project with *files*; give the session and the names of the checks."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    session = Session(quiet=True)
    settings = config.parse(f"[style]\nvale = {vale_setting}", "pipeline.toml", folder)
    style = reader.load(session, settings)
    assert style is not None
    return session, [one.header.name for each in style.checks.values() for one in each]


def test_folder_is_a_style(tmp_path: Path) -> None:
    """A folder of checks, a folder of such folders, or one check."""
    files = {
        f"styles/{name}.yml": f"{EXISTENCE}tokens: [a]" for name in ("A/One", "A/Two", "B/One")
    }
    assert project(tmp_path, '["styles/A"]', files)[1] == ["A.One", "A.Two"]
    assert project(tmp_path, '["styles"]', files)[1] == ["A.One", "A.Two", "B.One"]
    assert project(tmp_path, '["styles/B/One.yml"]', files)[1] == ["B.One"]


def test_ini_in_a_project(tmp_path: Path) -> None:
    """Styles, single checks of others, levels and vocabularies come from the file."""
    files = {
        ".vale.ini": "StylesPath = s\nVocab = Ours\n[*]\nBasedOnStyles = Vale, A\nA.Two = NO\nB.One = error\n",
        **{
            f"s/{name}.yml": f"{EXISTENCE}tokens: [a]"
            for name in ("A/One", "A/Two", "B/One", "B/Two")
        },
        "s/config/vocabularies/Ours/accept.txt": "JavaScript\n",
        "s/config/vocabularies/Ours/reject.txt": "blacklist\n",
    }
    session, names = project(tmp_path, '[".vale.ini"]', files)
    assert names == ["A.One", "B.One", "Vale.Terms", "Vale.Avoid"]
    assert session.errors == []


def test_missing_style_is_named(tmp_path: Path) -> None:
    """Nothing is fetched: the user is told where it is looked for."""
    session, names = project(
        tmp_path, '[".vale.ini"]', {".vale.ini": "[*]\nBasedOnStyles = Google"}
    )
    assert names == []
    (error,) = map(str, session.errors)
    assert 'there is no style "Google"' in error


def test_styles_of_ini_stay_in_the_project(tmp_path: Path) -> None:
    """Nothing is read from elsewhere on the machine."""
    for where in ("/etc", "../other"):
        text = f"# ours\nStylesPath = {where}\n[*]\nBasedOnStyles = A\n"
        session, names = project(tmp_path, '[".vale.ini"]', {".vale.ini": text})
        assert names == []
        assert str(session.errors[0]).startswith(".vale.ini:2: StylesPath leads out of the project")


def test_style_outside_the_project_is_refused(tmp_path: Path) -> None:
    """Also where a link leads there."""
    outside = tmp_path / "out"
    outside.mkdir()
    (outside / "One.yml").write_text(f"{EXISTENCE}tokens: [a]", encoding="utf-8")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "styles").symlink_to(outside)
    session, names = project(inside, '["styles"]', {})
    assert names == []
    assert "out of the project" in str(session.errors[0])


def test_checks_are_for_a_language() -> None:
    """A list is for the source's language, a table names others."""
    listed = config.parse('[style]\nvale = ["s"]', "pipeline.toml", Path())
    named = config.parse('[style.vale]\nfr = ["s", "t.yml"]', "pipeline.toml", Path())
    assert listed.style.vale == {"": ("s",)}
    assert named.style.vale == {"fr": ("s", "t.yml")}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[style]\nvales = ["s"]', 'pipeline.toml:2: unknown key "vales"; did you mean "vale"?'),
        ('[style]\nterms = "../t.toml"', 'pipeline.toml:2: "terms" must be a file inside'),
        ('[style]\nvale = ["/s"]', 'pipeline.toml:2: "vale" must be a file inside'),
        ('[style.vale]\nxx = ["s"]', 'pipeline.toml:2: unknown locale "xx"'),
    ],
)
def test_settings_complain(text: str, complaint: str) -> None:
    """The table is as strict as the others."""
    with pytest.raises(Exception, match=r"unknown|must") as caught:
        config.parse(text, "pipeline.toml", Path())
    assert str(caught.value).startswith(complaint)
