"""`python -m pipeline`: the command line, with exit code 3 for a bug of ours."""

from __future__ import annotations

import sys
import traceback

from pipeline.cli import cli

BUG = 3


def main() -> None:
    """Run the command line; a traceback means that we broke, and never that the user erred."""
    try:
        cli(prog_name="pipeline")
    except Exception:  # noqa: BLE001 - the last stop: whatever it is, it is our bug
        traceback.print_exc()
        sys.exit(BUG)


if __name__ == "__main__":
    main()
