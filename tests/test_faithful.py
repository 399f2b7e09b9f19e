"""What of a translation may not be shown: damage is refused, a translator's freedom is not."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import faithful, walk
from pipeline.faithful import shape
from pipeline.model import Article, Catalog, Message, Origin, Segment
from pipeline.rules.translation import control_character, one_block, placeholder

PIECES = st.sampled_from(
    [
        *"ab *_`[]()<>!\\{}^#:|\n\"'&",
        "[a](b)",
        "[c][d]",
        "![e](f.png)",
        "`g`",
        "**h**",
        "<kbd>",
        "</kbd>",
        "[^1]",
        "{x}",
        "{: .y }",
        "https://example.org/",
        "ä_ö",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def refused(source: str, translation: str, kind: str = "paragraph") -> bool:
    """Say whether the source is shown instead."""
    return faithful.breaking(faithful.faults(source, translation, kind=kind))


def render(body: str, *messages: tuple[str, str]) -> walk.Version:
    """An English article in French."""
    catalog = Catalog("fr", messages=tuple(Message(key, (text,)) for key, text in messages))
    return walk.render(Article("a", "a.md", "en", body), "fr", catalog)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("See [a](b.md).", "Voir a."),
        ("See [a](b.md).", "Voir [a](b.md."),
        ("See [a](b.md).", "Voir [a](c.md)."),
        ("See [a](b.md).", 'Voir [a](b.md "titre).'),
        ("See [a](b.md).", "Voir [](b.md) a."),
        ("See [a](b.md#c).", "Voir [a](b.md#d)."),
        ("See [a][b].", "Voir [a][c]."),
        ("See [a][].", "Voir [b][]."),
        ("![a](b.png)", "![](b.png)"),
        ("Yes.[^1]", "Oui."),
        ("Yes.[^1]", "Oui.[^2]"),
        ("Run `a`.", "Lancez `a."),
        ("Run a.", "Lancez `a."),
        ("Run `--all`.", "Lancez `—all`."),
        ("Run `a.b()`.", "Lancez `a. b()`."),
        ("Set `{a}`.", "Réglez `a`."),
        ("Call `a` and `b`.", "Appelez a` et puis ensuite `b`."),
        ("A **b** c.", "Un **b c."),
        ("A b c.", "Un **b c."),
        ("A _b_ c.", "これは_b_です。"),
        ("A b.", "Un <u>b."),
        ("A <kbd>b</kbd>.", "Un <kbd>b."),
        ("A <kbd>b</kbd>.", "Un b."),
        ("A b.", "Un <div>b</div>."),
        ("A *b*.", "Un *b*{: .c }."),
        ("Hello {name}.", "Bonjour."),
        ("Hello {name}.", "Bonjour {nom}."),
        ("Hello %(name)s.", "Bonjour %(name)."),
        ("Call.", "Appelez [ici](https://example.org/)."),
        ("a@example.org", "b@example.org"),
        ("One.", "Un.\n\nDeux."),
        ("One.", "# Un."),
        ("One.", "Un.\n- deux"),
        ("One.", "Un.\x02"),
        ("One.", "\u200b"),
    ],
)
def test_damage_is_refused(source: str, translation: str) -> None:
    """What breaks the page or takes away what the source has is not shown."""
    assert refused(source, translation)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("[a](b) and [c](d), `e`", "`e`, [c](d) et [a](b)"),
        ("[a](/en/b)", "[a](/fr/b)"),
        ("[a](https://example.org/b#c)", "[a](https://example.org/fr/b#d)"),
        ("[a](http://example.org/b)", "[a](https://example.org/b)"),
        ("[a](https://example.org/b)", "[a](https://example.org/lang/pt-BR/b)"),
        ("![a](map.png)", "![a](map-fr.png)"),
        ("[a](b)", "<a href='b'>a</a>"),
        ("**a** *b*", "a __b__ _c_"),
        ("**a**", "<strong>a</strong>"),
        ("Set `your-name` or `text`.", "Réglez `votre-nom` ou `texte`."),
        ("A `Session`.", "Eine `session`, `b`."),
        ("A `'a'`.", 'Un `"a"`.'),
        ("A <br>b", "Un b"),
        ("1st", "1<sup>er</sup>"),
        ('A "b".', "Un «\u00a0b\u00a0»."),
        ("Tokyo", '<span lang="ja">東京</span> (Tōkyō)'),
        ("1,000.5 km", "1\u202f000,5 km"),
        ("On January 1st.", "1. Januar."),
        ("More than 5 mg.", "> 5 mg."),
        ("One.", "— Un."),
        ("readers", "Leser*innen"),
        ("water", "l`eau"),
        ("A.  \nB.", "A. B."),
        ("a < b & c", "a < b et c"),
        ("Use snake_case_names.", "Schreibe snake_case_names."),
    ],
)
def test_freedom_is_not_refused(source: str, translation: str) -> None:
    """What a good translator does is shown."""
    assert not refused(source, translation)


@pytest.mark.parametrize("kind", ["title", "description", "image alternative", "abbreviation HTML"])
def test_plain_text_is_no_markdown(kind: str) -> None:
    """In a title a bracket is a bracket; what would be read as markup and was none is refused."""
    assert not refused("Boats [new] *", "Bateaux [neufs]", kind)
    assert refused("Boats", "**Bateaux**", kind)
    assert refused("Boats {n}", "Bateaux", kind)


def test_attribute_list_at_the_end_of_a_heading() -> None:
    """A placeholder that a heading would take for its attributes is lost, in a paragraph it is not."""
    assert refused("Hello {name} there", "Bonjour là {name}", "heading 2")
    assert not refused("Hello {name} there", "Bonjour là {name}", "paragraph")


def test_reference_without_brackets_of_its_own() -> None:
    """Where the article's labels are known, `[a]` alone is a link that can be lost."""
    source, translation = "See [a].", "Voir [b]."
    assert not refused(source, translation)
    assert faithful.breaking(faithful.faults(source, translation, references={"a"}))


def test_another_language_is_told_not_refused() -> None:
    """A link to a third language's page is shown, and found where the locale is known."""
    pair = "[a](/en/b)", "[a](/es/b)"
    assert faithful.faults(*pair) == ()
    (fault,) = faithful.faults(*pair, locale="fr")
    assert (fault.breaking, fault.offset) == (False, 2)


def test_refused_run_shows_its_source() -> None:
    """The page has the source's words, marked, where the translation is damaged."""
    version = render("See [a](b.md).\n", ("See [a](b.md).", "Voir [a](b.md."))
    assert version.runs[0].state == "refused"
    assert 'lang="en"' in version.body
    assert "Voir" not in version.body


@given(TEXTS, TEXTS)
def test_what_is_refused_is_found(source: str, translation: str) -> None:
    """A run is refused exactly where a rule of level error says why."""
    segment = Segment(source, "paragraph", Origin("a.md"))
    message = Message(source, (translation,), origin=Origin("fr.po"))
    run = walk.look_up(segment, message, "en", "fr", references={"a"})
    found = [
        each
        for rule in (control_character, one_block, placeholder)
        for each in rule.check([run])
        if run.state in ("translated", "refused")
    ]
    assert bool(found) == (run.state == "refused")


@given(TEXTS, TEXTS, st.sampled_from(["", "fr", "ja"]))
def test_no_locale_makes_a_fault_breaking(source: str, translation: str, locale: str) -> None:
    """The page and the rules, which know less of a refused run, always agree."""
    told = faithful.faults(source, translation, locale=locale)
    assert faithful.breaking(told) == refused(source, translation)


@given(TEXTS)
def test_a_text_is_faithful_to_itself(text: str) -> None:
    """What is copied is never damage, whatever it is made of."""
    assert not refused(f"a {text} b", f"b {text} b".replace("b ", "a ", 1))


@given(TEXTS, TEXTS)
def test_what_is_shown_has_the_links_of_its_source(source: str, translation: str) -> None:
    """No translation that passes has lost or gained a link, an image or code that is left open."""
    if not refused(source, translation):
        links = [shape.read(text, footnotes=["1"]).pieces.keys() for text in (source, translation)]
        targets = [
            {piece for piece in each if piece[0] in ("link target", "image")} for each in links
        ]
        assert targets[0] == targets[1]


class Page(HTMLParser):
    """What a page points at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what points elsewhere."""
        self.found += [
            f"{tag} {value}" for name, value in attrs if name in ("href", "src") and value
        ]


@given(TEXTS)
def test_shape_is_what_the_parser_makes(text: str) -> None:
    """A run has the links and images that Python-Markdown gives it in a page."""
    text = "x " + re.sub(r"\s+", " ", text).strip() + " x"
    page = Page(walk.parser().convert(text)).found
    pieces = shape.read(text).pieces
    assert len(page) == sum(
        count for (kind, _), count in pieces.items() if kind in ("link target", "image")
    )


def test_shape_reads_with_the_patterns_of_the_walk() -> None:
    """The parser of the runs has every inline pattern that the walk's has."""
    patterns = [
        {item.name for item in engine.inlinePatterns._priority}
        for engine in (walk.parser(), shape._engine())
    ]
    assert patterns[0] == patterns[1]


@pytest.mark.parametrize(
    "translation",
    [
        "<!-- rien -->",
        "&nbsp;",
        "&#8203;",
        "<b></b>",
        "<!-- i18n: skip -->",
        "mot <?php x ?>",
        "mot <![CDATA[x]]>",
        "mot &#x202e; fin",
        "mot &#0;&#x7;x",
        "mot &#x1b;[2J",
        "mot {: .red }",
        "petit{: onclick=x }",
        "mot[^9]",
        "[^1]: note",
        "*[HTML]: langage",
        "mot\n: définition",
        "a | b\n--|--\nc | d",
        "Voir [le guide](http://example.org/127).",
    ],
)
def test_what_shows_nothing_or_reaches_out_is_refused(translation: str) -> None:
    """Nothing visible, hidden controls, marks of blocks and of notes: readers get the source."""
    source = "See [the guide](https://example.org/127)." if "guide" in translation else "A word."
    assert refused(source, translation)


def test_an_image_alone_may_be_translated() -> None:
    """Its alternative is what it shows."""
    source, translation = '<img src="a.png" alt="A boat">', '<img src="a.png" alt="Un bateau">'
    assert not refused(source, translation)
