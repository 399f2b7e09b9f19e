"""What an editor offers to do about a finding: fix it, let it be, or learn the word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris

from pipeline import locales, loose
from pipeline.fixing import Change
from pipeline.lsp import documents, ignoring, marks
from pipeline.lsp.desk import Server, span
from pipeline.lsp.documents import Document, Seen
from pipeline.lsp.marks import Mark
from pipeline.lsp.positions import Point, Positions

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.pipeline"
ADD_WORD = "pipeline.addWord"
SELECT = "pipeline.select"


def register(server: Server) -> None:
    """Let *server* answer what asks for actions."""
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]
    options = types.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def offered(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, only = params.text_document.uri, params.context.only
        found = list(_quick(ls, uri, params.range)) if _asks(only, "quickfix") else []
        if _asks(only, FIX_ALL):
            found += await _all(ls, uri, at_once=bool(only))
        return found

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolved(ls: Server, action: types.CodeAction) -> types.CodeAction:
        data: Any = action.data
        if action.kind == FIX_ALL and action.edit is None and data:
            action.edit = await _mended(ls, data["uri"])
        return action

    @server.command(ADD_WORD)
    async def add_word(ls: Server, uri: str, word: str, language: str) -> None:
        path = Path(uris.to_fs_path(uri) or "")
        if await ls.ask(documents.add_word, path, word, language):
            ls.again()

    @server.command(SELECT)
    def select(ls: Server, uri: str, line: int, start: int, end: int) -> None:
        """Select the reason that is to be written, where the editor can be asked to."""
        window = ls.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            where = types.Range(types.Position(line, start), types.Position(line, end))
            ls.window_show_document(types.ShowDocumentParams(uri, take_focus=True, selection=where))


def _asks(only: Sequence[types.CodeActionKind | str] | None, kind: str) -> bool:
    """Tell whether a client wants *kind*: all kinds, that one, or one above it."""
    names = [str(getattr(one, "value", one)) for one in only or ()]
    return not names or any(kind == name or kind.startswith(f"{name}.") for name in names)


def _quick(ls: Server, uri: str, asked: types.Range) -> Iterator[types.CodeAction]:
    here = ls.positions(uri)
    start, end = (here.at(Point(each.line, each.character)) for each in (asked.start, asked.end))
    touched = marks.overlapping(ls.marks(uri, here), start, end)
    for mark in touched:
        yield from _fixes(ls, uri, mark, here)
    words = ls.seen.get(uri, ("", Seen()))[1].words
    for mark in touched:
        if mark.word and words:
            yield _learn(ls, uri, mark, here)
    for mark in touched:
        yield from _ignore(ls, uri, mark, here)


def _fixes(ls: Server, uri: str, mark: Mark, here: Positions) -> Iterator[types.CodeAction]:
    catalog = _path(uri).suffix.lower() in loose.CATALOGS
    for number, (new, changes) in enumerate(marks.proposals(mark, here.text, catalog=catalog)):
        action = _action(ls, f"Write “{new}”" if new else "Remove it", mark, here)
        action.is_preferred = number == 0 and mark.finding.fix == "safe"
        action.edit = _edit(uri, changes, here)
        yield action


def _learn(ls: Server, uri: str, mark: Mark, here: Positions) -> types.CodeAction:
    language = locales.language(mark.finding.locale)
    action = _action(ls, f"Add “{mark.word}” to the word list ({language})", mark, here)
    action.command = types.Command(action.title, ADD_WORD, arguments=[uri, mark.word, language])
    return action


def _ignore(ls: Server, uri: str, mark: Mark, here: Positions) -> Iterator[types.CodeAction]:
    finding = mark.finding
    line = here.number(mark.start) + 1
    found = ignoring.insertion(here.text, str(_path(uri)), line, finding.rule)
    if found is None or finding.rule.startswith("suppression/"):
        return
    action = _action(ls, f"Ignore {finding.rule} here, with a reason", mark, here)
    change = found.change
    action.edit = _edit(uri, [change], here)
    after = Positions(f"{here.text[: change.start]}{change.new}", here.encoding)
    start, end = (
        after.point(change.start + found.reason + more) for more in (0, len(ignoring.REASON))
    )
    where = [uri, start.line, start.unit, end.unit]
    action.command = types.Command("Write the reason", SELECT, arguments=where)
    yield action


async def _all(ls: Server, uri: str, *, at_once: bool) -> list[types.CodeAction]:
    seen = ls.seen.get(uri, ("", Seen()))[1]
    if not at_once and not any(finding.fix == "safe" for finding in seen.findings):
        return []
    action = types.CodeAction("Fix all that is safe to fix", kind=FIX_ALL, data={"uri": uri})
    if at_once:
        # An editor that fixes as it saves may never ask for the rest.
        action.edit = await _mended(ls, uri)
        return [action] if action.edit else []
    return [action]


async def _mended(ls: Server, uri: str) -> types.WorkspaceEdit | None:
    here = ls.positions(uri)
    new = await ls.ask(documents.mend, Document(_path(uri), here.text))
    if new is None or new == here.text or ls.positions(uri).text != here.text:
        return None
    return _edit(uri, marks.difference(here.text, new), here)


def _action(ls: Server, title: str, mark: Mark, here: Positions) -> types.CodeAction:
    told = ls.told(mark, here)
    return types.CodeAction(title, kind=types.CodeActionKind.QuickFix, diagnostics=[told])


def _edit(uri: str, changes: Sequence[Change], here: Positions) -> types.WorkspaceEdit:
    edits = [types.TextEdit(span(here, one.start, one.end), one.new) for one in changes]
    return types.WorkspaceEdit(changes={uri: edits})


def _path(uri: str) -> Path:
    return Path(uris.to_fs_path(uri) or "")
