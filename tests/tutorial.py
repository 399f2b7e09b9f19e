"""The tutorial, followed by the letter in an empty folder; run to write what is printed anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import po
from pipeline.model import Catalog

TUTORIAL = Path(__file__).parent.parent / "docs/tutorial.md"

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"`([^`\n]+)`:\n\n\Z")


@dataclass
class Reader:
    """Somebody who does what the tutorial says: *folder* is where they are, *printed* what they saw last."""

    folder: Path
    printed: str = ""

    def follow(self, text: str) -> str:
        """Do every step of *text*; give it with what was printed in the place of what it says was."""
        done, parts = 0, []
        for fence in _FENCE.finditer(text):
            before = text[done : fence.start()]
            parts += [before, f"```{fence[1]}\n{self._step(fence[1], fence[2], before)}```"]
            done = fence.end()
        return "".join([*parts, text[done:]])

    def _step(self, language: str, body: str, before: str) -> str:
        match language:
            case "sh":
                self.printed = "".join(self._type(line) for line in body.splitlines())
            case "text":
                return self.printed
            case _:
                named = _NAMED.search(before)
                assert named, f"a file without a name: {body}"
                path = self.folder / named[1]
                if language == "po":
                    fill(path, po.load(body.encode(), "tutorial.md"))
                else:
                    path.write_text(body, encoding="utf-8")
        return body

    def _type(self, line: str) -> str:
        command, *arguments = line.split()
        if command == "cd":
            self.folder /= arguments[0]
            return ""
        assert command == "pipeline", line
        environment = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
        run = subprocess.run(
            # One worker and many print the same; to begin several for two files takes longest.
            [sys.executable, "-m", "pipeline", "--jobs", "1", *arguments],
            cwd=self.folder,
            env=environment | {"NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode in (0, 1), run.stdout
        return run.stdout


def fill(path: Path, filled: Catalog) -> None:
    """Type the translations of *filled* into the catalog at *path*, as a translator does."""
    catalog = po.load(path.read_bytes(), path.name)
    strings = {message.id: message.strings for message in filled.messages}
    assert strings.keys() <= {message.id for message in catalog.messages}
    messages = tuple(
        replace(message, strings=strings.get(message.id, message.strings))
        for message in catalog.messages
    )
    path.write_bytes(po.dump(replace(catalog, messages=messages)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as empty:
        written = Reader(Path(empty)).follow(TUTORIAL.read_text(encoding="utf-8"))
    TUTORIAL.write_text(written, encoding="utf-8")
    sys.stdout.write("docs/tutorial.md is in step with what is printed\n")
