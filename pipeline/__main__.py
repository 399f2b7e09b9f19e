"""`python -m pipeline`: the command line, with exit code 3 for a bug of ours."""

from __future__ import annotations

import sys
import traceback

from pipeline.errors import BUG, USER_ERROR


def main() -> None:
    """Run the command line; a traceback means that we broke, and never that the user erred."""
    try:
        # Here, so that Ctrl-C while the libraries load is told as politely as later.
        from pipeline.cli import cli  # noqa: PLC0415 - for that

        cli(prog_name="pipeline")
    except KeyboardInterrupt:
        sys.stderr.write("interrupted before anything was done\n")
        sys.exit(USER_ERROR)
    except Exception:  # noqa: BLE001 - the last stop: whatever it is, it is our bug
        traceback.print_exc()
        sys.exit(BUG)


if __name__ == "__main__":
    main()
