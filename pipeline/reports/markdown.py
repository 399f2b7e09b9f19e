"""A summary in Markdown: for a job's page or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.errors import PipelineError
from pipeline.reports import flat
from pipeline.reports.flat import Entry
from pipeline.reports.plain import count, shortened, visible
from pipeline.results import Report, Verdict

MOST = 50
"""Findings in the table; a page with more is not read."""

_WIDE = 300
_MARKUP = re.compile(r"[\\`*_\[\]<>#!|~&@:]")


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give the sum, what is held and why, and a table of the worst."""
    return "\n\n".join(_blocks(report, verdicts, errors)) + "\n"


def _blocks(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError]
) -> Iterator[str]:
    yield "## Article Pipeline"
    yield f"**{flat.versions(report, verdicts)}** {flat.sum_up(report, errors)}"
    told = [f"- {_plain(str(error))}" for error in errors]
    told += [
        f"- held: {_plain(verdict.article)} ({verdict.locale}): {_plain('; '.join(verdict.reasons))}"
        for verdict in verdicts
        if flat.is_held(verdict)
    ]
    if told:
        yield "\n".join(told[:MOST])
    found = flat.worst_first(flat.entries(report))
    if found:
        head = "| level | place | what | rule |\n| --- | --- | --- | --- |"
        yield "\n".join([head, *map(_row, found[:MOST])])
    if len(found) > MOST:
        yield f"And {count(len(found) - MOST, 'more finding')}."


def _row(entry: Entry) -> str:
    finding = entry.finding
    place = _plain(f"{finding.place.path}:{finding.place.line}")
    what = f"{_plain(flat.message(finding))} ({finding.locale})"
    return f"| {finding.level} | {place} | {what} | {finding.rule} |"


def _plain(text: str) -> str:
    r"""
    Give *text* so that Markdown reads nothing into it: no link, no mention, no cell.

    >>> print(_plain("<b>|@a"))
    <code>&#60;b&#62;&#124;&#64;a</code>
    """
    line = shortened(visible(text), _WIDE)
    # In code, GitHub looks for no names either.
    return f"<code>{_MARKUP.sub(lambda match: f'&#{ord(match[0])};', line)}</code>"
