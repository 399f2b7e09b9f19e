"""page/language-attribute"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.dom import Dom
from pipeline.findings import Found, Identifier, Level, Rule
from pipeline.model import Run
from pipeline.prose import tongue

_ATTRIBUTES = ("alt", "aria-label", "aria-description", "placeholder", "title")
_SHOWN = 60


def check(
    dom: Dom, *, runs: Sequence[Run], locale: str, source: str, identifier: Identifier | None
) -> Iterator[Found]:
    """
    What only a screen reader says, or a pointer shows, is in the language of the page, too.

    Why: an alternative or a label that was left in the language of the source is read aloud with the wrong
    voice, and nobody who looks at the page sees it. An attribute cannot say that its language is another.
    Fix: translate it: it is a message of its own in the catalog. In HTML, write it anew.
    """
    left = {
        " ".join(run.text.split()) for run in runs if run.state in ("missing", "fuzzy", "refused")
    }
    said: set[str] = set()
    for element in dom.having(*_ATTRIBUTES):
        tag = element.language or locale
        for attribute in _ATTRIBUTES if element.seen else ():
            if attribute not in element.attributes:
                continue
            text = " ".join(element.attributes[attribute].split())
            # What a template repeats on a page is one thing to mend.
            if not text or text in said:
                continue
            said.add(text)
            shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
            if text in left and tag != source:
                yield Found(element.place, f'{attribute} "{shown}" is not translated', text=text)
            elif identifier and (other := tongue.doubt(text, tag, identifier, source)):
                message = f'{attribute} "{shown}" seems to be in "{other.language}", not in "{tag}"'
                level: Level | None = None if other.sure else "review"
                yield Found(element.place, message, text=text, level=level)


_PAGE = '<html lang="{}"><body><p>{}</p></body></html>'

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.2",
    bad=(
        _PAGE.format("fr", '<img src="a.png" alt="A map of the old harbour and its two piers">'),
        _PAGE.format("ar", '<img src="a.png" alt="A map of the harbour">'),
        _PAGE.format("ja", '<a href="a" title="Opening hours of the clinic">営業時間</a>'),
        _PAGE.format("de", '<input aria-label="Search all of our pages for a word">'),
    ),
    good=(
        _PAGE.format("fr", '<img src="a.png" alt="Un plan du vieux port et de ses deux jetées">'),
        _PAGE.format(
            "fr", '<img src="a.png" lang="en" alt="A map of the old harbour and its piers">'
        ),
        _PAGE.format("de", '<img src="a.png" alt="Ketalar, Spravato">'),
        _PAGE.format("ja", '<img src="a.png" alt="港の地図">'),
        _PAGE.format("ar", '<img src="a.png" alt="خريطة الميناء HTTP">'),
    ),
)
