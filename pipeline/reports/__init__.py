"""A report and its verdicts, told: one format a file, values in and text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.errors import PipelineError
from pipeline.reports import (
    as_json,
    checkstyle,
    concise,
    earl,
    flat,
    github,
    gitlab,
    html,
    jsonl,
    junit,
    markdown,
    rdjson,
    sarif,
)
from pipeline.reports.flat import Lines
from pipeline.results import Report, Verdict

Render = Callable[[Report, Sequence[Verdict], Sequence[PipelineError]], str]

FORMATS: Mapping[str, Render] = {
    "checkstyle": checkstyle.render,
    "concise": concise.render,
    "earl": earl.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "html": html.render,
    "json": as_json.render,
    "jsonl": jsonl.render,
    "junit": junit.render,
    "markdown": markdown.render,
    "rdjson": rdjson.render,
    "sarif": sarif.render,
    "sarif-github": sarif.for_github,
}
"""What programs read, by the name that `--format` takes; people read `terminal`."""

_QUOTING = {
    "rdjson": rdjson.render,
    "sarif": sarif.render,
    "sarif-github": sarif.for_github,
}
"""Those that say more where they know the lines that findings stand in."""


def tell(
    name: str,
    report: Report,
    verdicts: Sequence[Verdict],
    errors: Sequence[PipelineError] = (),
    lines: Lines = flat.unknown,
) -> bytes:
    """Give *report* in the format *name*; *lines* gives what stands in a line of a file."""
    if name in _QUOTING:
        text = _QUOTING[name](report, verdicts, errors, lines)
    else:
        text = FORMATS[name](report, verdicts, errors)
    # The name of a file may hold what no UTF-8 can.
    return text.encode("utf-8", "replace")
