"""
What reading and writing real catalogs changes in them, when nothing was to change: ours and others.

Give it folders, wheels or archives that hold PO files: `python benchmarks/po_no_op.py django.whl
sources/dpkg`; without any, it takes those of the packages that are installed. It downloads nothing.
A line counts as changed where it went or came, its bytes with it; a line that only moved counts for
the file alone. An update merges a catalog with its own live messages, as an author would who edited
nothing.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from babel.messages import pofile
from claims import Claim

from pipeline import po
from pipeline.errors import CatalogError
from pipeline.merging import merge
from pipeline.model import Catalog, Message, Source

_CLAIMED = 200
"""Catalogs that are claimed about at most, of the project's own and those of the installed packages."""

Tool = Callable[[bytes], bytes]
"""Reads the bytes of a catalog and writes them; raises, where it cannot."""


@dataclass(slots=True)
class Tally:
    """What a tool did to the files: *unread* ones it refused, though msgfmt reads them."""

    same: int = 0
    changed: int = 0
    unread: int = 0
    refused: int = 0
    lines: int = 0
    bytes: int = 0
    seconds: float = 0.0


def main() -> None:
    """Print a line for each tool."""
    parser = argparse.ArgumentParser(description=__doc__.strip().partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help="folders, wheels, archives, PO files")
    parser.add_argument("--files", type=int, default=0, help="take so many of them, evenly spread")
    parser.add_argument("--show", action="store_true", help="name the files that ours changes")
    options = parser.parse_args()
    paths = options.paths or [Path(sysconfig.get_path("purelib"))]
    sources = list({source.data: source for source in find_files(paths)}.values())
    if not sources:
        sys.exit(f"no PO file in {', '.join(map(str, paths))}; name a folder, wheel or archive")
    if options.files:
        sources = sources[:: max(1, len(sources) // options.files)][: options.files]
    lines = sum(source.data.count(b"\n") for source in sources)
    print(f"{len(sources)} different PO files, {lines} lines")
    print(
        f"{'tool':<20}{'same':>6}{'changed':>9}{'unread':>8}{'lines':>9}{'bytes':>11}{'CPU s':>8}"
    )
    valid = {source.path for source in sources if compiles(source.data)}
    for name, tool in find_tools():
        tally = measure(tool, sources, valid, show=options.show and name.startswith("ours"))
        counts = f"{tally.same:>6}{tally.changed:>9}{tally.unread:>8}"
        print(f"{name:<20}{counts}{tally.lines:>9}{tally.bytes:>11}{tally.seconds:>8.1f}")


def claims(_rounds: int) -> Iterator[Claim]:
    """Claim how many lines of real catalogs are changed by reading and writing them."""
    paths = [Path(sysconfig.get_path("purelib")), Path(__file__).parent.parent / "locale"]
    found = {source.data: source for source in find_files(paths)}
    sources = list(found.values())
    sources = sources[:: max(1, len(sources) // _CLAIMED)]
    valid = {source.path for source in sources if compiles(source.data)}
    tools = dict(find_tools())
    own = measure(tools.pop("ours"), sources, valid, show=False)
    tools.pop("ours, updated")
    for name, tool in tools.items():
        theirs = measure(tool, sources, valid, show=False)
        yield Claim(
            f"lines of {len(sources)} catalogs changed where nothing was to change",
            "lines",
            (float(own.lines),),
            name,
            (float(theirs.lines),),
            bar=0,
            command="po_no_op.py",
        )


def find_files(paths: Iterable[Path]) -> Iterator[Source]:
    """Give every PO file in folders, zip files (wheels) and tar archives."""
    for path in paths:
        if path.is_dir():
            files = (file for file in sorted(path.rglob("*.po")) if file.is_file())
            yield from (Source(str(file), file.read_bytes()) for file in files)
        elif path.suffix == ".po":
            yield Source(str(path), path.read_bytes())
        elif zipfile.is_zipfile(path) or tarfile.is_tarfile(path):
            yield from (Source(f"{path}/{name}", data) for name, data in unpack(path))


def unpack(path: Path) -> Iterator[tuple[str, bytes]]:
    """Give the PO files of an archive."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".po"):
                    yield name, archive.read(name)
        return
    with tarfile.open(path) as tar:
        for member in tar:
            content = tar.extractfile(member) if member.name.endswith(".po") else None
            if content is not None:
                yield member.name, content.read()


def compiles(data: bytes) -> bool:
    """Does msgfmt read the file; if it is not installed, every file counts."""
    if not shutil.which("msgfmt"):
        return True
    command = ["msgfmt", "-o", "/dev/null", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=False).returncode == 0


def measure(tool: Tool, sources: Iterable[Source], valid: set[str], *, show: bool) -> Tally:
    """Let *tool* read and write each file."""
    tally = Tally()
    for source in sources:
        begun = time.process_time()
        try:
            written = tool(source.data)
        except Exception as error:  # noqa: BLE001 - others raise whatever they like
            tally.unread += source.path in valid
            tally.refused += source.path not in valid
            if show and source.path in valid:
                print(f"  {source.path}: {error}")
            continue
        finally:
            tally.seconds += time.process_time() - begun
        before, after = (Counter(data.split(b"\n")) for data in (source.data, written))
        differing = [*(before - after).elements(), *(after - before).elements()]
        tally.same += written == source.data
        tally.changed += written != source.data
        tally.lines += len(differing)
        tally.bytes += sum(len(line) + 1 for line in differing)
        if show and written != source.data:
            print(f"  {source.path}: {len(differing)} lines")
    return tally


def find_tools() -> Iterator[tuple[str, Tool]]:
    """Give ours, and what else is installed."""
    yield "ours", lambda data: po.dump(po.load(data, "a.po"))
    yield "ours, updated", update
    if importlib.util.find_spec("translate"):
        yield "translate-toolkit", by_translate_toolkit
    if shutil.which("msgcat"):
        yield "msgcat", by_msgcat
    if importlib.util.find_spec("polib"):
        yield "polib", by_polib
    yield "Babel", by_babel


def update(data: bytes) -> bytes:
    """Merge a catalog with the template that it translates."""
    old = po.load(data, "a.po")
    asked = (ask(message) for message in old.messages if not message.obsolete)
    return po.dump(merge.merge(old, Catalog(messages=tuple(asked))).catalog)


def ask(message: Message) -> Message:
    """Give the message as the template has it."""
    return replace(
        message,
        strings=("",) * len(message.strings),
        fuzzy=False,
        previous_context=None,
        previous_id=None,
        previous_plural=None,
        comments=(),
    )


def by_translate_toolkit(data: bytes) -> bytes:
    """Read and write with `translate.storage.pypo`."""
    pypo = importlib.import_module("translate.storage.pypo")
    return bytes(pypo.pofile.parsestring(data))


def by_msgcat(data: bytes) -> bytes:
    """Read and write with gettext, in the charset of the file."""
    result = subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=False)
    if result.returncode:
        raise CatalogError(result.stderr.decode(errors="replace"))
    return result.stdout


def by_polib(data: bytes) -> bytes:
    """Read and write with polib; files in UTF-8 only."""
    polib = importlib.import_module("polib")
    return str(polib.pofile(data.decode())).encode()


def by_babel(data: bytes) -> bytes:
    """Read and write with Babel, keeping what it can be told to keep."""
    catalog = pofile.read_po(io.BytesIO(data), abort_invalid=True)
    written = io.BytesIO()
    pofile.write_po(written, catalog, include_previous=True)
    return written.getvalue()


if __name__ == "__main__":
    main()
