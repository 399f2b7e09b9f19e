"""A report and its verdicts, told: one format a file, values in and text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.errors import PipelineError
from pipeline.reports import as_json, earl
from pipeline.results import Report, Verdict

Render = Callable[[Report, Sequence[Verdict], Sequence[PipelineError]], str]

FORMATS: Mapping[str, Render] = {"earl": earl.render, "json": as_json.render}
"""What programs read, by the name that `--format` takes; people read `terminal`."""
