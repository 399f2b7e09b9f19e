"""
What is fuzzed: each target takes any bytes, and checks the laws of what reads them.

A `PipelineError` is an answer: such bytes are refused. Anything else that is raised is a finding.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import nh3

from pipeline import article, dom, limits, po, stamps, visible, walk
from pipeline.deadline import deadline
from pipeline.errors import CatalogError, PipelineError
from pipeline.exchange import tmx, xliff
from pipeline.model import NOT_PROSE, Catalog, Message, Origin, Run, Segment
from pipeline.prose import inline, reading
from pipeline.prose.passages import passages
from pipeline.prose.sentences import sentences
from pipeline.prose.words import words
from pipeline.sanitise import SCHEMES, sanitise, scheme

SECONDS = 20.0
"""Of the processor's time, as the deadline of a project: more is refused there, and a finding here."""

_SANE = frozenset({"html", "head", "body", "section"}) | nh3.ALLOWED_TAGS
_LOCALES = ("en", "fr", "de", "ja", "ar", "el", "th", "tlh")


def catalog(data: bytes) -> None:
    """Read a PO file: it is written as it stood, and what was written says the same."""
    read = po.load(data, "a.po")
    assert po.load(po.dump(read), "a.po") == read, "what was written reads otherwise"
    for message in read.messages:
        for offset in range(len(message.string)):
            assert message.origin is None or message.origin.at(offset).line > 0
    list(po.doubts(read))


def front_matter(data: bytes) -> None:
    """Read an article: its body stands in the file from its line on."""
    one = article.parse(data, "content/a.md", "en", "content")
    text = article.decode(data, "content/a.md")
    lines = text.split("\n")
    assert "\n".join(lines[one.body_line - 1 :]).startswith(one.body), "the body is elsewhere"
    for field in one.meta.values():
        assert 1 <= field.origin.place.line <= len(lines), "a field stands outside the file"


def whole_walk(data: bytes) -> None:
    """Walk an article, in front of NUL, with translations behind it."""
    body, *strings = data.split(b"\0")
    one = article.parse(body, "content/a.md", "en", "content")
    plain = walk.extract(one)
    assert plain.html == walk.parser().convert(one.body), "Identity"
    assert walk.segments(one) == plain.segments, "the short walk meets something else"
    texts = [part.decode("utf-8", "replace") for part in strings] or ["x"]
    messages = {
        segment.key: Message(segment.id, (texts[number % len(texts)],), segment.context)
        for number, segment in enumerate(plain.segments)
    }
    version = walk.render(one, "fr", Catalog("fr", messages=tuple(messages.values())))
    met = [run.segment for run in version.runs]
    assert met == [one for one in plain.segments if one in met], "Closure"
    source = walk.render(one, "en", Catalog("en"))
    assert stamps.strip(source.body) == stamps.strip(sanitise(plain.html)), "Strip"


def prose(data: bytes) -> None:
    """Read a run's Markdown: tokens are the text; passages, words and sentences stand where they say."""
    text = data[1:].decode("utf-8", "replace").replace("\n", " ")
    locale = _LOCALES[data[0] % len(_LOCALES)] if data else "en"
    if limits.refusal(text):
        return
    position = 0
    for token in inline.tokens(text):
        assert token.start == position < token.end, "tokens leave a gap"
        position = token.end
    assert position == len(text), "tokens end before the text"
    origin = Origin("a.md", ((0, 1, 1),))
    run = Run(Segment(text, "paragraph", origin), text, locale, "source", origin)
    for passage in passages(run):
        for index, character in enumerate(passage.text):
            place = passage.origin.at(index)
            stands = text[place.column - 1 :]
            if character != NOT_PROSE and not stands.startswith(("&", "<", "\\")):
                assert stands.startswith(character), "a character stands elsewhere"
        met = [word for sentence in reading.read(passage) for word in sentence.words]
        assert met == list(words(passage.text, passage.locale)), "a word is in no sentence"
    _spans(text, locale)


def page(data: bytes) -> None:
    """Read a page: every element has a role, a name and a place, every passage is in the file."""
    text = article.decode(data, "a.html")
    parsed = dom.parse(text, "a.html")
    lines = text.count("\n") + 1
    for element in parsed.elements:
        parsed.role(element)
        parsed.name(element)
        parsed.label(element)
        parsed.focusable(element)
        assert 1 <= element.place.line <= lines, "an element stands outside the file"
    for table in parsed.tables:
        assert table is not None
    for passage in visible.passages(parsed, "en"):
        assert 1 <= passage.origin.place.line <= lines, "a passage stands outside the file"


def exchange(data: bytes) -> None:
    """Read XLIFF and TMX: what was read is written, and reads the same."""
    with contextlib.suppress(CatalogError):
        tmx.load(data, "a.tmx", source="en", target="fr")
    parts = xliff.load_parts(data, "a.xlf")
    if parts:
        assert xliff.load_parts(xliff.dump_parts(parts), "a.xlf") == parts, "reads otherwise"


def sane(html: bytes) -> None:
    """Sanitise what is put into a page: a browser finds nothing in it that could run or lead astray."""
    page = dom.parse(sanitise(html.decode("utf-8", "replace")), "a.html")
    for element in page.elements:
        assert element.name in _SANE, f"an element {element.name}"
        for name, value in element.attributes.items():
            assert not name.startswith("on"), f"a handler {name}"
            assert name not in {"src", "href", "cite"} or scheme(value) in {"", *SCHEMES}, value


TARGETS: dict[str, Callable[[bytes], None]] = {
    "catalog": catalog,
    "front-matter": front_matter,
    "walk": whole_walk,
    "prose": prose,
    "page": page,
    "exchange": exchange,
    "sanitise": sane,
}
"""Each by the name that `make fuzz` has for it."""


def check(target: str, data: bytes) -> None:
    """Give *data* to the target of that name; whatever is raised is a finding."""
    with contextlib.suppress(PipelineError):
        TARGETS[target](data)


def timed(target: str, data: bytes) -> None:
    """Do so, and find what takes too long, too."""
    late = False

    def run() -> None:
        with deadline(SECONDS, target):
            check(target, data)

    try:
        run()
    except PipelineError:
        late = True
    assert not late, f"takes more than {SECONDS:g} seconds"


def _spans(text: str, locale: str) -> None:
    position = 0
    for word in words(text, locale):
        assert position <= word.start < word.end, "words overlap"
        assert text[word.start : word.end] == word.text, "a word stands elsewhere"
        position = word.end
    position = 0
    for start, end in sentences(text, locale):
        assert not any(map(str.isalnum, text[position:start])), "a letter is in no sentence"
        assert start < end
        position = end
    assert not any(map(str.isalnum, text[position:])), "a letter is in no sentence"
