"""
Workflow commands of GitHub Actions: a note on each line of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step, the first ones: so the worst come
first. What holds versions and has no line is one error before them, for else nobody would learn why
the step failed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.errors import PipelineError
from pipeline.findings import Finding
from pipeline.reports import flat
from pipeline.reports.plain import count, visible
from pipeline.results import Report, Verdict

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice", "review": "notice"}


def render(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError] = ()
) -> str:
    """Give *report* as commands, a line each."""
    return "".join(f"{line}\n" for line in _commands(report, verdicts, errors))


def _commands(
    report: Report, verdicts: Sequence[Verdict], errors: Sequence[PipelineError]
) -> Iterator[str]:
    for error in errors:
        where = {"file": error.path or "", "line": error.line or ""}
        yield _command("error", where | {"title": "cannot be read"}, flat.problem(error))
    found = flat.worst_first(flat.entries(report))
    told = {
        (entry.finding.article, entry.finding.locale)
        for entry in found
        if entry.finding.level == "error"
    }
    held = [
        f"{verdict.article} [{verdict.locale}]: {'; '.join(verdict.reasons)}"
        for verdict in verdicts
        if flat.is_held(verdict) and (verdict.article, verdict.locale) not in told
    ]
    if held:
        title = f"{count(len(held), 'version')} held"
        yield _command("error", {"title": title}, *held)
    yield from (_annotation(entry.finding) for entry in found)


def _annotation(finding: Finding) -> str:
    place, end = finding.place, finding.end
    where: dict[str, object] = {"file": place.path, "line": place.line}
    if end is None:
        where["col"] = place.column
    elif end.line == place.line:
        where |= {"col": place.column, "endLine": end.line, "endColumn": end.column}
    else:
        # Columns are shown only within one line.
        where["endLine"] = end.line
    message = f"{flat.message(finding)} [{finding.locale}]"
    return _command(_COMMANDS[finding.level], where | {"title": finding.rule}, message)


def _command(name: str, properties: Mapping[str, object], *message: str) -> str:
    r"""
    Give one command, with a message of so many lines.

    >>> _command("error", {"file": "a,b.md", "line": 3}, "100 %\n::stop")
    '::error file=a%2Cb.md,line=3::100 %25\\n::stop'
    """
    values = ",".join(
        f"{key}={_escaped(visible(str(value))).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in properties.items()
        if value != ""
    )
    text = _escaped("\n".join(map(visible, message)))
    return f"::{name} {values}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
