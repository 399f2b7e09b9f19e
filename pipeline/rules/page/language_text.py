"""page/language-text"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.dom import Dom
from pipeline.findings import Found, Identifier, Level, Rule
from pipeline.model import NOT_PROSE, Passage, Run
from pipeline.prose import citations, tongue

_ASIDE = ("image alternative", "link title", "accessible name", "placeholder")
_QUOTES = "\"'“”„«»「」『』‹›"
_SHOWN = 60
_WHOLE = 200
_READ = 2000
"""Letters of a page that decide, and how many are read for it."""


def check(
    dom: Dom,
    *,
    prose: Sequence[Passage],
    runs: Sequence[Run],
    locale: str,
    source: str,
    identifier: Identifier | None,
) -> Iterator[Found]:
    """
    A page is written in the language that it names, and so is each of its paragraphs without a mark.

    Why: a screen reader speaks by the rules of the language it is told; a German sentence read as if it
    were French cannot be understood.
    Fix: correct `lang` on `<html>`; translate what was left; mark a quotation with `<span lang="de">`.
    An article's own passages are judged with its dictionaries, by prose/left-in-another-language.
    """
    if identifier is None:
        return
    own = [
        passage
        for passage in prose
        if passage.locale == locale and passage.kind not in _ASIDE and not _reference(passage)
    ]
    whole = " ".join(passage.text for passage in own)[:_READ]
    other = tongue.doubt(whole, locale, identifier, source) if dom.document else None
    pages = dom.named("html")
    if other and pages and other.probability >= 0.9:
        level: Level | None = None if other.letters >= _WHOLE else "review"
        message = f'the page names "{locale}", but seems to be written in "{other.language}"'
        yield Found(pages[0].place, message, level=level)
        return
    for passage in () if runs else own:
        found = tongue.doubt(passage.text, locale, identifier, source)
        if found:
            text = passage.text if len(passage.text) <= _SHOWN else f"{passage.text[: _SHOWN - 1]}…"
            quoted = any(mark in passage.text for mark in _QUOTES)
            sure = found.sure and not quoted
            message = f'"{text}" seems to be in "{found.language}", and is not marked'
            place = passage.origin.place
            yield Found(place, message, text=passage.text, level=None if sure else "review")


def _reference(passage: Passage) -> bool:
    """A reference stays in its language; a list of names or of code is in none."""
    return citations.is_citation(passage.text) or passage.text.count(NOT_PROSE) > 3


_PAGE = '<!doctype html><html lang="{}"><title>{}</title><body>{}</body></html>'
_FRENCH = (
    "<p>Prenez un comprimé chaque matin avec un verre d’eau, et notez l’heure dans votre carnet.</p>"
    "<p>Si vous avez oublié une prise, ne doublez pas la suivante : appelez plutôt votre médecin.</p>"
)
_LEFT = (
    "<p>Take one of the tablets with a glass of water every morning, and write down the time.</p>"
)

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.1",
    act=("ucwvc8",),
    bad=(
        _PAGE.format("en", "Asthme", _FRENCH),
        _PAGE.format("fr", "Asthme", _FRENCH + _LEFT),
        _PAGE.format(
            "fr", "Asthme", _FRENCH + "<p>Er sagte: Ich weiß nicht, was das heißen soll.</p>"
        ),
        _PAGE.format("ar", "الربو", "<p>خذ قرصا واحدا كل صباح مع كوب من الماء.</p>" + _LEFT),
    ),
    good=(
        _PAGE.format("fr", "Asthme", _FRENCH),
        _PAGE.format("fr", "Asthme", _FRENCH + f'<div lang="en">{_LEFT}</div>'),
        _PAGE.format("fr", "Asthme", _FRENCH + "<ul><li>Ketalar<li>Spravato<li>HTTP Basic</ul>"),
        _PAGE.format("fr", "Asthme", _FRENCH + "<pre>take one of the tablets every morning</pre>"),
    ),
)
