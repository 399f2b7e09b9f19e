"""The errors in English that a speller cannot see: found wherever they stand, mended, and not cried over."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import walk
from pipeline.findings import Found
from pipeline.model import Article, Catalog, Origin, Passage
from pipeline.prose import passages
from pipeline.prose.english import slips, sounds

# The wrong word stands in brackets, and behind the mark what it ought to be.
PLANTED = {
    "its-possessive": (
        "A plant is grown for [it’s>its] leaves.",
        "[It's>Its] side effects are mild and pass in a day.",
        "The trust has lost two of [it's>its] members.",
        "[Its>It’s] been a long winter, and we’re tired.",
        "They say [its>it's] easy to learn.",
    ),
    "your-you-are": (
        "Ask [you’re>your] doctor before you drive.",
        "[Your>You're] going to feel a small prick.",
        "If [your>you're] pregnant, do not take this drug.",
        "Once [your>you're] ready to leave, ring the bell.",
    ),
    "there-their": (
        "[Their>There] are three ways to join.",
        "Patients should ask [there>their] doctor.",
        "[They’re>Their] symptoms went away.",
        "If [their>they're] not sure, they can call us.",
    ),
    "then-than": (
        "It costs more [then>than] ten pounds.",
        "Rather [then>than] wait, call us.",
        "First take the tablet, [than>then] wait an hour.",
    ),
    "could-of": ("You could [of>have] called us.", "It wouldn’t [of>have] worked."),
    "lose-loose": (
        "You may [loose>lose] your appetite.",
        "She is [loosing>losing] her hair.",
        "Wear [lose>loose] clothing.",
    ),
    "led-lead": ("This has [lead>led] to new rules.", "They were [mislead>misled] by the label."),
    "affect-effect": (
        "The drug had no [affect>effect] on sleep.",
        "Stress can [effect>affect] your heart.",
        "People [effected>affected] by the flood can call us.",
    ),
    "every-day": (
        "Take one tablet [everyday>every day].",
        "It is a part of [every day>everyday] life.",
    ),
    "over-time": (
        "The effect can build [overtime>over time].",
        "She was paid for [over time>overtime] work.",
    ),
    "in-person": (
        "We meet [in-person>in person] on Mondays.",
        "Book an [in person>in-person] visit.",
    ),
    "missing-article": (
        "The town has [reputation>a reputation] for good food.",
        "Exercise plays [important role>an important role] in health.",
        "Smoking is [leading cause>the leading cause] of death.",
    ),
    "article-by-sound": (
        "You need [a>an] MRI scan.",
        "She is [an>a] UN worker.",
        "There is [a>an] 8 in 10 chance.",
        "[A>An] injection takes a minute.",
    ),
    "introductory-comma": (
        "It is old. In [fact>fact,] ketamine is on the list.",
        "[However>However,] there are some risks.",
    ),
    "which-is-why": ("The hall is [small>small,] which is why you need a ticket.",),
    "to-too": ("It is [to>too] late to change.", "You have [too>to] wait."),
    "who-is-whose": (
        "Patients [who’s>whose] symptoms last should call.",
        "[Whose>Who's] going to pay?",
    ),
    "past-passed": ("She walked [passed>past] the clinic.", "The danger has [past>passed]."),
    "weather-whether": (
        "Ask [weather>whether] you can drive.",
        "The [whether>weather] was cold.",
    ),
    "advice-advise": ("Seek medical [advise>advice].", "We [advice>advise] you to rest."),
    "breath-breathe": ("Take a deep [breathe>breath].", "He could not [breath>breathe] well."),
    "confused-word": (
        "A clinical [trail>trial] began in May.",
        "They suffer [form>from] asthma.",
        "You are [suppose>supposed] to rest.",
    ),
}
CASES = [(rule, sentence) for rule, sentences in PLANTED.items() for sentence in sentences]
AROUND = {
    "list item": "- {}",
    "heading": "## {}",
    "quotation": "> {}",
    "emphasis": "*{}*",
    "behind a sentence": "We met in May. {}",
    "behind a quotation": "“It is late,” she said. {}",
    "behind code": "Write `x = 1`. {}",
}
CLEAN = (
    "It’s clear that the clinic and its staff did their best, and that you’re in good hands with your doctor.",
    "If the dose is higher, then wait; it is no more than a day, which is why there is time.",
    "They’re here because their child was ill, and there they could of course stay in person.",
    "The change takes effect in May and affects people whose work is paid overtime.",
    "An hour later a European user saw an MRI of a one-off case, an 18-year-old with an X-ray.",
    "Who’s there? Someone whose name I know, and who’s led the team past the hall; time has passed.",
    "In fact, they lead a full life every day; everyday tasks are not too hard for them.",
    "Ask whether the weather is fine, take advice, advise others, breathe in, and take a breath.",
    "In addition to that, the trial ran from May to June, and in principle it has a good reputation.",
    "What it’s for is clear: it’s time, it’s people like us who lose when the screws are loose.",
)


def check(rule: str, prose: tuple[Passage, ...]) -> list[Found]:
    """Give what a rule finds."""
    module = importlib.import_module(f"pipeline.rules.prose.{rule.replace('-', '_')}")
    return list(module.RULE.check(prose))


def read(text: str) -> tuple[Passage, ...]:
    """Give the passages of a Markdown text."""
    article = Article("example", "example.md", "en", text)
    return passages.prose(walk.render(article, "en", Catalog("en")))


def planted(sentence: str) -> tuple[str, str, str]:
    """Give a sentence with its error, the wrong words, and the right ones."""
    before, _, rest = sentence.partition("[")
    wrong, _, rest = rest.partition(">")
    right, _, after = rest.partition("]")
    return before + wrong + after, wrong, right


@pytest.mark.parametrize(("rule", "sentence"), CASES)
def test_error_is_found_and_mended(rule: str, sentence: str) -> None:
    """The words that are found are the wrong ones, and the first suggestion is the right one."""
    text, wrong, right = planted(sentence)
    found = check(rule, read(text))
    assert [(one.text, one.suggestions[0].replace("’", "'")) for one in found] == [
        (wrong, right.replace("’", "'"))
    ]
    assert found[0].fix


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND.keys())
@pytest.mark.parametrize(("rule", "sentence"), CASES)
def test_surroundings_hide_nothing(rule: str, sentence: str, around: str) -> None:
    """An error is found in lists, headings, quotations and emphasis, and behind them."""
    text, wrong, _ = planted(sentence)
    assert wrong in [one.text for one in check(rule, read(around.format(text)))]


@pytest.mark.parametrize("rule", PLANTED)
@pytest.mark.parametrize("sentence", CLEAN)
def test_good_english_is_let_be(rule: str, sentence: str) -> None:
    """No rule finds anything in a sentence that is right."""
    assert check(rule, read(sentence)) == []


@pytest.mark.parametrize(("rule", "sentence"), CASES)
def test_mended_text_is_let_be(rule: str, sentence: str) -> None:
    """A law: where the suggestion stands in place of the text, nothing is found any more."""
    text, wrong, right = planted(sentence)
    mended = text.replace(wrong, right, 1) if sentence.startswith("[") else sentence
    mended = sentence.replace(f"[{wrong}>{right}]", right) if mended == sentence else mended
    assert check(rule, read(mended)) == []


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_suggestion_has_the_apostrophe_of_the_text(apostrophe: str) -> None:
    """A text with curly apostrophes gets one."""
    (found,) = check("its-possessive", read(f"We{apostrophe}re here. Its been long."))
    assert found.suggestions == (f"It{apostrophe}s",)


def test_word_in_quotation_marks_is_spoken_of() -> None:
    """What is quoted by itself is not used."""
    assert check("could-of", read("He wrote could “of” been.")) == []


def test_text_without_these_commas_has_its_own_style() -> None:
    """Four openers without a comma, and none with one, are how somebody chose to write."""
    bare = "In fact we are here. In fact we know. As a result we go. For example we stay."
    assert check("introductory-comma", read(bare)) == []
    mixed = f"{bare} In fact, yes. In fact, no. In addition, we may. In short, do."
    assert len(check("introductory-comma", read(mixed))) == 4


@pytest.mark.parametrize(
    ("words", "article"),
    [
        (
            "hour honest heir honour 8 80 11 18 18th 8-bit MRI NHS SSRI X-ray e-mail apple umbrella",
            "an",
        ),
        ("unimportant unidentified urgent upper AIDS EU IT HIV NGO", "an"),
        (
            "user union European one once one-off UN US USB UK 1 10 100 PTSD uterus ewe unique hand",
            "a",
        ),
        ("historic herb npm URL SQL hotel n sRGB 1100", ""),
    ],
)
def test_article_follows_the_sound(words: str, article: str) -> None:
    """The first sound decides; where speakers differ, nothing does."""
    assert {word: sounds.article(word) for word in words.split()} == dict.fromkeys(
        words.split(), article
    )


@given(st.text())
def test_straight_moves_nothing(text: str) -> None:
    """A law: every character of the straightened text stands where it stood."""
    assert len(slips.straight(text)) == len(text)


@given(st.text(alphabet="its'’ yourethn.,a-of", max_size=300))
def test_found_text_is_the_text_there(text: str) -> None:
    """A law: what is found is cut from the passage at its place."""
    passage = Passage(text, "en", "paragraph", Origin("a.md"))
    for rule in ("its-possessive", "your-you-are", "there-their", "then-than", "article-by-sound"):
        for one in check(rule, (passage,)):
            start = one.place.column - 1
            assert text[start : start + len(one.text)] == one.text
