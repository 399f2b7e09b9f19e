"""How to get a dictionary that is missing, or a better one: one command."""

from __future__ import annotations

import shutil

from pipeline import dictionaries, locales, npm
from pipeline.dictionaries import Loaded, engines
from pipeline.dictionaries.places import FASTSPELL, PACKAGES

_NPM = frozenset(
    "bg ca cs da de el en en-GB es et eu fa fr ga gl he hr hu hy is it ka ko lt lv mk nb nl nn pl"
    " pt-BR pt-PT ro ru sk sl sr sr-Latn sv tr uk vi".split()
)
"""The languages that npm's `dictionary-*` packages were seen to have."""

_DEBIAN = frozenset(
    "af an ar be bg bn bo br bs ca cs da dz el eo es eu gd gl gu he hi hr hu id is it kk lo lt lv"
    " ml mn ne nl oc pl pt-br pt-pt ro ru si sk sl sr sv sw te th tr uk uz vi".split()
)
"""The languages with a package `hunspell-…` there; its Korean one rejects every word."""

_NEWER = {
    "es": "a newer list of Spanish has 41 false alarms in 1,000 words instead of 54",
}
"""Languages whose packaged list is behind the one that npm has."""


def advice(locale: str, found: Loaded) -> str:
    """Give one line: what is to be done about a locale's dictionary, or nothing."""
    language = locales.language(locale)
    if dictionaries.hopeless(locale):
        return ""
    if not engines.library():
        return "`pip install chunspell-next`, or where it does not build `pip install spylls`"
    if found.lexicon is not None:
        ours = any(one.package == PACKAGES[FASTSPELL] for one in found.used)
        newer = _NEWER.get(language, "") if ours else ""
        return f"{newer}: {command(locale)}" if newer else ""
    if dictionaries.optional(language) and not found.refused:
        return f'add "{language}" to the languages that are checked all the same'
    return command(locale)


def command(locale: str) -> str:
    """Give the command that installs a list of *locale* here."""
    wanted = npm.served(locale)
    if wanted in _NPM and npm.find():
        return f"`pipeline dictionaries add {wanted}`"
    if wanted.lower() in _DEBIAN and shutil.which("apt"):
        return f"`apt install hunspell-{wanted.lower()}`"
    if wanted in _NPM:
        return f"install Node.js, then `pipeline dictionaries add {wanted}`"
    return "put its .aff and .dic files into a folder that DICPATH names"
