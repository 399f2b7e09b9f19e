"""The rules over a whole article: what is written two ways in it, and what stands against its siblings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import article, check, importer, walk
from pipeline.findings import Found, Rule
from pipeline.model import Article, Catalog, Origin, Passage
from pipeline.prose import acronyms, passages, position, siblings, variants

RULES = {
    name: check.rules()[f"prose/{name}"]
    for name in (
        "acronym-case acronym-unexpanded ampersand doubled-punctuation doubled-space heading-case hyphen-mixed "
        "missing-period mixed-variants noun-repetition term-case unbalanced unreferenced-source"
    ).split()
}


def prose(text: str, locale: str = "en") -> tuple[Passage, ...]:
    """The passages of an article."""
    version = walk.render(Article("a", "a.md", locale, text), locale, Catalog(locale))
    return passages.prose(version)


def needs(rule: Rule) -> dict[str, None]:
    """No page: what a rule asks for beside the prose."""
    return dict.fromkeys(check.needs(rule))


def found(name: str, text: str, locale: str = "en", **options: object) -> list[Found]:
    """What one rule finds in an article."""
    return list(RULES[name].check(prose(text, locale), **needs(RULES[name]), **options))


def texts(name: str, text: str, locale: str = "en", **options: object) -> list[str]:
    """The words that one rule points at."""
    return [one.text for one in found(name, text, locale, **options)]


# ── the article this project began with ──


@pytest.fixture
def seeded(seed: bytes) -> tuple[Passage, ...]:
    """The passages of the seed, imported as it is."""
    converted = importer.convert(seed, "article.txt")
    parsed = article.parse(converted.text.encode(), "article.md", "en")
    return passages.prose(walk.render(parsed, "en", Catalog("en")))


SEEDED = {
    "acronym-case": ["SSRIS"],
    "ampersand": ["&", "&"],
    "heading-case": ["is", "Ketamine for Treating Depression and PTSD: Science 101"],
    "hyphen-mixed": ["Long standing"],
    "missing-period": ["patients"],
    "mixed-variants": ["anaesthetic", "anaesthetic"],
    "noun-repetition": ["stress from stress"],
    "term-case": ["Ketamine"] * 6,
    "acronym-unexpanded": ["SSRIs", "PTSD", "WHO", "NMDA", "AMPA", "BDNF", "IV"],
    "unreferenced-source": ["American Journal of Psychiatry", "Journal of Clinical Psychiatry"],
    "doubled-punctuation": [],
    "doubled-space": [],
    "unbalanced": [],
}


@pytest.mark.parametrize("name", sorted(SEEDED))
def test_seed(seeded: Sequence[Passage], name: str) -> None:
    """Every inconsistency of the seed is found where it stands, and nothing else."""
    assert [one.text for one in RULES[name].check(seeded, **needs(RULES[name]))] == SEEDED[name]


# ── two spellings ──


def test_minority_is_reported_with_the_other_spelling() -> None:
    """Two against one: the one is to be changed, by somebody who looks."""
    (one,) = found("mixed-variants", "The colour of the harbour fades. Color matters.")
    assert (one.text, one.suggestions, one.fix) == ("Color", ("Colour",), "unsafe")


def test_a_tie_goes_by_words_then_by_locale() -> None:
    """Two words weigh more than one word twice; else the article's country decides."""
    twice = "An anaesthetic and an anaesthetic. The anesthesia changed her behavior."
    assert texts("mixed-variants", twice) == ["anaesthetic", "anaesthetic"]
    one_each = "The colour fades. The harbor is near."
    assert texts("mixed-variants", one_each, "en-GB") == ["harbor"]
    assert texts("mixed-variants", one_each, "en-US") == ["colour"]


@pytest.mark.parametrize(
    "text",
    [
        "We organise and realize. The colour fades.",
        "The Department of Labor met, and the colour fades.",
        "The word “color” is American; colour is not.",
        "She learned that the tire is flat while the colour fades. Check it.",
        "- Tan, J. (2019). Color. Journal of Rest, 12(3), 4–9.\n\nThe colour fades.",
    ],
)
def test_no_evidence_of_a_country(text: str) -> None:
    """-ise and -ize, names, quotations, words of both countries and references tell nothing."""
    assert texts("mixed-variants", text) == []


@given(st.sampled_from(sorted(variants.spellings())))
def test_spellings_come_in_pairs(form: str) -> None:
    """The other spelling of the other spelling is of the same country."""
    spelling = variants.spellings()[form]
    back = variants.spellings()[spelling.other]
    assert back.variant != spelling.variant
    assert variants.spellings()[back.other].variant == spelling.variant


# ── capitals ──


def test_acronym_is_asked_about_once_a_form() -> None:
    """The rare form is a slip; one that is used as often is another thing."""
    assert texts("acronym-case", "SSRIs, SSRIs, SSRIS.") == ["SSRIS"]
    assert texts("acronym-case", "The PHP site of a PhD. A PHP page for a PhD.") == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "a vaccine, a vaccine, a vaccine, a vaccine; we hope that Vaccine works."),
        ("fr", "le vaccin, un vaccin, mon vaccin, du vaccin; on dit que le Vaccin aide."),
        ("nl", "een dosis, de dosis, mijn dosis, die dosis; men zegt dat de Dosis helpt."),
    ],
)
def test_capital_in_mid_sentence(locale: str, text: str) -> None:
    """A term that mostly has a small letter has one everywhere."""
    assert len(found("term-case", text, locale)) == 1


@pytest.mark.parametrize(
    "behind",
    [
        "They asked the Vaccine Trust.",
        "They asked. Vaccine is dear.",
        "They asked “Vaccine.”",
        "They said: Vaccine.",
        "They asked [Vaccine](a.md).",
        "They click Vaccine.",
    ],
)
def test_capital_that_is_right(behind: str) -> None:
    """Names, sentences, quotations, labels and the text of links have their capital."""
    assert texts("term-case", f"a vaccine, a vaccine, a vaccine, a vaccine. {behind}") == []


def test_heading_unlike_its_level() -> None:
    """Levels have styles of their own; names have capitals in each."""
    text = (
        "## How it works\n\n## What to expect\n\n## The Best Way Forward\n\n### All New Things Here"
    )
    assert texts("heading-case", text) == ["The Best Way Forward"]
    text = "## How it works\n\n## What to expect\n\n## Ask Visual Studio\n\nWe ask Visual Studio."
    assert texts("heading-case", text) == []


# ── stops and spaces ──


def test_final_stop_is_safe_to_put() -> None:
    """The last word is shown with its mark."""
    text = "- Drink a glass of water.\n- Rest in a dark room.\n- Call us if it gets worse"
    (one,) = found("missing-period", text)
    assert (one.text, one.suggestions, one.fix) == ("worse", ("worse.",), "safe")


@pytest.mark.parametrize(
    "text",
    [
        "- Drink a glass of water.\n- Rest in a dark room.\n- Take your things with you\n    - a coat",
        "One is here. It is.\n\nTwo is here. It is.\n\nThree is here. Run this\n\n    code\n\nFour is. It is.",
        "- Tan, J. (2019). Sleep. Journal of Rest, 12(3), 4–9.\n- Rest in a dark room, please.\n- Take it",
        "One is here. It is.\n\nTwo is here. It is.\n\nBy Anna Tan and Ben Okafor of the Old Clinic House Team",
    ],
)
def test_no_stop_is_missed(text: str) -> None:
    """What introduces something, references and bylines end as they like."""
    assert texts("missing-period", text) == []


def test_items_of_nested_lists_are_siblings() -> None:
    """Lists are told apart by the column of their items; in a catalog there is none."""
    items = [(1, "a"), (3, "b"), (1, "c"), (3, "d")]

    def groups(path: str) -> list[list[str]]:
        made = [Passage(text, "en", "list item", Origin(path, ((0, 1, at),))) for at, text in items]
        return [[one.text for one in group] for group in siblings.lists(made)]

    assert groups("a.md") == [["a", "c"], ["b", "d"]]
    assert groups("de.po") == [["a", "b", "c", "d"]]


def test_spaces_behind_a_stop_are_an_option() -> None:
    """Two spaces between sentences are a habit, inside one a slip."""
    assert texts("doubled-space", "Take one.  Then rest.") == []
    assert texts("doubled-space", "Take one.  Then rest.", after_stop=True) == ["  "]
    (one,) = found("doubled-space", "Take  one.")
    assert (one.suggestions, one.fix) == ((" ",), "safe")


@pytest.mark.parametrize(
    ("text", "suggestion", "fix"),
    [
        ("One,, two.", ",", "safe"),
        ("It helps.. Yes.", ".", "unsafe"),
        ("One,. two.", ".", "unsafe"),
    ],
)
def test_doubled_mark(text: str, suggestion: str, fix: str) -> None:
    """A comma may be taken away unseen; two stops may have been three."""
    (one,) = found("doubled-punctuation", text)
    assert (one.suggestions, one.fix) == ((suggestion,), fix)


# ── brackets and quotation marks ──


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "A (b [c] d) “e ‘f’ g” and 1) h, b) i :-) (j)."),
        ("en", "“One.\n\n“Two.\n\n“Three.”"),
        ("en", "(One is here.\n\nTwo is here.)"),
        ("en", 'The sign "(" or “)” and a 5" nail.'),
        ("de", "„A“ und »B« und «C»."),
        ("da", "»A« og ”B” og „C”."),
        ("sv", "”A” och »B»."),
        ("pl", "„A” i «B»."),
        ("fr", "« A » et “B”."),
        ("es", "«A.\n\n»B.»"),
        ("ja", "「あ『い』」（う）【え】"),
        ("ar", "”ا“ و“ب” و«ج»"),
        ("he", 'צה"ל אמר "כן".'),
    ],
)
def test_balanced(locale: str, text: str) -> None:
    """Each language's pairs, a quotation over paragraphs, enumerations and faces are in order."""
    assert texts("unbalanced", text, locale) == []


def test_wrong_quotation_mark_is_one_finding() -> None:
    """“Seen“ has one wrong mark, the second."""
    (one,) = found("unbalanced", "It is “seen“ by all.")
    assert one.place.column == 12


@given(st.text(alphabet="ab ()[]“”„«»\"'.\n", max_size=60))
def test_brackets_never_stop_the_rule(text: str) -> None:
    """Whatever is open, each mark is given once at most."""
    origin = Origin("a.md")
    places = [
        one.place for one in RULES["unbalanced"].check([Passage(text, "de", "paragraph", origin)])
    ]
    assert len(places) == len(set(places))


# ── words ──


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# Pros & Cons\n\nText.", 1),
        ("# Johnson & Johnson\n\nText.", 0),
        ("# Sleep & Mood\n\nGood sleep lifts the mood.", 1),
        ("Salt & pepper, R&D, Marks & Spencer, `a & b`.", 1),
    ],
)
def test_ampersand(text: str, count: int) -> None:
    """A name keeps its sign; two words that the article has are no name."""
    assert len(found("ampersand", text)) == count


def test_ampersand_in_other_languages() -> None:
    """Each language has its own word, to be looked at."""
    (one,) = found("ampersand", "Coma frutas & verduras.", "es")
    assert (one.suggestions, one.fix) == (("y",), "unsafe")


def test_hyphen_before_the_noun_only() -> None:
    """Behind a verb, or as a noun of its own, the two words need none."""
    text = (
        "Long-term use. In the long term, it helps. It is long term. The long term effects count."
    )
    assert texts("hyphen-mixed", text) == ["long term"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("PTSD is common.", '"PTSD" is never written out'),
        (
            "An IV line. The intravenous (IV) line.",
            '"IV" is used before line 1 says what it stands for',
        ),
    ],
)
def test_acronym(text: str, message: str) -> None:
    """It is asked for once, at its first place."""
    assert [one.message for one in found("acronym-unexpanded", text)] == [message]


def test_known_acronyms() -> None:
    """A project says what its readers know."""
    assert texts("acronym-unexpanded", "The NHS and the GP.", known="NHS GP") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("magnetic resonance imaging (MRI)", 1),
        ("MRI (magnetic resonance imaging)", 1),
        ("an MRI (see below)", 0),
    ],
)
def test_expansion(text: str, count: int) -> None:
    """Words whose letters are those of the acronym say what it stands for, before or behind it."""
    told = [
        word for word in acronyms.mentions(text) if acronyms.expands(text, word.start, word.end)
    ]
    assert len(told) == count


def test_shortened_journal_is_the_journal() -> None:
    """A reference may shorten each word; the authors' initials are none."""
    text = "It was in the American Journal of Sleep.\n\n- Tan, J. (2019). Rest. {}, 12(3), 4–9."
    assert texts("unreferenced-source", text.format("Am J Sleep")) == []
    assert texts("unreferenced-source", text.format("Journal of Rest")) == [
        "American Journal of Sleep"
    ]


# ── all of them ──


@given(st.text(alphabet="aAbB &.,()“”-\nSR", max_size=80))
def test_findings_point_into_the_text(text: str) -> None:
    """What is found is what stands there."""
    passage = Passage(text, "en", "paragraph", Origin("a.md"))
    for rule in RULES.values():
        assert_inside(rule, passage)


def assert_inside(rule: Rule, passage: Passage) -> None:
    """Each finding's text is the text at its place."""
    for one in rule.check([passage], **needs(rule)):
        start = one.place.column - 1
        assert passage.text[start : start + len(one.text)] == one.text


def test_position() -> None:
    """Sentences open behind stops, labels and code; capitals beside a word make it a name."""
    text = "It is. “So” said Ann Lee"
    assert [position.opens(text, at) for at in (0, 3, 8, 17)] == [True, False, True, False]
    assert position.beside_capital(text, 17, 20)
