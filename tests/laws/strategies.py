"""Messages and catalogs as hypothesis makes them: whatever a PO file can hold."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import strategies as st

from pipeline import plurals
from pipeline.merging import merge
from pipeline.model import Catalog, Message

LOCALES = ("ar", "de", "fr", "ja", "pt-BR", "ru", "sr-Latn", "zh-Hant-TW")

# What breaks parsers, in front of all the rest of Unicode. No PO file can hold NUL or surrogates,
# and no compiled catalog EOT, which gettext sets between context and id.
_AWKWARD = '"\\\n\t\r\a\x1b\x85\u2028אب\u202e😀{}%#~|: '
_characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04")
texts = st.text(st.sampled_from(_AWKWARD) | _characters, max_size=30)
_words = st.sampled_from(
    "air beat calm dose each fast good help into just keep less mild need once pain rest".split()
)
sentences = st.lists(_words, min_size=1, max_size=12).map(" ".join)
ids = texts.filter(bool) | sentences

_remarks = st.text(_characters.filter(lambda character: character not in "\n\r"), max_size=20)
_paths = st.text(
    _characters.filter(lambda character: character not in "\n\r\u2068\u2069"),
    min_size=1,
    max_size=12,
)
_flags = st.sampled_from(("md-text", "no-wrap", "max-length:80", 'placeholders:"a,b"'))
_names = st.from_regex(r"X-[A-Za-z0-9-]{1,8}", fullmatch=True)
_values = texts.map(lambda text: " ".join(text.split("\n")).strip(" \t"))


def _several(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(strategy, max_size=3, unique=True).map(tuple)


@st.composite
def messages(draw: st.DrawFn, forms: int = 2) -> Message:
    """Give any message of a catalog with so many plural *forms*."""
    plural = draw(st.none() | ids)
    count = 1 if plural is None else forms
    previous_id = draw(st.none() | ids)
    previous = texts if previous_id is not None else st.none()
    return Message(
        id=draw(ids),
        strings=tuple(draw(st.lists(texts | sentences, min_size=count, max_size=count))),
        context=draw(st.none() | texts),
        plural=plural,
        fuzzy=draw(st.booleans()),
        obsolete=draw(st.booleans()),
        flags=draw(_several(_flags)),
        previous_context=draw(st.none() | previous),
        previous_id=previous_id,
        previous_plural=draw(st.none() | previous),
        locations=draw(_several(_paths)),
        notes=draw(_several(_remarks)),
        comments=draw(_several(_remarks)),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Give any catalog in the form that a merge leaves it in: each key once, obsolete ones last."""
    locale = draw(st.sampled_from(LOCALES))
    begun = merge.merge(Catalog(locale), Catalog()).catalog
    forms = plurals.count(dict(begun.header)["Plural-Forms"]) or 1
    made = draw(st.lists(messages(forms), max_size=6, unique_by=lambda message: message.key))
    extra = draw(st.lists(st.tuples(_names, _values), max_size=2, unique_by=lambda field: field[0]))
    return replace(
        begun,
        header=begun.header + tuple(extra),
        comments=draw(_several(_remarks)),
        messages=tuple(sorted(made, key=lambda message: message.obsolete)),
    )


def template_of(catalog: Catalog) -> Catalog:
    """Give the template that *catalog* translates: its live messages, asked but not answered."""
    ask = partial(
        replace,
        fuzzy=False,
        previous_context=None,
        previous_id=None,
        previous_plural=None,
        comments=(),
    )
    return Catalog(
        messages=tuple(
            ask(message, strings=("",) * len(message.strings))
            for message in catalog.messages
            if not message.obsolete
        )
    )


@st.composite
def edited(draw: st.DrawFn, catalog: Catalog) -> Catalog:
    """Give a template of *catalog* after an author's edits: some gone, moved, changed and new."""
    asked = []
    for message in draw(st.permutations(template_of(catalog).messages)):
        match draw(st.sampled_from(("keep", "drop", "change", "context", "plural"))):
            case "keep":
                asked.append(message)
            case "change":
                asked.append(replace(message, id=f"{message.id} {draw(_words)}"))
            case "context":
                asked.append(replace(message, context=draw(st.none() | texts)))
            case "plural":
                asked.append(replace(message, plural=draw(st.none() | ids)))
    asked += draw(st.lists(ids.map(Message), max_size=3))
    returned = [message for message in catalog.messages if message.obsolete and draw(st.booleans())]
    asked += [Message(message.id, context=message.context) for message in returned]
    return Catalog(messages=tuple({message.key: message for message in asked}.values()))
