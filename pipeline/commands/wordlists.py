"""`pipeline words`: the project's own words, kept in order by a tool."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial

import click

from pipeline import locales, ownwords, usage
from pipeline.options import shared
from pipeline.reports.plain import visible
from pipeline.reports.table import table
from pipeline.session import Session
from pipeline.settings import Config


@click.group(invoke_without_command=True)
@click.option("--tidy", "tidied", is_flag=True, help="As `pipeline words tidy`.")
@shared
def words(session: Session, tidied: bool) -> None:
    """
    Check the project's own lists of words, add to them, and put them in order.

    \b
    Example:
      pipeline words
    """
    if click.get_current_context().invoked_subcommand is None:
        _look_after(session, tidied=tidied)


@words.command()
@shared
def tidy(session: Session) -> None:
    """
    Sort the lists, and take out what stands twice.

    \b
    Example:
      pipeline words tidy
    """
    _look_after(session, tidied=True)


@words.command()
@click.argument("word", nargs=-1, required=True, metavar="WORD...")
@click.option(
    "--locale", "-l", help="The list of this language (default: the source's), or common."
)
@shared
def add(session: Session, word: tuple[str, ...], locale: str | None) -> None:
    """
    Put words into a list, each at its place; `ketamine/wine` takes the endings of "wine".

    \b
    Example:
      pipeline words add Ketalar ketamine/wine --locale en
    """
    settings = session.project()
    language = _list(session, settings, locale)
    with session.writing(settings):
        new = ownwords.add(settings, language, word)
    path = ownwords.path(settings, language).relative_to(settings.root).as_posix()
    text = "".join(f"{path}: {one}\n" for one in new) or f"{path}: has it already\n"
    session.show(text, {"path": path, "added": list(new)})
    session.finish()


@words.command()
@click.option("--locale", "-l", help="Only words of this locale.")
@shared
def suggest(session: Session, locale: str | None) -> None:
    """
    List the words that no dictionary has, over the whole site, the commonest first.

    \b
    Example:
      pipeline words suggest --locale en
    """
    settings = session.project()
    chosen = session.locales(settings, (locale,) if locale else ())
    found = usage.unknown(session, settings, chosen)
    rows = [
        (
            str(one.count),
            visible(one.word),
            one.language,
            f"{visible(one.place.path)}:{one.place.line}",
            ", ".join(map(visible, one.suggestions[:1])),
        )
        for one in found
    ]
    head = ("times", "word", "language", "first place", "or is it")
    text = table(head, rows, numbers={0}) if rows else "every word is known\n"
    session.show(text, [asdict(one) for one in found])
    session.finish()


@words.command()
@shared
def unused(session: Session) -> None:
    """
    List the entries that no article and no translation uses.

    \b
    Example:
      pipeline words unused
    """
    settings = session.project()
    found = usage.unused(session, settings)
    session.show(
        "".join(f'{one.path}:{one.line}: "{visible(one.word)}" is used nowhere\n' for one in found),
        [asdict(one) for one in found],
    )
    session.finish()


def _look_after(session: Session, *, tidied: bool) -> None:
    settings = session.project()
    languages = dict.fromkeys(map(locales.language, settings.locales))
    own = ownwords.read(settings, languages, settings.spelling.words)
    session.note(*own.errors)
    if tidied and not own.errors:
        put = partial(ownwords.tidy, settings)
        with session.writing(settings):
            changed = [name for name in (ownwords.COMMON, *languages) if put(name)]
        session.show("".join(f"{name}: put in order\n" for name in changed), changed)
    else:
        session.show("".join(f"{line}\n" for line in own.duplicates), list(own.duplicates))
    session.finish()


def _list(session: Session, settings: Config, locale: str | None) -> str:
    """Name the list that is meant."""
    if locale == ownwords.COMMON:
        return locale
    (chosen,) = session.locales(settings, (locale,)) if locale else (settings.source,)
    return locales.language(chosen)
