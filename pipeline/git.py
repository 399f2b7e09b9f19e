"""Asks git what has changed. Nothing is fetched, and nothing in the repository is touched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from pipeline import changes
from pipeline.changes import Changes
from pipeline.errors import PipelineError

_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What a change is compared with, where nobody says: the first of these that there is."""

_PATIENCE = 60


def changed(root: Path, base: str = "") -> Changes:
    """
    Give what was written since the branch left *base*, committed or not, with paths as seen from *root*.

    It is compared with the merge base: what others have put into *base* since is not this branch's.
    Raises PipelineError without git, a repository, the base, or a commit that both have.
    """
    folder = root.resolve()
    found = base or next((name for name in _BASES if _is(folder, name)), "")
    if base and not _is(folder, base):
        hint = "name a branch or a commit that is here; `git fetch` brings others"
        raise PipelineError(f'no commit is called "{base}"', hint=hint)
    if not found:
        _run(folder, "rev-parse", "--git-dir")
        # A repository without any of the usual names: what is not committed is what has changed.
        found = "HEAD"
    fork = (
        _run(folder, "merge-base", found, "HEAD", missing=_no_fork(folder, found)).decode().strip()
    )
    diff = _run(
        folder,
        *("-c", "core.quotePath=true", "diff", "--relative", "--no-color", "--no-ext-diff"),
        *("--no-renames", "-U0", "--src-prefix=a/", "--dst-prefix=b/", fork, "--", "."),
    )
    new = _run(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    untracked = [os.fsdecode(name) for name in new.split(b"\0") if name]
    return changes.read(diff, untracked)


def _is(folder: Path, name: str) -> bool:
    command = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    return _called(folder, command).returncode == 0


def _no_fork(folder: Path, base: str) -> PipelineError:
    shallow = _called(folder, ["git", "rev-parse", "--is-shallow-repository"]).stdout.strip()
    deepen = "git fetch --unshallow (in CI: fetch-depth: 0)"
    hint = deepen if shallow == b"true" else "name another one: --changed=BRANCH"
    return PipelineError(f'this branch and "{base}" have no commit in common here', hint=hint)


def _run(folder: Path, *arguments: str, missing: PipelineError | None = None) -> bytes:
    done = _called(folder, ["git", *arguments])
    if done.returncode:
        if missing:
            raise missing
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        hint = "run it in a git repository, or leave out --changed"
        raise PipelineError(f"git: {said[0].removeprefix('fatal: ')}", hint=hint)
    return done.stdout


def _called(folder: Path, command: list[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command, cwd=folder, capture_output=True, check=False, timeout=_PATIENCE
        )
    except FileNotFoundError:
        hint = "install it, or leave out --changed"
        raise PipelineError("git is not here, which knows what has changed", hint=hint) from None
    except subprocess.TimeoutExpired:
        raise PipelineError(f"git did not answer for {_PATIENCE} s", hint="try again") from None
