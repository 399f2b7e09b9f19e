"""
The dictionaries of a machine: a lexicon for each locale, or the reason why there is none.

Words come from Hunspell dictionaries, wherever `places` finds them, frequencies from `wordfreq`.
Nothing is fetched, and nothing is loaded before a locale is asked for: Arabic alone takes two
seconds. A dictionary is believed only after its files and a few hundred words have been looked at;
one that fails is told of, and the next is tried.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from pipeline import locales
from pipeline.dictionaries import canary, engines, files, frequencies, places, regions
from pipeline.dictionaries.engines import Engine
from pipeline.dictionaries.places import Dictionary, Inflected, Setup
from pipeline.spelling.lexicon import Lexicon

__all__ = [
    "Loaded",
    "Refused",
    "Setup",
    "engine",
    "hopeless",
    "load",
    "look_up",
    "notes",
    "optional",
    "reason",
    "stamp",
    "try_out",
]

_PACKAGES_ONLY = Setup()

_WITHOUT_SPACES = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "wuu", "yue", "zh"})
"""Languages whose words are not set apart, so that a list of words cannot judge them."""

_TOO_WEAK = {"fi": "the free dictionary of Finnish rejects one good word in four"}
"""
Languages whose dictionary passes the canary and still fails in running text.

Finnish: 242 alarms in 1,000 good words of the Universal Dependencies treebanks.
"""

_OPTIONAL = {"ko": "the free dictionary of Korean rejects one good word in six"}
"""
Languages that are checked only where the project asks for it.

Korean: 175 alarms in 1,000 good words of the same treebanks, names and missing spaces for the most
part.
"""

CHOSEN = ("project", "user")
"""The places where a dictionary stands because somebody put it there."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A dictionary that was found and is not used."""

    dictionary: Dictionary
    why: str

    def __str__(self) -> str:
        """Give the line a user reads."""
        return f"{self.dictionary.dic}: not used: {self.why}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was found for a locale: a lexicon and its dictionaries, or the reason for none."""

    lexicon: Lexicon | None = None
    why: str = ""
    used: tuple[Dictionary, ...] = ()
    refused: tuple[Refused, ...] = ()
    share: float | None = None
    """The share of the commonest words that it knows, where they have been counted."""
    unlike: tuple[Inflected, ...] = ()
    """Words of the project whose example no dictionary has."""


def load(locale: str, setup: Setup = _PACKAGES_ONLY) -> Lexicon | None:
    """Give the lexicon of *locale*, loaded once in a process, or None; `reason` says why."""
    return look_up(locale, setup).lexicon


def reason(locale: str, setup: Setup = _PACKAGES_ONLY) -> str:
    """
    Say why the words of *locale* are not checked; nothing if they are.

    >>> reason("ja")
    'not spell-checked: Japanese is written without spaces'
    """
    why = look_up(locale, setup).why
    return f"not spell-checked: {why}" if why else ""


def notes(locale: str, setup: Setup = _PACKAGES_ONLY) -> tuple[str, ...]:
    """
    Say what a user should hear about the dictionaries somebody chose for *locale*.

    A line for each that is not used, and for each word of the project whose example is unknown.
    What the machine happens to have beside them is for `pipeline doctor` to tell.
    """
    found = look_up(locale, setup)
    refused = (str(one) for one in found.refused if one.dictionary.place in CHOSEN)
    unlike = (
        f'{one.path}:{one.line}: "{one.word}" cannot inflect like "{one.example}", '
        f"which is no word of the dictionary in its plain form"
        for one in found.unlike
        if one.language
    )
    return (*refused, *unlike)


def engine(name: str) -> Engine:
    """Load the list that a package calls *name*, to be measured by itself."""
    found = places.packaged(name)
    if found is None:
        raise LookupError(name)
    return engines.open_(found.base)


def look_up(locale: str, setup: Setup = _PACKAGES_ONLY) -> Loaded:
    """Give everything that is known of a locale's dictionary, loading it if need be."""
    return _look_up(locales.parse(locale), setup)


@lru_cache(maxsize=256)
def _look_up(tag: str, setup: Setup) -> Loaded:
    language = locales.language(tag)
    why = _policy(language, setup)
    if why:
        return Loaded(why=why)
    if language == "en":
        return _english(tag, setup)
    refused: list[Refused] = []
    mine = _mine(language, setup)
    swiss = language == "de" and tag.rpartition("-")[2] in regions.SWISS
    for found in places.candidates(tag, setup):
        loaded = _lexicon(language, (found,), mine=mine, cache=setup.cache, swiss=swiss)
        if loaded.lexicon is not None:
            return replace(loaded, refused=tuple(refused))
        refused.append(Refused(found, loaded.why))
    return Loaded(why=_nothing(tag, refused), refused=tuple(refused))


def stamp(locale: str, setup: Setup = _PACKAGES_ONLY) -> str:
    """
    Give a text that changes when the verdicts on the words of *locale* may: nothing is loaded.

    It is made of the sizes and times of every file that could judge it, of the engine, and of the
    project's choices, so that verdicts may be kept under it.
    """
    tag = locales.parse(locale)
    wanted = (tag, "en-US", "en-GB") if locales.language(tag) == "en" else (tag,)
    lists = [found for one in wanted for found in places.candidates(one, setup)]
    said = (
        "verdicts 1",
        tag,
        engines.library(),
        frequencies.file_name(locales.language(tag)),
        locales.language(tag) in setup.optional,
        _mine(locales.language(tag), setup),
        [(str(found.base), *map(_state, (found.aff, found.dic))) for found in lists],
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def _state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (-1, -1)
    return found.st_size, found.st_mtime_ns


def hopeless(tag: str) -> str:
    """
    Say why no dictionary judges the words of *tag*, if that is so.

    >>> hopeless("zh-Hans")
    'Chinese is written without spaces'
    """
    language = locales.language(tag)
    if language in _WITHOUT_SPACES:
        return f"{locales.name(language, 'en')} is written without spaces"
    return _TOO_WEAK.get(language, "")


def optional(language: str) -> bool:
    """Is *language* checked only where a project asks for it."""
    return language in _OPTIONAL


def _policy(language: str, setup: Setup) -> str:
    why = hopeless(language)
    if why:
        return why
    if language in _OPTIONAL and language not in setup.optional:
        return f"{_OPTIONAL[language]}, and the project does not ask for it"
    return "" if engines.library() else "no engine is installed, neither chunspell-next nor spylls"


def _nothing(tag: str, refused: Sequence[Refused]) -> str:
    named = locales.name(locales.language(tag), "en")
    if refused:
        first = refused[0]
        return f"{first.dictionary.dic.name}, the dictionary of {named}, is not used: {first.why}"
    if locales.language(tag) == "pt" and not tag.endswith("BR"):
        return "the installed dictionary of Portuguese is Brazilian"
    return f"no dictionary of {named} is installed"


def _english(tag: str, setup: Setup) -> Loaded:
    """English is American and British together; a region's own spelling goes before the other's."""
    region = tag.rpartition("-")[2] if "-" in tag else ""
    near = {"US": "en-US"}.get(region, "en-GB" if region in regions.BRITISH else "")
    own = tag if region else "en-US"
    refused: list[Refused] = []
    lists: dict[str, Dictionary] = {}
    mine = _mine("en", setup)
    for wanted in dict.fromkeys((own, "en-US", "en-GB")):
        for found in places.candidates(wanted, setup):
            tried = _lexicon("en", (found,), mine=mine, cache=setup.cache)
            if tried.lexicon is not None:
                lists[wanted] = found
                break
            refused.append(Refused(found, tried.why))
    if not lists:
        return Loaded(why=_nothing(tag, refused), refused=tuple(refused))
    home = (lists.get(own) or lists.get(near)) if region else None
    both = tuple(dict.fromkeys(lists.values()))
    loaded = _lexicon("en", both, mine=mine, cache=setup.cache, home=home)
    return replace(loaded, refused=tuple(refused))


def _mine(language: str, setup: Setup) -> tuple[Inflected, ...]:
    return tuple(one for one in setup.inflected if one.language in ("", language))


def try_out(found: Dictionary, locale: str, cache: Path | None = None) -> Loaded:
    """Give what one dictionary is worth for *locale*, whatever the places and the policy say."""
    return _lexicon(locales.language(locale), (found,), mine=(), cache=cache)


@lru_cache(maxsize=128)
def _lexicon(
    language: str,
    lists: tuple[Dictionary, ...],
    *,
    mine: tuple[Inflected, ...],
    cache: Path | None,
    home: Dictionary | None = None,
    swiss: bool = False,
) -> Loaded:
    """Load *lists*; where one is at *home*, its spelling goes before the others'."""
    loaded: list[Engine] = []
    for one in lists:
        engine = _engine(one, mine)
        if isinstance(engine, str):
            return Loaded(why=engine)
        loaded.append(engine)
    accepts = partial(regions.anywhere, [engine.accepts for engine in loaded])
    lexicon = Lexicon(
        language,
        accepts,
        frequencies.load(language, cache),
        sources=tuple(one.name for one in lists),
    )
    if not lexicon.frequencies.common:
        # Where nothing is known of frequencies, the engine's own order is the best there is.
        lexicon = replace(lexicon, propose=loaded[0].suggest)
    asked = canary.ask(lexicon)
    if home:
        at_home = loaded[lists.index(home)].accepts
        lexicon = replace(
            lexicon,
            accepts=partial(regions.regional, at_home, accepts),
            elsewhere=partial(regions.elsewhere, at_home, accepts),
        )
    if swiss:
        lexicon = replace(lexicon, accepts=partial(regions.swiss, accepts))
    unlike = tuple(one for one in mine if not any(engine.accepts(one.word) for engine in loaded))
    return Loaded(
        None if asked.wrong else lexicon,
        asked.wrong,
        lists,
        share=asked.share,
        unlike=unlike,
    )


@lru_cache(maxsize=128)
def _engine(found: Dictionary, mine: Sequence[Inflected]) -> Engine | str:
    """Load one dictionary with the project's words in it, or say what is wrong with it."""
    try:
        aff, dic = found.aff.read_bytes(), found.dic.read_bytes()
    except OSError as error:
        return f"its files cannot be read: {(error.strerror or str(error)).lower()}"
    # What a package has is what its index has a hash of.
    wrong = "" if found.place == "packages" else files.wrong(aff, dic)
    if wrong:
        return wrong
    try:
        engine = engines.open_(found.base)
    except (OSError, ValueError) as error:
        return f"the engine cannot load it: {error}"
    for one in mine:
        engine.add(one.word, one.example)
    return engine
