"""The pages about rules in docs/rules, as the rules themselves tell them; run to write them anew."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline import check, explain

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def pages() -> Mapping[str, str]:
    """Give every page by its path below the folder."""
    described = explain.describe_all(check.rules())
    named = {f"{one.name}.md": explain.markdown(one) for one in described}
    return {"README.md": explain.index(described)} | named


def written() -> Mapping[str, str]:
    """Give the pages that are there."""
    return {
        path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in FOLDER.rglob("*.md")
    }


if __name__ == "__main__":
    wanted, stood = pages(), written()
    for name, text in wanted.items():
        if stood.get(name) != text:
            path = FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stood.keys() - wanted.keys():
        (FOLDER / name).unlink()
    sys.stdout.write(f"docs/rules is in step with {len(wanted) - 1} rules\n")
