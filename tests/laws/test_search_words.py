"""Law: a shortcut gives what the long way gives, where the words of a page are counted."""

from __future__ import annotations

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.site import search

# Signs of every kind, and letters that fold into others, stand beside each other more than by chance.
LETTERS = st.sampled_from(
    "aZ5 _-.'É\u0301ﬁ½´ßİΣς\u00a0الأدوية喘息の薬\u0e01\u0e34…²\t\n"
) | st.characters(exclude_categories=["Cs"])


@given(st.text(LETTERS))
@example("الأدوية الادويه")
@example("x" * 50 + " " + "é" * 50)
def test_words_counted_by_pieces_are_the_terms_of_the_text(text: str) -> None:
    """Each piece by itself gives what the text gives between its spaces."""
    expected = Counter(word for part in text.split() for word in search.terms(part))
    assert search.count(text) == expected
