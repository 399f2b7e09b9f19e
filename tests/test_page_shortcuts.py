"""The law of what is done quicker for a page: a shortcut gives what the long way gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline import visible
from pipeline.dom import parse, roles
from pipeline.prose import tongue

_WORDS = st.sampled_from(
    [
        "the",
        "foam",
        "goes",
        "about",
        "die",
        "ist",
        "des",
        "avec",
        "Read",
        "more",
        "don't",
        "the-",
        "-the",
        "a--b",
    ]
)
_TEXTS = st.lists(_WORDS | st.text(st.characters(max_codepoint=127), max_size=4), max_size=12).map(
    " ".join
)
_TAGS = st.sampled_from(["en", "fr", "de", "ar", "zz"])


class _Nobody:
    def likeliest(self, text: str, among: object = ()) -> tuple[str, float]:
        raise AssertionError(text, among)


@given(_TEXTS, _TAGS)
def test_no_doubt_where_all_is_clear(text: str, tag: str) -> None:
    """A text that is clear is in no other language, in no part of it, and nobody is asked."""
    if tongue.clear(text, tag):
        assert tongue.doubt(text, tag, _Nobody()) is None
        assert not tongue.mixed(text, tag)


@given(_TEXTS)
def test_signs_of_a_language_are_the_same_in_ascii(text: str) -> None:
    """The words of ASCII are those that are found with any other letter beside them."""
    assert dict(tongue._evidence(text)) == dict(tongue._evidence(f"{text} ø"))


@given(
    st.lists(
        st.sampled_from(["a", "b.", " ", "  ", "\N{NO-BREAK SPACE}", "é", "\N{EM SPACE}"]),
        max_size=8,
    )
)
def test_words_of_a_text_stand_where_they_are(pieces: list[str]) -> None:
    """A text with one space between its words is one; else it is cut, and each stands where it says."""
    text = "".join(pieces)
    words = visible._written(text, "en", 0, spaced=False)
    assert " ".join(word for word, *_ in words).split(" ") == text.split(" ") or not all(
        text.split(" ")
    )
    assert all(text.startswith(word, start) for word, _, start, _ in words)
    assert " ".join(word for word, *_ in words).split() == text.split()


@given(
    st.sampled_from(["p", "a", "img", "li", "header", "th"]),
    st.sampled_from(["", " role=none", " role=list"]),
)
def test_role_is_asked_for_or_its_own(name: str, asked: str) -> None:
    """An element's role is what it asks for, else its own."""
    for element in parse(f"<{name}{asked}>x", "a.html").elements:
        assert roles.of(element) == (roles.asked(element) or roles.implied(element))
