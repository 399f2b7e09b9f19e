"""
How common the forms of a language are: the lists of `wordfreq`, and what is kept of them on disk.

Unpacking a list takes up to three quarters of a second and 82 MB (Russian), and importing the
package a fifth of a second more, so a list is cut once: `cut` gives the bytes, `Kept` opens them in
twenty milliseconds and 12 MB. Both say the same of every form.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import mmap
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from pipeline.spelling.lexicon import COMMON, Frequencies

RAREST = 1.2
"""Frequencies below are noise: a form met once or twice in the whole corpus."""

PACKAGE = "wordfreq"

_NAMES = {"no": "nb", "hr": "sh", "bs": "sh", "tl": "fil"}
"""Languages that `wordfreq` counts under another name."""

_MAGIC = b"frequencies 1\n"
_FINAL = re.compile("σ$")
_REMEMBERED = 200_000
"""Rare forms whose frequency is kept in memory: the neighbours of misspellings are asked for again."""

Bands = Sequence[tuple[float, Sequence[str]]]


class Kept(Frequencies):
    """
    Frequencies read from what `cut` has made.

    The rare forms stay on the disk, sorted, and are looked up by halving.

    >>> both = Kept(pack([(7.7, ["the"]), (4.5, ["relief"]), (1.2, ["relie", "lied"])], common=2))
    >>> [both.zipf(word) for word in ("the", "relief", "relie", "lied", "lie", "zz", "")]
    [7.7, 4.5, 1.2, 1.2, 0.0, 0.0, 0.0]
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Take what `pack` gave; raises `ValueError` for anything else, and for what was cut short."""
        if data[: len(_MAGIC)] != _MAGIC or data[-1:] != b"\0":
            raise ValueError("not a frequency list of this version")
        middle = data.find(b"\0")
        lines = data[len(_MAGIC) : middle].decode("utf-8").splitlines()
        bands = (line.partition(" ")[::2] for line in lines)
        super().__init__(((float(zipf), forms.split(" ")) for zipf, forms in bands), common=10**9)
        self._data = data
        self._start = middle + 1
        self._asked: dict[str, float] = {}

    def zipf(self, form: str) -> float:
        """Give the frequency of a folded form."""
        found = self.common.get(form)
        if found is not None:
            return found
        found = self._asked.get(form)
        if found is None:
            found = self._halve(form)
            if not found and form.endswith("σ"):
                # Case folding has no final sigma, writing has.
                found = self.zipf(f"{form[:-1]}ς")
            if len(self._asked) < _REMEMBERED:
                self._asked[form] = found
        return found

    def _halve(self, form: str) -> float:
        wanted = form.encode("utf-8", "surrogatepass")
        low, high = self._start, len(self._data) - 1
        while low < high:
            # Each line is `\n` + form + space + frequency; *low* and *high* stand on its `\n`.
            middle = self._data.rfind(b"\n", low, (low + high) // 2 + 1)
            if middle < 0:
                return 0.0
            end = self._data.find(b"\n", middle + 1, high)
            line = self._data[middle + 1 : high if end < 0 else end]
            here, _, zipf = line.rpartition(b" ")
            if here == wanted:
                return float(zipf)
            if here < wanted:
                if end < 0:
                    return 0.0
                low = end
            else:
                high = middle
        return 0.0


def pack(bands: Bands, *, common: int = COMMON) -> bytes:
    """Give *bands* as `Kept` reads them: the common ones in order, the others by form."""
    head: list[str] = []
    rare: list[str] = []
    count = 0
    for zipf, forms in bands:
        if count < common:
            head.append(f"{zipf:.2f} {' '.join(forms)}\n")
            count += len(forms)
        else:
            end = f" {zipf:.2f}"
            rare += [form + end for form in forms]
    # Code points and UTF-8 have one order, and a space comes before every letter.
    rare.sort()
    text = "".join(head) + "\0" + "".join(f"\n{line}" for line in rare) + "\0"
    return _MAGIC + text.encode()


def cut(language: str) -> bytes:
    """Give what is worth keeping of a language's list: 1 to 12 MB; nothing where none is installed."""
    bands = _bands(language)
    return pack(bands) if bands else b""


def file_name(language: str) -> str:
    """
    Name the file that a cut list is kept in: a new version of the package gets a new one.

    >>> file_name("no").startswith("frequencies-nb-")
    True
    """
    return f"frequencies-{_NAMES.get(language, language)}-{_version()}.txt"


def installed(language: str) -> str:
    """Say which package counts the words of *language*, and its version; nothing where none does."""
    folder = importlib.util.find_spec(PACKAGE)
    name = _NAMES.get(language, language)
    if folder is None or not folder.origin:
        return ""
    found = any((Path(folder.origin).parent / "data").glob(f"*_{name}.msgpack.gz"))
    return f"{PACKAGE} {_version()}" if found else ""


@lru_cache(maxsize=64)
def load(language: str, cache: Path | None) -> Frequencies:
    """Give the frequencies of a language's forms, from *cache* if they are there; or none."""
    if cache is not None:
        try:
            with (cache / file_name(language)).open("rb") as file:
                return Kept(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError):
            # Not there, or not whole: it can be made again.
            pass
    return Kept(cut(language) or pack(()))


def _bands(language: str) -> Bands:
    if importlib.util.find_spec(PACKAGE) is None:
        return ()
    wordfreq = importlib.import_module(PACKAGE)
    path = wordfreq.available_languages("best").get(_NAMES.get(language, language))
    if path is None:
        return ()
    # The package's own look-up keeps every list for ever: 60 MB a language instead of 15.
    listed = wordfreq.read_cBpack(path)[: round(900 - 100 * RAREST)]
    return tuple(
        ((900 - index) / 100, tuple(_spelt(band, language)))
        for index, band in enumerate(listed)
        if band
    )


def _spelt(band: Iterable[str], language: str) -> Iterable[str]:
    """Give the forms as they are written: case folding has no final sigma."""
    return (_FINAL.sub("ς", form) for form in band) if language == "el" else band


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        return "none"
