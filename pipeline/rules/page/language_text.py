"""page/language-text"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.dom import Dom
from pipeline.findings import Found, Identifier, Level, Rule
from pipeline.model import NOT_PROSE, Passage, Run
from pipeline.prose import citations, sentences, tongue

_ASIDE = ("image alternative", "link title", "accessible name", "placeholder")
_QUOTES = "\"'“”„«»「」『』‹›"
_QUOTED = re.compile(
    r"«[^«»]{15,400}»|»[^«»]{15,400}«|[“„][^“”„]{15,400}[“”]|‘[^‘]{15,400}’(?!\w)"
    r"|\"[^\"]{15,400}\"|「[^「」]{15,400}」|『[^『』]{15,400}』"
)
_PHRASES = ("blockquote", "em", "i", "q")
_TITLE_PARTS = re.compile(r"\s[-–—|·•:»]\s")
_PART = 16
"""Letters from which a part of a paragraph is asked about."""
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
        # A list of names or of code is in no language.
        if passage.locale == locale
        and passage.kind not in _ASIDE
        and passage.text.count(NOT_PROSE) < 4
    ]
    whole = " ".join(passage.text for passage in own)[:_READ]
    other = tongue.doubt(whole, locale, identifier, source) if dom.document else None
    pages = dom.named("html")
    if other and pages and other.probability >= 0.9:
        level: Level | None = None if other.letters >= _WHOLE else "review"
        message = f'the page names "{locale}", but seems to be written in "{other.language}"'
        yield Found(pages[0].place, message, level=level)
        return
    said: set[str] = set()
    for passage in () if runs else itertools.filterfalse(_clear, own):
        text = _longest(passage.text) if passage.kind == "title" else passage.text
        found = tongue.doubt(text, locale, identifier, source)
        if found and citations.is_citation(passage.text):
            # A reference stays in its language.
            continue
        if found:
            quoted = any(mark in passage.text for mark in _QUOTES)
            sure = found.sure and not quoted
            message = f'"{_short(text)}" seems to be in "{found.language}", and is not marked'
            place = passage.origin.place
            said.add(passage.text)
            yield Found(place, message, text=passage.text, level=None if sure else "review")
            continue
        for start, end, doubt in _parts(passage, identifier, source):
            if citations.is_citation(passage.text):
                break
            said.add(passage.text[start:end])
            message = f'"{_short(passage.text[start:end])}" seems to be in "{doubt.language}", and is not marked'
            yield Found.of(passage, start, end, message, level="review")
    for element in () if runs else dom.named(*_PHRASES):
        text = element.text
        if (
            element.language in ("", locale)
            and element.seen
            and _PART <= len(text) <= 400
            and tongue.told(text)
            and not any(text in one or one in text for one in said)
            and (found := tongue.doubt(text, locale, identifier, source))
        ):
            message = f'"{_short(text)}" seems to be in "{found.language}", and is not marked'
            yield Found(element.place, message, text=text, level="review")


def _parts(
    passage: Passage, identifier: Identifier, source: str
) -> Iterator[tuple[int, int, tongue.Doubt]]:
    """Give each quotation and sentence of *passage* that is in another language than the rest."""
    text, done = passage.text, 0
    spans = [match.span() for match in _QUOTED.finditer(text)] if _may_quote(text) else []
    # A sentence that is suspect makes its paragraph so; most are not, and need not be cut up.
    if tongue.mixed(text, passage.locale):
        whole = sentences.sentences(text, passage.locale)
        if len(whole) > 1:
            spans += [span for span in whole if tongue.suspect(text[slice(*span)], passage.locale)]
    for start, end in sorted(spans):
        part = text[start:end]
        if start < done or not tongue.told(part):
            continue
        found = tongue.doubt(part, passage.locale, identifier, source)
        if found and found.letters >= _PART:
            done = end
            yield start, end, found


def _clear(passage: Passage) -> bool:
    """Is all of it in its own language, as the words of it say: most are, and nothing else is to be asked."""
    text = passage.text
    if _may_quote(text) or not tongue.clear(text, passage.locale):
        return False
    return passage.kind != "title" or _longest(text) == text


def _may_quote(text: str) -> bool:
    # Of the marks only one is in ASCII.
    return '"' in text or not text.isascii()


def _longest(title: str) -> str:
    """Give the part of a title that is about the page: the other is the name of its site."""
    return max(_TITLE_PARTS.split(title), key=len)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


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
        _PAGE.format(
            "fr", "Asthme", _FRENCH.replace("un verre d’eau", "« one glass of cold water »")
        ),
        _PAGE.format("de", "Asthma", "<p>Nehmen Sie eine Tablette mit Wasser. " + _LEFT[3:]),
        _PAGE.format("fr", "Asthme", _FRENCH + "<p><a href='#a'>Skip to main content</a></p>"),
        _PAGE.format("zh", "How to sort the rubbish at home – 社区生活", "<p>把纸箱拆开压平。</p>"),
        _PAGE.format("ar", "الربو", "<p>خذ قرصا واحدا كل صباح مع كوب من الماء.</p>" + _LEFT),
    ),
    good=(
        _PAGE.format("fr", "Asthme", _FRENCH),
        _PAGE.format("fr", "Asthme", _FRENCH + f'<div lang="en">{_LEFT}</div>'),
        _PAGE.format(
            "fr", "Asthme – The Workshop", _FRENCH.replace("carnet", "« carnet de notes »")
        ),
        _PAGE.format("fr", "Asthme", _FRENCH + "<ul><li>Ketalar<li>Spravato<li>HTTP Basic</ul>"),
        _PAGE.format("fr", "Asthme", _FRENCH + "<pre>take one of the tablets every morning</pre>"),
    ),
)
