"""What `make fuzz` begins with has no finding; its laws are kept, where nobody has atheris, too."""

from __future__ import annotations

import functools
import itertools
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT))
from fuzz import seeds, targets  # noqa: E402 - it stands beside the package, which is found by then

_EACH = 12
"""So many seeds of a target are tried; the fuzzer begins with all."""

# What readers trip over: marks of the formats, controls, both directions, halves of characters.
_PIECES = st.sampled_from(
    [
        *("msgid ", "msgstr ", "msgctxt ", "msgid_plural ", "msgstr[0] ", '"', '"\n', "#~ ", "#| ", "#, fuzzy"),
        *("---\n", "title: ", "tags: [", "]", "{", "}", "&a ", "*a", "!!x ", "- ", "> ", "    ", "\t", "|", ": "),
        *("# ", "```\n", "~~~", "[", "](", ")", "![", "[^1]", "[^1]: ", "*[A]: ", "**", "_", "`", "\\", "<!--", "-->"),
        *("<p>", "</p>", "<div markdown='1'>", "<script>", "<table><td>", "<svg>", '<a href="', "<b", "&lt;", "&#0;"),
        *("\0", "\x01", "\x02", "\x03", "\x1b[31m", "\x7f", "\x85", "\ufeff", "\u2028", "\ufffc", "\ufdd0"),
        *("\u202e", "\u2066", "\u2069", "\u200f", "אבג", "العربية", "e\u0301", "👩\u200d👧", "ก", "痛み。", "İ", "ß"),
        *("\r\n", "\r", "\n", "\n\n", " ", "a", "Word", "3.5 mg", "Dr. ", "! ", "https://a.b/c"),
    ]
)  # fmt: skip
_BYTES = (
    st.lists(_PIECES, max_size=30).map("".join).map(str.encode)
    | st.binary(max_size=200)
    # Deep, rather than broad.
    | st.builds(lambda piece, times: piece.encode() * times, _PIECES, st.integers(2, 2000))
)


@functools.cache
def first(target: str) -> list[bytes]:
    """Give the first seeds of a target."""
    return [*itertools.islice(seeds.seeds(target), _EACH)]


@pytest.mark.parametrize("target", targets.TARGETS)
def test_seeds(target: str) -> None:
    """There are some, and each is read by the laws, or refused in one line."""
    assert first(target)
    for seed in first(target):
        targets.check(target, seed)


@pytest.mark.parametrize("target", targets.TARGETS)
@given(data=_BYTES)
def test_laws(target: str, data: bytes) -> None:
    """Whatever it is, it is read by the laws, or refused in one line."""
    targets.check(target, data)


@given(
    data=_BYTES, number=st.integers(0, 10), start=st.integers(0, 4000), length=st.integers(0, 40)
)
@pytest.mark.parametrize("target", targets.TARGETS)
def test_damage(target: str, data: bytes, number: int, start: int, length: int) -> None:
    """A seed with a hole, or with something else in it, keeps them too."""
    found = first(target)
    seed = found[number % len(found)]
    targets.check(target, seed[:start] + data[:100] + seed[start + length :])
