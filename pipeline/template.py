"""What an article asks its translators: its segments as a template catalog."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pipeline import kinds
from pipeline.model import Catalog, Message, Segment

MARKDOWN = "md-text"
"""Weblate's flag for Markdown; its checks of links and markup run where it stands."""

# Front matter and attributes are plain text: there, Markdown's signs mean themselves.
_PLAIN = frozenset(
    {
        "title",
        "description",
        "code",
        "code comment",
        "code string",
        kinds.ADDRESS,
        *kinds.ATTRIBUTES.values(),
    }
)

_SECTIONS = 3
"""How many of the sections in which one text stands a translator is told of."""
_HEADING = 60


def template(segments: Iterable[Segment], *, project: str, lines: bool = False) -> Catalog:
    """
    Give each key of *segments* once, in order, with all its kinds, sections, notes and articles.

    A location is a path; with *lines*, it has the line too. A line moves with every edit above it,
    and a catalog's history is then full of changes that change nothing.

    >>> from pipeline.model import Origin
    >>> segments = [Segment("Tides", kind, Origin("tides.md")) for kind in ("title", "heading 2")]
    >>> template(segments, project="harbour").messages[0].notes
    ('title', 'heading 2')
    """
    same: dict[tuple[str | None, str], list[Segment]] = {}
    for segment in segments:
        same.setdefault(segment.key, []).append(segment)
    # A message without context and id would be the header.
    messages = (_message(key, group, lines) for key, group in same.items() if key != (None, ""))
    return Catalog(header=header(project), messages=tuple(messages))


def header(project: str) -> tuple[tuple[str, str], ...]:
    """
    Give the fields of a template's header, the same on every run.

    No clock: there is no POT-Creation-Date, which msgfmt does not ask for and whose usual
    placeholder Babel cannot read. PO-Revision-Date has the placeholder that gettext, Babel and
    every editor know and that a translator's editor fills in; msgfmt warns of it, and exits 0.
    """
    return (
        ("Project-Id-Version", " ".join(project.split())),
        ("Report-Msgid-Bugs-To", ""),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )


def _message(key: tuple[str | None, str], segments: list[Segment], lines: bool) -> Message:
    context, id_ = key
    named = [segment.kind for segment in segments]
    notes = [line for segment in segments for note in segment.notes for line in note.splitlines()]
    told = dict.fromkeys((*named, *_sections(segments), *notes))
    told.pop("", None)
    return Message(
        id_,
        context=context,
        flags=() if _PLAIN.issuperset(named) else (MARKDOWN,),
        locations=tuple(dict.fromkeys([_location(segment, lines) for segment in segments])),
        notes=tuple(told),
    )


def _location(segment: Segment, lines: bool) -> str:
    origin = segment.origin
    return f"{origin.path}:{origin.place.line}" if lines else origin.path


def _sections(segments: Iterable[Segment]) -> list[str]:
    """Say in which sections a text stands; one that stands in many is told apart by none."""
    paths = dict.fromkeys([_section(segment.headings) for segment in segments])
    paths.pop("", None)
    return [f"section: {path}" for path in paths] if len(paths) <= _SECTIONS else []


# All runs of a section have one.
@lru_cache(maxsize=64)
def _section(headings: tuple[str, ...]) -> str:
    return " › ".join(map(_short, headings))


def _short(heading: str) -> str:
    line = " ".join(heading.split())
    return line if len(line) <= _HEADING else f"{line[: _HEADING - 1]}…"
