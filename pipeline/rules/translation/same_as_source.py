"""translation/same-as-source"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline import beside
from pipeline.beside import side
from pipeline.findings import Found, Rule
from pipeline.model import NOT_PROSE, Run
from pipeline.prose import citations

# Names have a capital letter, commands and files a sign in them; neither is a word of prose.
_WORD = re.compile(r"(?<![\w.@/\\$=<>+:-])[^\W\d_]{2,}(?![\w@/\\$=<>+-]|[.:]\w)")
# Words without which there is hardly a sentence in English.
_BINDING = frozenset(
    "a an and are as at be by can do for from has have how if in is it its may more no not of on or should "
    "that the their these they this to was what when which will with you your".split()
)
_SIGN = re.compile(r"[;:{}\[\]()=<>/\\_#|]")
_QUOTED = re.compile(r"\s*[a-z]?([\"'])[^\"]*\1\s*\Z")
_VERBATIM = re.compile(r"\A[ \t]|\n[ \t]")


def check(runs: Sequence[Run], *, source: str, words: int = 3) -> Iterator[Found]:
    """
    A translation is not its source once more.

    Why: a msgid copied to its msgstr counts as translated and reads as foreign; `words` in small letters are
    what it takes, so that names, code and references may stay.
    Fix: translate it, or empty the msgstr: what is missing is shown in the source's language, and marked so.
    """
    for run in beside.translated(runs):
        if beside.same_language(run.locale, source or "en") or not _same(run):
            continue
        if _QUOTED.match(run.text) or _VERBATIM.search(run.text) or citations.is_citation(run.text):
            continue
        if _prose_words(run) >= words:
            yield beside.found(run, 0, len(run.text), "the translation is the source")


def _prose_words(run: Run) -> int:
    """Count the words of prose: in small letters, or the first; none where signs and names prevail."""
    prose = side.prose(run.text, run.segment.kind, run.locale).replace(NOT_PROSE, " ")
    found = _WORD.findall(prose)
    lower = [word for word in found if word.islower()]
    every = [word for word in prose.split() if word.strip(".,:;")]
    if not lower or len(lower) < (len(every) - 1) / 2:
        return 0
    if _SIGN.search(run.text) and _BINDING.isdisjoint(lower):
        return 0
    return len(lower) + (found[0] != lower[0] and len(lower) > 1)


def _same(run: Run) -> bool:
    return run.text.casefold().split() == run.segment.id.casefold().split()


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("Take it with a glass of water.", "Take it with a glass of water."),
        ("take it with water", "Take it with water", "de"),
    ),
    good=(
        ("Take it with water.", "Prenez-le avec de l’eau."),
        ("Mayo Clinic Health System", "Mayo Clinic Health System"),
        ("Run `make all the things`.", "Run `make all the things`."),
        ("apt-get install --yes", "apt-get install --yes"),
        (
            "Tan, J. (2019). Sleep well at home. Journal of Rest, 12(3), 4–9.",
            "Tan, J. (2019). Sleep well at home. Journal of Rest, 12(3), 4–9.",
        ),
        ("The colour of the sea", "The colour of the sea", "en-GB"),
    ),
)
