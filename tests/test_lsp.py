"""The language server, as an editor meets it: a client on its stdin and stdout."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

from pipeline import article as articles
from pipeline import suppression, walk
from pipeline.errors import PipelineError
from pipeline.lsp import ignoring, telling
from pipeline.lsp.positions import Point, Positions
from pipeline.lsp.worker import Worker, WorkerError
from pipeline.model import Place

CONFIG = 'source = "en"\nlocales = ["en", "fr"]\n'
PATIENCE = 300.0


def converter() -> Any:
    """Tell a command from an action by its field's type: lsprotocol takes both for commands."""
    found = default_converter()

    def either(value: dict[str, Any], _kind: object) -> types.Command | types.CodeAction:
        command = isinstance(value.get("command"), str)
        return found.structure(value, types.Command if command else types.CodeAction)

    found.register_structure_hook(types.Command | types.CodeAction, either)
    return found


class Editor:
    """A client with the texts that it has open."""

    def __init__(self) -> None:
        self.client = LanguageClient("tests", "1", converter_factory=converter)
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.news = asyncio.Condition()
        self.messages: list[str] = []
        self.shown: list[types.ShowDocumentParams] = []
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int | None] = {}

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def told(params: types.PublishDiagnosticsParams) -> None:
            async with self.news:
                self.told[params.uri] = list(params.diagnostics)
                self.versions[params.uri] = params.version
                self.news.notify_all()

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        @self.client.feature(types.WINDOW_SHOW_DOCUMENT)
        def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.shown.append(params)
            return types.ShowDocumentResult(success=True)

    async def start(self, encoding: str | None = None) -> types.InitializeResult:
        await self.client.start_io(sys.executable, "-m", "pipeline", "--quiet", "lsp")
        general = types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(encoding)] if encoding else None
        )
        able = types.ClientCapabilities(
            general=general,
            window=types.WindowClientCapabilities(
                show_document=types.ShowDocumentClientCapabilities(support=True)
            ),
        )
        found = await self.client.initialize_async(types.InitializeParams(able))
        self.client.initialized(types.InitializedParams())
        return found

    async def leave(self) -> int | None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        server = self.client._server
        assert server is not None
        code = await asyncio.wait_for(server.wait(), PATIENCE)
        await self.client.stop()
        return code

    async def open(self, path: Path, text: str) -> list[types.Diagnostic]:
        """Open a file with a text that need not be saved; give what is found."""
        uri = path.as_uri()
        self.texts[uri] = text
        item = types.TextDocumentItem(uri, "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.wait(uri, 1)

    async def type(self, path: Path, text: str) -> list[types.Diagnostic]:
        uri = path.as_uri()
        self.texts[uri] = text
        version = (self.versions[uri] or 0) + 1
        item = types.VersionedTextDocumentIdentifier(version, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(item, [change]))
        return await self.wait(uri, version)

    async def wait(self, uri: str, version: int) -> list[types.Diagnostic]:
        async with self.news:
            ready = self.news.wait_for(lambda: (self.versions.get(uri) or 0) >= version)
            await asyncio.wait_for(ready, PATIENCE)
        return self.told[uri]

    async def actions(
        self, path: Path, where: types.Range, *only: str
    ) -> dict[str, types.CodeAction]:
        context = types.CodeActionContext([], list(only) or None)
        uri = types.TextDocumentIdentifier(path.as_uri())
        params = types.CodeActionParams(uri, where, context)
        found = await self.client.text_document_code_action_async(params)
        return {one.title: one for one in found or () if isinstance(one, types.CodeAction)}

    async def execute(self, command: types.Command | None) -> None:
        assert command is not None
        params = types.ExecuteCommandParams(command.command, command.arguments)
        await self.client.workspace_execute_command_async(params)

    async def hover(self, path: Path, line: int, unit: int) -> str:
        uri = types.TextDocumentIdentifier(path.as_uri())
        params = types.HoverParams(uri, types.Position(line, unit))
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    def applied(self, path: Path, action: types.CodeAction) -> str:
        """Give the text of a file with an action's edits, as an editor makes them."""
        here = Positions(self.texts[path.as_uri()])
        assert action.edit is not None
        assert action.edit.changes is not None
        text = here.text
        edits = action.edit.changes[path.as_uri()]
        for edit in sorted(edits, key=lambda one: one.range.start, reverse=True):
            start, end = (
                here.at(Point(each.line, each.character))
                for each in (edit.range.start, edit.range.end)
            )
            text = f"{text[:start]}{edit.new_text}{text[end:]}"
        return text


Run = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture(scope="module")
def editor(run: Run) -> Iterator[Editor]:
    """Give one editor for all tests: a server takes seconds to load its dictionary."""

    async def begin() -> Editor:
        one = Editor()
        await one.start()
        return one

    one = run(begin())
    yield one
    assert run(one.leave()) == 0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "pipeline.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def codes(found: Sequence[types.Diagnostic]) -> list[object]:
    return [one.code for one in found]


def at(found: Sequence[types.Diagnostic], code: str) -> types.Diagnostic:
    return next(one for one in found if one.code == code)


def test_a_slip_is_marked_and_unmarked_as_one_types(
    run: Run, editor: Editor, tmp_path: Path
) -> None:
    """Nothing was saved: what counts is the text in the editor, in a project or out of it."""
    path = tmp_path / "boats.md"
    found = run(editor.open(path, "# Boats\n\nPaint your boat each yeer.\n"))
    (slip,) = [one for one in found if one.code == "prose/spelling"]
    assert (slip.range.start, slip.range.end) == (types.Position(2, 21), types.Position(2, 25))
    assert slip.severity == types.DiagnosticSeverity.Error
    mended = run(editor.type(path, "# Boats\n\nPaint your boat each year.\n"))
    assert "prose/spelling" not in codes(mended)


def test_each_place_of_a_word_is_marked(run: Run, editor: Editor, tmp_path: Path) -> None:
    """A word that is found once for all its places is underlined at each."""
    found = run(editor.open(tmp_path / "a.md", "The yeer is long.\n\nA good yeer is short.\n"))
    lines = [one.range.start.line for one in found if one.code == "prose/spelling"]
    assert lines == [0, 2]


def test_units_are_those_of_utf_16(run: Run, editor: Editor, tmp_path: Path) -> None:
    """An emoji is two units for an editor, and one character for us."""
    path = tmp_path / "a.md"
    found = run(editor.open(path, "The \N{ROCKET} flew last yeer.\n"))
    slip = at(found, "prose/spelling")
    assert (slip.range.start.character, slip.range.end.character) == (17, 21)
    actions = run(editor.actions(path, slip.range))
    assert editor.applied(path, actions["Write “year”"]) == "The \N{ROCKET} flew last year.\n"


def test_every_suggestion_is_offered(run: Run, editor: Editor, tmp_path: Path) -> None:
    """Each is one edit away; the safe one is preferred."""
    path = tmp_path / "a.md"
    found = run(editor.open(path, "Wash your hands beforehand, definately.\n"))
    actions = run(editor.actions(path, at(found, "prose/spelling").range))
    chosen = actions["Write “definitely”"]
    assert chosen.is_preferred
    assert editor.applied(path, chosen) == "Wash your hands beforehand, definitely.\n"
    assert not any(one.is_preferred for one in actions.values() if one is not chosen)


def test_all_that_is_safe_is_fixed_at_once(run: Run, editor: Editor, tmp_path: Path) -> None:
    """An editor asks for it by its kind, as it saves."""
    path = tmp_path / "a.md"
    text = "Wash it, definately.\n\nDry it, definately.\n"
    found = run(editor.open(path, text))
    kind = "source.fixAll.pipeline"
    actions = run(editor.actions(path, found[0].range, kind))
    (action,) = actions.values()
    assert action.kind == kind
    assert editor.applied(path, action) == text.replace("definately", "definitely")


def test_what_is_fixed_later_is_resolved(run: Run, editor: Editor, tmp_path: Path) -> None:
    """A menu that nobody chooses from costs nothing."""
    path = tmp_path / "a.md"
    found = run(editor.open(path, "Wash it, definately.\n"))
    action = run(editor.actions(path, found[0].range))["Fix all that is safe to fix"]
    assert action.edit is None
    whole = run(editor.client.code_action_resolve_async(action))
    assert editor.applied(path, whole) == "Wash it, definitely.\n"


def test_a_word_that_is_learnt_is_silent(run: Run, editor: Editor, project: Path) -> None:
    """It goes into the project's list, sorted, and open documents are checked again."""
    path = project / "content" / "boats.md"
    (project / "locale" / "words").mkdir(parents=True)
    words = project / "locale" / "words" / "en.txt"
    words.write_text("# ours\nzulu\n", encoding="utf-8")
    found = run(editor.open(path, "# Boats\n\nAsk for yeer each time.\n"))
    spelt = at(found, "prose/spelling")
    action = run(editor.actions(path, spelt.range))["Add “yeer” to the word list (en)"]

    async def learn() -> None:
        await editor.execute(action.command)
        async with editor.news:
            silent = editor.news.wait_for(
                lambda: "prose/spelling" not in codes(editor.told[path.as_uri()])
            )
            await asyncio.wait_for(silent, PATIENCE)

    run(learn())
    assert words.read_text(encoding="utf-8") == "yeer\n# ours\nzulu\n"


def test_no_list_is_offered_outside_a_project(run: Run, editor: Editor, tmp_path: Path) -> None:
    """There is none to write to."""
    path = tmp_path / "a.md"
    found = run(editor.open(path, "Ask for yeer each time.\n"))
    titles = run(editor.actions(path, at(found, "prose/spelling").range))
    assert not any("word list" in title for title in titles)


def test_a_finding_is_let_be_with_a_reason(run: Run, editor: Editor, tmp_path: Path) -> None:
    """The comment goes above the block, the reason is selected, and the finding is gone."""
    path = tmp_path / "a.md"
    found = run(editor.open(path, "Fine.\n\nThe long yeer.\n"))
    actions = run(editor.actions(path, at(found, "prose/spelling").range))
    action = actions["Ignore prose/spelling here, with a reason"]
    text = editor.applied(path, action)
    comment = "<!-- check: ignore prose/spelling: reason -->"
    assert text == f"Fine.\n\n{comment}\nThe long yeer.\n"
    run(editor.execute(action.command))
    (shown,) = editor.shown
    assert shown.selection is not None
    assert (shown.selection.start.line, shown.selection.start.character) == (
        2,
        comment.index("reason"),
    )
    assert "prose/spelling" not in codes(run(editor.type(path, text)))


def test_pointing_at_a_finding_explains_its_rule(run: Run, editor: Editor, tmp_path: Path) -> None:
    """What is found, why it matters, how it is mended; and nothing elsewhere."""
    path = tmp_path / "a.md"
    run(editor.open(path, "The long yeer.\n"))
    said = run(editor.hover(path, 0, 11))
    assert said.startswith('**prose/spelling** (error): "yeer" is not in the dictionary')
    assert "**Why:**" in said
    assert run(editor.hover(path, 0, 1)) == ""


def test_a_rule_has_its_page(run: Run, editor: Editor, tmp_path: Path) -> None:
    """The code of a diagnostic leads there."""
    found = run(editor.open(tmp_path / "a.md", "The long yeer.\n"))
    more = at(found, "prose/spelling").code_description
    assert more is not None
    assert more.href.endswith("docs/rules/prose/spelling.md")


PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset={charset}\\n"
"Language: fr\\n"

#. paragraph
msgid "Wash the boat, and let it dry."
msgstr "Lavez le bateua, puis laissez-le sécher."
"""


@pytest.mark.parametrize("charset", ["UTF-8", "ISO-8859-1"])
def test_a_catalog_is_checked_in_its_locale(
    run: Run, editor: Editor, project: Path, charset: str
) -> None:
    """Its fixes and its comments are written as a catalog has them."""
    path = project / "locale" / "fr" / "LC_MESSAGES" / "boats.po"
    found = run(editor.open(path, PO.format(charset=charset)))
    slip = at(found, "prose/spelling")
    assert (slip.range.start.line, slip.range.start.character) == (7, 17)
    actions = run(editor.actions(path, slip.range))
    assert "le bateau, puis" in editor.applied(path, actions["Write “bateau”"])
    text = editor.applied(path, actions["Ignore prose/spelling here, with a reason"])
    comment = "# check: ignore prose/spelling: reason\n"
    assert f"\n\n{comment}#. paragraph\n" in text
    assert "prose/spelling" not in codes(run(editor.type(path, text)))


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("a.md", "---\ntitle: a\ndraft: maybe\n---\n\nText.\n", 2, '"draft" must be'),
        ("a.md", "---\ntitle: a\n", 0, "the front matter is not closed"),
        ("a.md", "", 0, "the file is empty"),
        ("a.po", 'msgid "a"\nmsgstr "b\n', 1, "msgstr"),
        ("a.md", "\ud800 yeer [" * 600, 0, "["),
        ("a.md", f"{'word ' * 250_000}\n", 0, "longer than"),
    ],
)
def test_a_broken_file_is_one_diagnostic(  # noqa: PLR0917 - four say what is given
    run: Run, editor: Editor, tmp_path: Path, name: str, text: str, line: int, said: str
) -> None:
    """At the line that has to be mended; the server lives on."""
    (found,) = run(editor.open(tmp_path / name, text))
    assert found.range.start.line == line
    assert said in found.message


def test_a_broken_configuration_is_told_with_its_file(
    run: Run, editor: Editor, project: Path
) -> None:
    """It stands elsewhere, so it is told at the top."""
    (project / "pipeline.toml").write_text("sourze = 'en'\n", encoding="utf-8")
    (found,) = run(editor.open(project / "content" / "a.md", "Text.\n"))
    assert (
        found.message.startswith(f"{project}/pipeline.toml:1:")
        or "pipeline.toml:1" in found.message
    )


def test_a_broken_word_list_hides_no_finding(run: Run, editor: Editor, project: Path) -> None:
    """What is wrong with it stands beside what is found."""
    (project / "locale" / "words").mkdir(parents=True)
    (project / "locale" / "words" / "en.txt").write_bytes(b"caf\xe9\n")
    found = run(editor.open(project / "content" / "a.md", "# Boats\n\nThe long yeer.\n"))
    assert "en.txt:1: not UTF-8" in found[0].message
    assert "prose/spelling" in codes(found)


def test_a_huge_text_is_told_once(run: Run, editor: Editor, tmp_path: Path) -> None:
    """It is not checked, and nobody is told so at each keystroke."""
    path = tmp_path / "huge.md"
    text = "word " * 500_000
    assert run(editor.open(path, text)) == []
    assert run(editor.type(path, f"{text} more")) == []
    assert len([one for one in editor.messages if "huge.md" in one]) == 1


def test_other_files_are_let_alone(run: Run, editor: Editor, tmp_path: Path) -> None:
    """A server may be asked about anything; what it cannot check it says nothing of."""
    run(editor.open(tmp_path / "a.md", "Text.\n"))
    uri = (tmp_path / "a.py").as_uri()
    item = types.TextDocumentItem(uri, "python", 1, "yeer = 1\n")
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    run(editor.type(tmp_path / "a.md", "More text.\n"))
    assert uri not in editor.told


def test_a_closed_file_keeps_no_marks(run: Run, editor: Editor, tmp_path: Path) -> None:
    """What was told of it is taken back."""
    path = tmp_path / "a.md"
    assert run(editor.open(path, "The long yeer.\n"))

    async def close() -> None:
        uri = types.TextDocumentIdentifier(path.as_uri())
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(uri))
        async with editor.news:
            empty = editor.news.wait_for(lambda: not editor.told[path.as_uri()])
            await asyncio.wait_for(empty, PATIENCE)

    run(close())


def test_an_encoding_is_agreed_on(tmp_path: Path) -> None:
    """Where the editor counts bytes, so do we; and the server leaves when it is told to."""

    async def session() -> None:
        editor = Editor()
        found = await editor.start("utf-8")
        assert found.capabilities.position_encoding == "utf-8"
        told = await editor.open(tmp_path / "a.md", "The \N{ROCKET} flew last yeer.\n")
        assert at(told, "prose/spelling").range.start.character == 19
        assert await editor.leave() == 0

    asyncio.run(session())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One.\n\nTeh two.\n", 3),
        ("# Teh two\n\nOne.\n", 1),
        ("# One\nTeh two.\n", 2),
        ("- one\n- teh two\n- three\n", 2),
        ("1. one\n2. teh two\n   and more\n", 3),
        ("- one\n\n    Teh two.\n", 3),
        ("| a | b |\n|---|---|\n| teh | two |\n| c | d |\n", 3),
        ("> One.\n>\n> Teh two.\n", 3),
        ("One.[^a]\n\n[^a]: Teh two.\n", 3),
        ("---\ntitle: One\n---\n\nFine.\n\nTeh two\nand more.\n", 8),
        ("---\ntitle: Teh two\n---\n\nFine.\n", 2),
        ("One.\r\n\r\nTeh two.\r\n", 3),
        ("Teh two\n=======\n\nOne.\n", 1),
    ],
)
def test_a_comment_covers_its_line_and_changes_no_text(text: str, line: int) -> None:
    """Whatever the block: what is ignored is found, and translators see the same messages."""
    found = ignoring.insertion(text, "a.md", line, "prose")
    assert found is not None
    change = found.change
    new = f"{text[: change.start]}{change.new}{text[change.end :]}"
    assert change.new[found.reason :].startswith(ignoring.REASON)
    before, after = (articles.parse(each.encode(), "a.md", "en") for each in (text, new))
    (said,) = suppression.of_article(after)
    moved = line + ("\n" in change.new)
    assert said.whole or said.first <= moved <= said.last
    assert (said.rules, said.reason) == (("prose",), "reason")
    old, same = (
        [(one.id, one.kind) for one in walk.extract(each).segments] for each in (before, after)
    )
    assert same == old


def test_a_field_of_the_author_is_not_touched() -> None:
    """Front matter that says already what is ignored is for a person to edit."""
    text = "---\ntitle: Teh two\ncheck: {ignore: [page]}\n---\n\nFine.\n"
    assert ignoring.insertion(text, "a.md", 2, "prose") is None


def test_points_and_offsets_agree() -> None:
    """Between all characters, in each encoding, whatever ends the lines."""
    text = "a\N{ROCKET}\r\n\N{LATIN SMALL LETTER E WITH ACUTE}\x0cb\u2028c\rd\n"
    for encoding in ("utf-8", "utf-16", "utf-32"):
        here = Positions(text, encoding)
        offsets = [n for n in range(len(text) + 1) if text[n - 1 : n + 1] != "\r\n"]
        assert [here.at(here.point(offset)) for offset in offsets] == offsets
    assert Positions(text).point(len(text)).line == 3
    assert Positions("\ufeffteh").offset(Place("a.md")) == 1


def test_a_page_is_below_the_base_that_is_named() -> None:
    """Else it is that of the success criterion, if there is one."""
    assert telling.address("page/image-alt", "https://x.example") == (
        "https://x.example/page/image-alt.md"
    )
    assert telling.address("no/rule", "https://x.example") == ""


def test_a_worker_that_is_gone_is_replaced() -> None:
    """A user's error is handed on, a bug is told with its traceback, and an end is only once."""
    worker = Worker()
    try:
        with pytest.raises(PipelineError, match="the file is empty"):
            worker.ask(articles.parse, b"", "a.md", "en")
        with pytest.raises(WorkerError, match="ValueError"):
            worker.ask(int, "x")
        with pytest.raises(WorkerError, match="no answer"):
            worker.ask(sys.exit, 1)
        assert worker.ask(abs, -1) == 1
    finally:
        worker.stop()
