"""What a user did, a finding is not, and a bug must not be."""

from __future__ import annotations

FINDINGS, USER_ERROR, BUG = 1, 2, 3
"""With these codes the command line leaves: a version is held, the user erred, we broke."""


class PipelineError(Exception):
    """
    Something the user can put right: one line that names the file, the line, what is wrong and what to do.

    A finding is data and is never raised; a bug is any other exception.

    >>> str(PipelineError("msgstr is not closed", path="de.po", line=40, hint="add a quotation mark"))
    'de.po:40: msgstr is not closed; add a quotation mark'
    """

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """Give the line a user reads: `path:line: message; hint`."""
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        text = f"{self.message}; {self.hint}" if self.hint else self.message
        return f"{place}: {text}" if place else text

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the keyword arguments when a worker process hands the error to its parent."""
        return _rebuild, (type(self), self.message, self.path, self.line, self.hint)


class ArticleError(PipelineError):
    """An article cannot be read: its bytes, its front matter, its slug, or a limit it breaks."""


class UnsafeFileError(ArticleError):
    """A file of an article may not be published: it could run, or it is not the article's to give."""


class CatalogError(PipelineError):
    """A catalog cannot be read; it is left as it is."""


class ConfigError(PipelineError):
    """The configuration has an unknown key, a wrong type or a value that does not exist."""


class StoreError(PipelineError):
    """A file could not be written; what stood before still stands."""


def _rebuild(
    kind: type[PipelineError], message: str, path: str | None, line: int | None, hint: str
) -> PipelineError:
    return kind(message, path=path, line=line, hint=hint)
