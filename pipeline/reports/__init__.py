"""A report and its verdicts, told: one format a file, values in and text out."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from pipeline.errors import PipelineError

if TYPE_CHECKING:
    from pipeline.reports.flat import Lines
    from pipeline.results import Report, Verdict

_PLACES = {
    "checkstyle": "checkstyle.render",
    "concise": "concise.render",
    "earl": "earl.render",
    "github": "github.render",
    "gitlab": "gitlab.render",
    "html": "html.render",
    "json": "as_json.render",
    "jsonl": "jsonl.render",
    "junit": "junit.render",
    "markdown": "markdown.render",
    "rdjson": "rdjson.render",
    "sarif": "sarif.render",
    "sarif-github": "sarif.for_github",
}
"""The module below this one and the function in it that tell a report in each format."""

_QUOTING = frozenset({"rdjson", "sarif", "sarif-github"})
"""Those that say more where they know the lines that findings stand in."""


def _render(
    name: str,
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError] = (),
    *more: Any,
) -> str:
    """Tell *report* in the format *name*, which is imported now: who asks for one needs no other."""
    module, _, function = _PLACES[name].partition(".")
    found = importlib.import_module(f"{__name__}.{module}")
    text: str = getattr(found, function)(report, verdicts, errors, *more)
    return text


FORMATS: Mapping[str, Callable[..., str]] = {name: partial(_render, name) for name in _PLACES}
"""What programs read, by the name that `--format` takes; people read `terminal`."""


def tell(
    name: str,
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError] = (),
    lines: Lines | None = None,
) -> bytes:
    """Give *report* in the format *name*; *lines* gives what stands in a line of a file."""
    more = (lines,) if lines and name in _QUOTING else ()
    text = FORMATS[name](report, verdicts, errors, *more)
    # The name of a file may hold what no UTF-8 can.
    return text.encode("utf-8", "replace")
