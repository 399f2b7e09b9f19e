"""An entry of a PO file, as far as it has been read; and, once it is complete, its message."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.errors import CatalogError
from pipeline.model import Message, Origin
from pipeline.po import quoting
from pipeline.po.quoting import Piece

REMARKS = ("#", "#.", "#:", "#,", "#=")


@dataclass(frozen=True, slots=True)
class Entry:
    """A message, the line on which it begins, and the offset where what stood above it ends."""

    message: Message
    line: int
    start: int


@dataclass(slots=True)
class Draft:
    """An entry as far as it has been read; *texts* are its pieces by keyword, in order."""

    start: int
    texts: dict[str, list[Piece]] = field(default_factory=dict)
    last: str = ""
    last_line: int = 0
    line: int = 0
    obsolete: bool = False
    remarks: dict[str, list[str]] = field(default_factory=lambda: {mark: [] for mark in REMARKS})
    remarks_count: int = 0
    size: int = 0

    @property
    def complete(self) -> bool:
        """Has a translation, though more of it may follow."""
        return self.last.startswith("msgstr") and bool(self.texts[self.last])

    @property
    def begun(self) -> bool:
        """Has anything of the entry been read."""
        return bool(self.last or self.remarks_count)


def entry(draft: Draft, path: str, charset: str) -> Entry:
    """Give the entry that *draft* has become; raises `CatalogError`."""
    try:
        texts = {key: quoting.join(pieces, charset) for key, pieces in draft.texts.items()}
    except quoting.EscapeError as error:
        raise CatalogError(error.message, path=path, line=error.line, hint=error.hint) from None
    strings = [keyword for keyword in texts if keyword.startswith("msgstr")]
    flags = quoting.flags((*draft.remarks["#,"], *draft.remarks["#="]))
    message = Message(
        id=texts["msgid"],
        strings=tuple(texts[keyword] for keyword in strings),
        context=texts.get("msgctxt"),
        plural=texts.get("msgid_plural"),
        fuzzy="fuzzy" in flags,
        obsolete=draft.obsolete,
        flags=tuple(flag for flag in flags if flag != "fuzzy"),
        previous_context=texts.get("#| msgctxt"),
        previous_id=texts.get("#| msgid"),
        previous_plural=texts.get("#| msgid_plural"),
        locations=quoting.locations(tuple(draft.remarks["#:"])),
        notes=tuple(draft.remarks["#."]),
        comments=tuple(draft.remarks["#"]),
        origin=Origin(path, quoting.places(draft.texts[strings[0]], charset)),
    )
    return Entry(message, draft.line, draft.start)
