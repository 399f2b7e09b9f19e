"""
THE walk: one visit to every translatable run of an article, for extraction and for rendering.

Python-Markdown runs its inline patterns at priority 20, when footnotes (50) are already in the tree.
A tree processor between the two sees every block with its raw inline Markdown still in `.text` or
`.tail`: exactly the translatable runs. What a run is replaced by cannot change the structure of the
page, for blocks have been parsed before. `extract` is a walk that replaces nothing, `render` one that
looks each run up in a catalog; there is no second visitor to forget.
"""

from __future__ import annotations

import contextlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline import engine as engines
from pipeline import faithful, kinds, stamps
from pipeline import frame as frames
from pipeline.engine import BACK_LINK, Engine, parser
from pipeline.errors import ArticleError
from pipeline.frame import Frame
from pipeline.model import Article, Catalog, Message, Run, Segment, State, Version
from pipeline.removed import removed
from pipeline.sanitise import sanitise
from pipeline.settings import PLAIN, Reading
from pipeline.visitor import Translate, Visitor

__all__ = [
    "BACK_LINK",
    "Converted",
    "convert",
    "extract",
    "look_up",
    "parser",
    "render",
    "segments",
]

_LABEL = re.compile(r"^[ ]{0,3}\[([^\]^][^\]]*)\]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Converted:
    """What a walk gives: HTML as Python-Markdown writes it, the segments met, the headings' ids, its stamps."""

    html: str
    segments: tuple[Segment, ...]
    anchors: tuple[str, ...]
    stamps: tuple[str, ...] = ()


def convert(
    article: Article,
    translate: Translate,
    *,
    anchors: Sequence[str] = (),
    foreign: bool = False,
    stamp: bool = False,
    back_link: str = BACK_LINK,
    reading: Reading = PLAIN,
) -> Converted:
    """
    Walk *article* once: *translate* meets every translatable run and says what replaces it.

    *anchors* are the headings' ids in their order, so that a translated heading keeps the address of
    its source; *foreign* marks what is left as it is with the source's language; *stamp* writes the
    source line of each block into the page. With a *translate* that always gives None the HTML is
    byte for byte that of `parser()`.
    """
    with _engine(article, reading) as engine:
        visitor = Visitor(
            engine.markdown, article, translate, reading, foreign=foreign, stamp=stamp
        )
        root = _visit(engine, visitor, back_link)
        lines = stamps.given(root)
        html, ids = engine.write(root, anchors)
        if visitor.untouched and not foreign and not anchors:
            engine.anchors = ids
    return Converted(html, tuple(visitor.segments), ids, lines)


def segments(article: Article, reading: Reading = PLAIN) -> tuple[Segment, ...]:
    """Give what `extract` meets, for half its cost: no page is made."""
    with _engine(article, reading) as engine:
        visitor = Visitor(engine.markdown, article, _nothing, reading, foreign=False, stamp=False)
        _visit(engine, visitor, BACK_LINK)
    return tuple(visitor.segments)


def extract(article: Article, reading: Reading = PLAIN) -> Converted:
    """
    Give the segments of *article* in its order, with the ids of its headings.

    >>> body = "## Boats {#b}\\n\\nA *red* one,\\nand a blue one.\\n"
    >>> found = extract(Article("boats", "boats.md", "en", body))
    >>> [(segment.kind, segment.id) for segment in found.segments]
    [('heading 2', 'Boats'), ('paragraph', 'A *red* one, and a blue one.')]
    >>> found.anchors
    ('b',)
    """
    return convert(article, _nothing, reading=reading)


def render(
    article: Article,
    locale: str,
    catalog: Catalog,
    *,
    back_link: str = BACK_LINK,
    reading: Reading = PLAIN,
) -> Version:
    """
    Give *article* in *locale*: each run translated by *catalog*, or left and marked as the source's.

    A fuzzy translation and one that is not faithful are not shown.
    """
    index = catalog.index()
    labels = frozenset(label.lower() for label in _LABEL.findall(article.body))

    def run_of(segment: Segment) -> Run:
        return look_up(segment, index.get(segment.key), article.locale, locale, references=labels)

    return _framed(article, locale, run_of, back_link, reading) or _walked(
        article, locale, run_of, back_link, reading
    )


def _framed(
    article: Article,
    locale: str,
    run_of: Callable[[Segment], Run],
    back_link: str,
    reading: Reading,
) -> Version | None:
    """Give the version by the frame of its article, if that has one."""
    with _engine(article, reading) as engine, contextlib.suppress(frames.Tied):
        frame = _frame(engine, article, reading)
        met = [run_of(segment) for segment in frame.segments]
        texts = {number: run.text for number, run in enumerate(met) if run.state == "translated"}
        body = frame.fill(texts, article.locale if article.locale != locale else "", back_link)
        runs = tuple(run for run in met if run.segment.kind != kinds.ADDRESS)
        address = next((run for run in met if run.segment.kind == kinds.ADDRESS), None)
        return Version(article, locale, runs, body, address)
    return None


def _frame(engine: Engine, article: Article, reading: Reading) -> Frame:
    """Give the frame of *article*, which is made when its first version is asked for."""
    about = (article.path, article.body_line, article.body, reading)
    if engine.frame is None or engine.frame[0] != about:
        engine.frame = (about, None)
        if reading == PLAIN:
            visitor = Visitor(
                engine.markdown, article, _nothing, reading, foreign=False, stamp=True
            )
            visitor.translate = lambda _segment: frames.sign(len(visitor.segments) - 1)
            visitor.mark = dict(frames.SKIPPED)
            root = _visit(engine, visitor, frames.BACK_LINK)
            made = frames.make(engine, article.body, root, tuple(visitor.segments))
            engine.frame = (about, made)
    if engine.frame[1] is None:
        raise frames.Tied
    return engine.frame[1]


def _walked(
    article: Article,
    locale: str,
    run_of: Callable[[Segment], Run],
    back_link: str,
    reading: Reading,
) -> Version:
    """Give the version by a walk of its own."""
    runs: list[Run] = []
    address: list[Run] = []

    def translate(segment: Segment) -> str | None:
        run = run_of(segment)
        if segment.kind == kinds.ADDRESS:
            address.append(run)
            return None
        runs.append(run)
        return run.text if run.state == "translated" else None

    source = locale == article.locale

    def walked(*, stamp: bool) -> tuple[Converted, str]:
        runs.clear()
        address.clear()
        converted = convert(
            article,
            translate,
            anchors=() if source else _anchors(article, reading, back_link),
            foreign=not source,
            stamp=stamp,
            back_link=back_link,
            reading=reading,
        )
        return converted, sanitise(converted.html)

    converted, body = walked(stamp=True)
    if "<" in article.body and stamps.lines(body) != converted.stamps:
        # Raw HTML that is left open took some in, and the page would end otherwise than without them.
        converted, body = walked(stamp=False)
    slug = next(iter(address), None)
    return Version(article, locale, tuple(runs), body, slug, removed(converted.html, body))


def _anchors(article: Article, reading: Reading, back_link: str) -> tuple[str, ...]:
    """Give the ids of the headings of *article*, which are known where its source came just before."""
    with _engine(article, reading) as engine:
        engine.read(article.body, back_link)
        known = engine.anchors
    return extract(article, reading).anchors if known is None else known


def look_up(
    segment: Segment,
    message: Message | None,
    source: str,
    locale: str,
    references: Collection[str] = (),
) -> Run:
    """
    Give *segment*, which is in *source*, as it stands in *locale* where a catalog has *message*.

    A translation that breaks what its source has is refused. *references* are the labels that the
    article defines, where they are known.
    """
    if locale == source:
        return Run(segment, segment.id, source, "source", segment.origin)
    state: State
    if message is None or not message.string.strip():
        state = "missing"
    elif message.fuzzy:
        state = "fuzzy"
    elif faithful.breaking(faithful.judge(segment, message, locale, references)):
        state = "refused"
    else:
        origin = message.origin or segment.origin
        text = faithful.shown(segment, message)
        return Run(segment, text, locale, "translated", origin, message)
    return Run(segment, segment.id, source, state, segment.origin, message)


def _visit(engine: Engine, visitor: Visitor, back_link: str) -> ET.Element:
    for key in ("title", "description"):
        visitor.front_matter(key)
    visitor.slug()
    blocks = engine.read(visitor.article.body, back_link)
    visitor.follow(engine.record)
    root = engine.visit(blocks, visitor)
    engine.record = visitor.record
    return root


@contextlib.contextmanager
def _engine(article: Article, reading: Reading) -> Iterator[Engine]:
    try:
        with engines.using(reading.extensions) as engine:
            yield engine
    except RecursionError:
        hint = "use fewer levels of lists, quotations and definitions"
        raise ArticleError("nested too deeply", path=article.path, hint=hint) from None


def _nothing(_segment: Segment) -> None:
    return None
