"""
The engine that reads Hunspell dictionaries, behind one small interface.

libhunspell, through the module `hunspell` of `chunspell-next`, is the engine. Where no wheel of it
fits the machine, `spylls`, which is pure Python, says the same of each word, some hundred times
slower and without suggestions.
"""

from __future__ import annotations

import codecs
import importlib
import importlib.util
import re
import sys
import warnings
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from pipeline.spelling.lexicon import LONGEST

_ENCODING = re.compile(r"(?:microsoft-)?(.+?)(?:-2533)?\Z", re.IGNORECASE)


class Engine(Protocol):
    """One loaded dictionary, which may be asked about any text at all."""

    def accepts(self, form: str) -> bool:
        """Is *form* a word, written with these capitals."""
        ...

    def suggest(self, form: str) -> tuple[str, ...]:
        """Give the engine's own suggestions, best first; none from one that only checks."""
        ...

    def add(self, word: str, example: str) -> bool:
        """Let *word* take the endings of *example*, and tell whether that is a word with endings."""
        ...


class NoEngineError(Exception):
    """Neither engine can be imported."""


def library() -> str:
    """Give the module that does the work, or nothing where there is none."""
    return next((name for name in ("hunspell", "spylls") if _importable(name)), "")


def open_(base: Path) -> Engine:
    """
    Load the dictionary whose files are *base* with `.aff` and `.dic` behind it.

    Raises `NoEngineError`, and `OSError` or `ValueError` for files that an engine cannot read.
    """
    match library():
        case "hunspell":
            return _Hunspell(base)
        case "spylls":
            return _Spylls(base)
    raise NoEngineError


def encoding(named: str) -> str:
    """
    Give Python's name of an encoding that an affix file names, or nothing if it has none.

    >>> encoding("microsoft-cp1251"), encoding("ISO8859-13"), encoding("TIS620-2533")
    ('cp1251', 'iso8859-13', 'tis-620')
    """
    match = _ENCODING.match(named)
    try:
        return codecs.lookup(match[1] if match else named).name
    except LookupError:
        return ""


class _Hunspell:
    """libhunspell, kept from what it gets wrong."""

    def __init__(self, base: Path) -> None:
        module = importlib.import_module("hunspell")
        # With this encoding the binding also takes long paths and letters of any script on Windows.
        self._loaded: Any = module.Hunspell(
            base.name, hunspell_data_dir=str(base.parent), system_encoding="utf-8"
        )
        named = _set(base)
        if encoding(named):
            # The binding takes an encoding that Python has another name for to be ASCII, and would
            # refuse every word of a Cyrillic list in "microsoft-cp1251".
            self._loaded._dic_encoding = encoding(named)  # noqa: SLF001 - public in the binding

    def accepts(self, form: str) -> bool:
        # C would read "pain\0xyz" as "pain"; and longer words it accepts unread.
        if not form or "\0" in form or len(form) > LONGEST:
            return False
        try:
            return bool(self._loaded.spell(form))
        except UnicodeEncodeError:
            # A letter that the list's 8-bit encoding does not have is in none of its words.
            return False

    def suggest(self, form: str) -> tuple[str, ...]:
        if not form or "\0" in form or len(form) > LONGEST:
            return ()
        try:
            return tuple(self._loaded.suggest(form))
        except UnicodeEncodeError:
            return ()

    def add(self, word: str, example: str) -> bool:
        if not self.accepts(example) or "\0" in word or len(word) > LONGEST:
            return False
        try:
            self._loaded.add_with_affix(word, example)
        except UnicodeEncodeError:
            return False
        # It says nothing when the example is itself an inflected form: then nothing was added.
        return self.accepts(word)


class _Spylls:
    """The same in Python: its verdicts are Hunspell's, its suggestions may take minutes."""

    def __init__(self, base: Path) -> None:
        module = importlib.import_module("spylls.hunspell")
        with warnings.catch_warnings():
            # It leaves its two files for Python to close.
            warnings.simplefilter("ignore", ResourceWarning)
            self._loaded: Any = module.Dictionary.from_files(str(base))

    def accepts(self, form: str) -> bool:
        if not form or "\0" in form or len(form) > LONGEST:
            return False
        return bool(self._loaded.lookup(form))

    def suggest(self, form: str) -> tuple[str, ...]:  # noqa: ARG002 - the interface's
        return ()

    def add(self, word: str, example: str) -> bool:
        known = self._loaded.dic.homonyms(example)
        for entry in known:
            lower = self._loaded.aff.casing.lower(word)
            self._loaded.dic.append(replace(entry, stem=word), lower=lower)
        return bool(known)


@lru_cache(maxsize=8)
def _importable(name: str) -> bool:
    if name in sys.modules:
        return sys.modules[name] is not None
    return importlib.util.find_spec(name) is not None


def _set(base: Path) -> str:
    # Some affix files name it below half a megabyte of aliases.
    rules = base.with_name(f"{base.name}.aff").read_bytes()
    match = re.search(rb"^(?:\xef\xbb\xbf)?SET[ \t]+(\S+)", rules, re.MULTILINE)
    return match[1].decode("ascii", "replace") if match else "ISO8859-1"
