"""
`python -m fuzz TARGET [FOLDER]`: fuzz one target for FUZZ_SECONDS (600); without one, name them all.

What is found new is kept in FOLDER (`.fuzz/TARGET`), so that the next run goes on from there. A finding
is written beside it, and ends the run with an exit code that is not 0: put its smallest form into the
tests of the module, then mend it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path


def main() -> None:
    """Fuzz."""
    if len(sys.argv) < 2:
        from fuzz.targets import TARGETS  # noqa: PLC0415 - whoever fuzzes imports it instrumented

        sys.stdout.write("".join(f"{name}\n" for name in TARGETS))
        return
    import atheris  # noqa: PLC0415 - of the group fuzz: the seeds are tested without it

    # Ours, and the parser that we drive; of the others only the time counts.
    with atheris.instrument_imports(include=["pipeline", "markdown"]):
        from fuzz import seeds, targets  # noqa: PLC0415 - only now are they instrumented
    target = sys.argv[1]
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else f".fuzz/{target}")
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds.seeds(target):
        name = hashlib.sha256(seed).hexdigest()[:16]
        (folder / name).write_bytes(seed)
    seconds = os.environ.get("FUZZ_SECONDS", "600")
    options = [
        str(folder),
        f"-max_total_time={seconds}",
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-max_len=16000",
        "-print_final_stats=1",
        f"-artifact_prefix={folder.parent}/{target}-",
    ]
    atheris.Setup([sys.argv[0], *options], lambda data: targets.timed(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
