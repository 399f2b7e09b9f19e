"""translation/truncated"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import beside, locales
from pipeline.beside import ends, length
from pipeline.findings import Found, Level, Rule
from pipeline.model import Run

_SENTENCE = 20
# Of the length usual in the language: of a short text a little less is no sign.
_SHORT, _SHORTER = 0.8, 0.55
_LONG_ENOUGH = 60


def check(runs: Sequence[Run]) -> Iterator[Found]:
    """
    A translation goes on to the end of its source.

    Why: a text cut in its middle looks translated until somebody reads it to where it stops. What tells:
    the source ends in a mark and the translation in none, or in a word that needs another; if it is as long
    as usual, a mark may be all that is missing, and this is a note.
    Fix: translate the rest, or set the mark that ends the sentence.
    """
    for run in beside.translated(runs):
        source, text = run.segment.id, run.text
        if len(source) < _SENTENCE or source == text:
            continue
        mark, last = ends.end(source), ends.end(text)
        if last != "word":
            continue
        language = locales.language(run.locale)
        share = length.share(source, text, language)
        short = share < (_SHORT if len(source) >= _LONG_ENOUGH else _SHORTER)
        if _breaks_off(source, text, language, short=short):
            yield _at_end(run, "the translation breaks off in the middle of a sentence", "warning")
        elif mark not in _ENDING or language in ends.STOPLESS:
            continue
        elif short or text.endswith(" ") > source.endswith(" "):
            yield _at_end(
                run, "the source ends its sentence, this does not, and is short", "warning"
            )
        elif language not in length.DENSE or len(source) >= _LONG_ENOUGH:
            yield _at_end(run, "the source ends its sentence, this does not: is it whole?", "note")


_ENDING = frozenset({"stop", "question", "exclamation"})


def _breaks_off(source: str, text: str, language: str, *, short: bool) -> bool:
    if not ends.is_open(ends.bare(text), language) or ends.is_open(ends.bare(source), "en"):
        return False
    mark = ends.end(source)
    return mark in _ENDING or short or (mark == "colon" and language not in length.DENSE)


def _at_end(run: Run, message: str, level: Level) -> Found:
    end = len(run.text.rstrip())
    start = max(run.text.rfind(" ", 0, max(end - 1, 0)) + 1, end - 20, 0)
    return replace(beside.found(run, start, end, message), level=level)


RULE = Rule(
    level="warning",
    check=check,
    bad=(
        ("It will always make the process stop.", "Cela fera toujours en sorte que le"),
        ("It will always make the process stop.", "sempre fará com que o processo ", "pt-BR"),
        ("Take it with water. Rest for an hour.", "Nehmen Sie es mit Wasser ein. Ruhen Sie", "de"),
        ("Take it with a glass of water. Then rest for an hour.", "コップ一杯の水で", "ja"),
        ("Do you take any other medicine?", "Prenez-vous d’autres"),
    ),
    good=(
        ("Take it with a glass of water.", "Prenez-le avec un verre d’eau."),
        ("Take it with a glass of water.", "コップ一杯の水で飲んでください。", "ja"),
        ("Take it with a glass of water.", "ดื่มพร้อมน้ำหนึ่งแก้ว", "th"),
        ("Take it with a glass of water.", "تناوله مع كوب من الماء.", "ar"),
        ("Do you take any other medicine?", "هل تتناول دواءً آخر؟", "ar"),
        ("What to do after a meal", "Que faire après un repas"),
        ("Read about it in [the guide](a.md).", "Lire [le guide](a.md)."),
    ),
)
