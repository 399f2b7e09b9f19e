"""
How long after a keystroke an editor is told: a server on stdin and stdout, and an article of 2,000 words.

`python benchmarks/lsp.py [FILE]`. Each keystroke adds a letter to a word, so that there is always one that
was never seen; the texts of FILE, or of the project's articles, are joined and cut to so many words.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from pipeline.lsp import documents
from pipeline.lsp.documents import Document

CONTENT = Path(__file__).parent.parent / "content"


async def measure(text: str, keystrokes: int, path: Path) -> tuple[float, list[float], int]:
    """Give the seconds until the first diagnostics, those after each keystroke, and their number."""
    client = LanguageClient("benchmark", "1")
    news: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def told(params: types.PublishDiagnosticsParams) -> None:
        news.put_nowait(params)

    start = time.perf_counter()
    await client.start_io(sys.executable, "-m", "pipeline", "--quiet", "lsp")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    uri = path.as_uri()
    item = types.TextDocumentItem(uri, "markdown", 0, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await news.get()
    first = time.perf_counter() - start
    times, found = [], 0
    for number in range(1, keystrokes + 1):
        typed = f"{text}\n\nThe wherfle{'abcdefghijklmnopqrstuvwxyz'[number % 26] * 2} sails.\n"
        change = types.TextDocumentContentChangeWholeDocument(typed)
        document = types.VersionedTextDocumentIdentifier(number, uri)
        start = time.perf_counter()
        client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        while (params := await news.get()).version != number:
            pass
        times.append(time.perf_counter() - start)
        found = len(params.diagnostics)
        await asyncio.sleep(0.1)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return first, times, found


def processor(text: str, path: Path) -> float:
    """Give the seconds of the processor that a check takes once all is loaded."""
    documents.see(Document(path, text))
    times = []
    for number in range(5):
        start = time.process_time()
        documents.see(Document(path, f"{text}\n\nThe grubnik{'aeiou'[number]} sails.\n"))
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Print a line."""
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--words", type=int, default=2_000)
    parser.add_argument("--keystrokes", type=int, default=20)
    options = parser.parse_args()
    files = [options.file] if options.file else sorted(CONTENT.glob("*.md"))
    text = "\n".join(body(file.read_text(encoding="utf-8")) for file in files)
    lines, words = [], 0
    for line in text.splitlines():
        lines.append(line)
        words += len(line.split())
        if words >= options.words:
            break
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article.md")
        busy = processor("\n".join(lines), path)
        first, times, found = asyncio.run(measure("\n".join(lines), options.keystrokes, path))
    middle, worst = (1000 * each for each in (statistics.median(times), max(times)))
    print(
        f"{words:,} words, {found} diagnostics: start and open {first:.1f} s; "
        f"after a keystroke {middle:.0f} ms (median), {worst:.0f} ms (worst of {len(times)}); "
        f"{1000 * busy:.0f} ms of the processor a check"
    )


def body(text: str) -> str:
    """Give an article without its front matter."""
    return text.split("\n---\n", 1)[-1] if text.startswith("---\n") else text


if __name__ == "__main__":
    main()
