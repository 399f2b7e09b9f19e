"""Why a request is not answered: each a user's error, with the status that HTTP has for it."""

from __future__ import annotations

from pipeline.errors import PipelineError


class AbsentError(PipelineError):
    """There is no such article, version, entry or file."""


class UnfitError(PipelineError):
    """What was asked cannot be done, or what was given cannot be kept."""


class BusyError(PipelineError):
    """Another run is writing into the project."""


def status(error: PipelineError) -> int:
    """
    Give the status of an answer that says *error*.

    >>> status(AbsentError("no such article")), status(PipelineError("msgstr is not closed"))
    (404, 400)
    """
    return {AbsentError: 404, BusyError: 423}.get(type(error), 400)
