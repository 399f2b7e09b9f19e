"""translation/end-mark"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import beside, locales
from pipeline.beside import ends
from pipeline.findings import Found, Rule
from pipeline.model import Run

_ASKED = frozenset({"colon", "question", "exclamation"})
# A list is announced by a stop in these; a question may end in a particle and a stop; a call hardly has a mark.
_FREE = {
    "ja": frozenset({"colon", "exclamation", "question"}),
    "ko": frozenset({"colon", "exclamation", "question"}),
    "zh": frozenset({"colon", "exclamation"}),
    "th": _ASKED,
    "lo": _ASKED,
    "km": _ASKED,
    "my": _ASKED,
    # Its question mark is a semicolon, and stands in the word in Armenian.
    "el": frozenset({"question"}),
    "hy": _ASKED,
}


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    Where a source ends in a colon, a question or an exclamation mark, its translation ends in one, too.

    Why: what is asked, called or announced reads as something else without its mark. Each language has
    its own marks, and some have none.
    Fix: end the msgstr in the mark of its language, unless the sentence was put another way.
    """
    for run in beside.translated(runs):
        source, text = run.segment.id, run.text
        mark = ends.end(source)
        if mark not in _ASKED or source == text:
            continue
        last = ends.end(text)
        free = _FREE.get(locales.language(run.locale), frozenset())
        if last in (mark, "code", "ellipsis") or mark in free:
            continue
        if last == "word" and mark != "colon" and len(source) >= 20:
            continue  # translation/truncated tells it.
        end = len(ends.bare(text))
        start = max(end - 1, 0)
        yield beside.found(run, start, end, f"the source ends in {_NAMES[mark]}, this does not")


_NAMES = {"colon": "a colon", "question": "a question mark", "exclamation": "an exclamation mark"}

RULE = Rule(
    level="note",
    check=check,
    bad=(
        ("You need:", "Vous avez besoin de."),
        ("Are you sure?", "Vous êtes sûr."),
        ("Are you sure?", "هل أنت متأكد.", "ar"),
    ),
    good=(
        ("You need:", "Il vous faut :"),
        ("Are you sure?", "هل أنت متأكد؟", "ar"),
        ("You need:", "次のものが必要です。", "ja"),
        ("Are you sure?", "确定吗？", "zh"),
    ),
)
