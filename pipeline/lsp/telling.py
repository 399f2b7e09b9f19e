"""What a rule says of itself where a finding is pointed at, and the page that says more."""

from __future__ import annotations

from pathlib import Path

from pipeline import check, explain
from pipeline.findings import Finding

_PAGES = Path(__file__).parent.parent.parent / "docs" / "rules"


def hover(finding: Finding, base: str = "") -> str:
    """Give a finding and its rule as Markdown."""
    name = finding.rule
    parts = [f"**{name}** ({finding.level}): {escaped(finding.message)}"]
    if name in check.rules():
        rule = explain.describe(name, check.rules())
        parts += [rule.summary, f"**Why:** {rule.why}", f"**Fix:** {rule.fix}"]
    if found := address(name, base):
        parts.append(f"[{name}]({found})")
    return "\n\n".join(part for part in parts if part)


def address(name: str, base: str = "") -> str:
    """
    Give the page about a rule: below *base*, or in a checkout; else that of its success criterion.

    >>> address("prose/spelling", "https://example.org/rules/")
    'https://example.org/rules/prose/spelling.md'
    """
    rule = check.rules().get(name)
    if rule is None:
        return ""
    if base:
        return f"{base.rstrip('/')}/{name}.md"
    page = _PAGES / f"{name}.md"
    if page.is_file():
        return page.as_uri()
    criterion = explain.describe(name, check.rules()).criterion
    return criterion.address if criterion else ""


def escaped(text: str) -> str:
    r"""
    Give words of an article as Markdown that says just that.

    >>> print(escaped('"<b>" is [new](x)'))
    "\<b>" is \[new](x)
    """
    return "".join(f"\\{each}" if each in "\\`*_<[" else each for each in text)
