"""What a project asks for: the settings as frozen values, wherever they were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pipeline.findings import Level
from pipeline.results import Thresholds


@dataclass(frozen=True, slots=True)
class Limits:
    """What a job may cost."""

    deadline: float = 30.0
    """Seconds for one article in one locale."""


@dataclass(frozen=True, slots=True)
class Reading:
    """
    How the Markdown of an article is read, and what of it becomes messages.

    The profile "plain" asks for each run as it is written; "mdbook" asks for it as
    mdbook-i18n-helpers does, so that a project can bring its catalogs along. With *comments*, those
    of fenced code are messages too.
    """

    extensions: tuple[str, ...] = ()
    profile: Literal["plain", "mdbook"] = "plain"
    comments: bool = False


PLAIN = Reading()
"""As Python-Markdown with its standard extensions reads it."""


@dataclass(frozen=True, slots=True)
class Catalogs:
    """What the catalogs of a project hold; with *lines*, the line of each message too."""

    profile: Literal["plain", "mdbook"] = "plain"
    comments: bool = False
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Spelling:
    """
    What the words are judged by.

    *words* are lists of other tools, *dictionaries* the places of dictionaries in the order of their
    search, *optional* languages whose weak dictionary is used all the same.
    """

    words: tuple[str, ...] = ()
    dictionaries: tuple[Literal["project", "user", "packages", "system"], ...] = (
        "project",
        "user",
        "packages",
        "system",
    )
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """
    The files of the house style, from the project's folder on.

    *terms* is the file of the project's own; *vale* names style packages by the language that they are
    for, under "" for the source's: folders, single checks, or a `.vale.ini`.
    """

    terms: str = ""
    vale: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the project asks of one rule: a level of its own (None: the rule's), and options."""

    level: Level | Literal["off"] | None = None
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config:
    """
    The settings of a project; without a file, the defaults.

    *locales* begin with *source*. Folders are relative to *root*, never leave it, and none lies in
    another. *url* is the site's address without a slash at its end, or empty.
    """

    root: Path
    path: str = ""
    source: str = "en"
    locales: tuple[str, ...] = ("en",)
    content: str = "content"
    locale_dir: str = "locale"
    build: str = "build"
    public: str = "public"
    name: str = ""
    url: str = ""
    thresholds: Thresholds = field(default_factory=Thresholds)
    overrides: Mapping[str, Thresholds] = field(default_factory=dict)
    rules: Mapping[str, Setting] = field(default_factory=dict)
    extensions: tuple[str, ...] = ()
    catalogs: Catalogs = field(default_factory=Catalogs)
    spelling: Spelling = field(default_factory=Spelling)
    style: HouseStyle = field(default_factory=HouseStyle)
    scales: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """The project's own constants of G, by language: its slope and its intercept."""
    limits: Limits = field(default_factory=Limits)
    rule_lines: Mapping[tuple[str | int, ...], int] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Where each rule, and each of its options, stands in the file."""

    @property
    def reading(self) -> Reading:
        """How the project's articles are read."""
        return Reading(self.extensions, self.catalogs.profile, self.catalogs.comments)

    def thresholds_for(self, locale: str) -> Thresholds:
        """Give what a version in *locale* must reach."""
        return self.overrides.get(locale, self.thresholds)
