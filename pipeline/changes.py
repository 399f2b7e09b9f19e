"""
What version control says has changed, read from the output of `git diff`.

A finding counts as new if its text touches a line that was written; rules still read whole articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline import gate
from pipeline.findings import Finding
from pipeline.results import Result

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_FILE = b"+++ "
_ESCAPES = {b"n": b"\n", b"t": b"\t", b'"': b'"', b"\\": b"\\", b"a": b"\a", b"b": b"\b"}
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
Lines = tuple[range, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The lines that were written in each changed file, by path; None for a file that is all new."""

    files: Mapping[str, Lines | None] = field(default_factory=dict)

    def touches(self, finding: Finding) -> bool:
        """Tell whether *finding* stands, at any of its places, on a line that was written."""
        for place in (finding.place, *finding.others):
            if place.path not in self.files:
                continue
            lines = self.files[place.path]
            if lines is None:
                return True
            last = finding.end.line if finding.end and place == finding.place else place.line
            if any(one.start <= last and place.line < one.stop for one in lines):
                return True
        return False


def read(diff: bytes, new: Iterable[str] = ()) -> Changes:
    """
    Give the changes of a *diff* without context (`git diff -U0`), and the *new* files that git does not know.

    >>> diff = b"--- a/x.md\\n+++ b/x.md\\n@@ -3,2 +3 @@ A\\n-old\\n-lines\\n+new\\n"
    >>> read(diff).files
    {'x.md': (range(3, 4),)}
    """
    files: dict[str, Lines | None] = dict.fromkeys(new)
    path = ""
    for line in diff.split(b"\n"):
        if line.startswith(_FILE):
            path = _path(line[len(_FILE) :])
            if path:
                files.setdefault(path, ())
        elif path and (hunk := _HUNK.match(line)):
            start, count = int(hunk[1]), int(hunk[2] or 1)
            # Where lines were only taken away, the one above is next to the gap.
            written = range(start, start + count) if count else range(start, start + 1)
            known = files[path]
            files[path] = (*(known or ()), written)
    return Changes(files)


def only(result: Result, changes: Changes) -> Result:
    """Give *result* with the findings on changed lines alone."""
    kept = tuple(finding for finding in result.findings if changes.touches(finding))
    misspellings = sum(map(gate.is_misspelling, kept))
    return replace(result, findings=kept, misspellings=misspellings)


def _path(written: bytes) -> str:
    """Give the path behind `+++ `, which git puts in quotation marks where it is not plain."""
    name = written.rstrip(b"\t\r")
    if name.startswith(b'"') and name.endswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name[1:-1])
    if name == b"/dev/null":
        return ""
    return name.removeprefix(b"b/").decode("utf-8", "surrogateescape")


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPES.get(code, code)
