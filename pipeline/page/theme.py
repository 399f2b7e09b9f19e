"""
The templates of the pages: the package's, or in their place those of a project's folder `theme/`.

A project's template of the same name goes before ours, which it may extend as `default/NAME`. What an
article or a catalog says reaches a template as a value and is escaped. A project's templates run in
Jinja2's sandbox; that keeps mistakes in bounds, and is no wall against their author.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import (
    BaseLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import locales
from pipeline.errors import PipelineError

FOLDER = "theme"
"""Where a project keeps its own templates and files, and where all files of the theme are published."""
_OURS = "default/"


@dataclass(frozen=True, slots=True)
class Theme:
    """A project's own templates: the name and the text of each."""

    templates: tuple[tuple[str, str], ...] = ()


class ThemeError(PipelineError):
    """A template of the project cannot be read, or does not run."""


def render(theme: Theme, template: str, **values: object) -> str:
    """Give the text that *template* makes of *values*; raises `ThemeError` for a project's own."""
    if not theme.templates:
        return environment(theme).get_template(template).render(**values)
    try:
        return environment(theme).get_template(template).render(**values)
    except TemplateSyntaxError as error:
        raise _broken(error, error.lineno, error.filename or error.name or template) from None
    except Exception as error:
        if place := _place(error):
            raise _broken(error, place[1], place[0]) from None
        raise


def check(theme: Theme) -> None:
    """Raise `ThemeError` for the first template of *theme* that is not one."""
    for name, text in theme.templates:
        try:
            environment(theme).parse(text, name, f"{FOLDER}/{name}")
        except TemplateSyntaxError as error:
            raise _broken(error, error.lineno, f"{FOLDER}/{name}") from None


@lru_cache(maxsize=4)
def environment(theme: Theme) -> Environment:
    """Give Jinja2 as the pages are made with it."""
    kind: Callable[..., Environment] = (
        ImmutableSandboxedEnvironment if theme.templates else Environment
    )
    made = kind(
        loader=_Loader(dict(theme.templates)),
        autoescape=True,
        # A theme is made anew for each run: whether its files have changed is not asked for each page.
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["number"] = locales.number
    made.filters["listed"] = locales.listed
    return made


class _Loader(BaseLoader):
    def __init__(self, own: dict[str, str]) -> None:
        self.own = own
        self.package = PackageLoader("pipeline")

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Give the text of *template*, and the file that errors name."""
        if template in self.own:
            return self.own[template], f"{FOLDER}/{template}", None
        return self.package.get_source(environment, template.removeprefix(_OURS))

    def list_templates(self) -> list[str]:
        return sorted({*self.own, *self.package.list_templates()})


def _place(error: Exception) -> tuple[str, int] | None:
    """Give the line of the project's template that *error* comes from, if it does."""
    frames: Iterator[traceback.FrameSummary] = reversed(traceback.extract_tb(error.__traceback__))
    return next(
        (
            (frame.filename, frame.lineno or 1)
            for frame in frames
            if frame.filename.startswith(f"{FOLDER}/")
        ),
        None,
    )


def _broken(error: Exception, line: int, path: str) -> ThemeError:
    if isinstance(error, TemplateNotFound):
        message = f'there is no template "{error.name}"'
    elif isinstance(error, TemplateError):
        message = error.message or "is no template"
    else:
        message = str(error) or type(error).__name__
    hint = 'see docs/site.md for what templates are given; "default/NAME" is ours'
    return ThemeError(" ".join(message.split()), path=path, line=line, hint=hint)
