"""
Names that can be addresses: of an article, of a translation, of what they were called before.

An address becomes a folder of the site and a file of its catalog. So it is made of letters, digits
and hyphens only, in any script: nothing that leads out of the site, and no name that some system
keeps for itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from pipeline.model import Article, Field, Version

SECTIONS = ("search", "tags")
"""What stands beside the articles of each locale."""

UNSAFE = "cannot be an address"
RESERVED = "is reserved"

_SLUG = re.compile(r"[^\W_]+(?:[-_]+[^\W_]+)*")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)
_FIRST = frozenset({"site", *SECTIONS})
_SIGNS = re.compile(r"(?<=[^\W_])[+#]++")
_SPOKEN = {"+": "-plus-", "#": "-sharp-"}
_LONGEST = 100
_BYTES = 250
"""What a folder's name may have, and a file's with its ending: 100 letters of Chinese are more."""
_LONGEST_PATH = 400
_TAG = 240
_DEPTH = 16


def slug(text: str) -> str:
    """
    Give *text* as a part of an address: its letters with their marks, its digits, hyphens for the rest.

    >>> slug("Blood Pressure (2)"), slug("हिंदी"), slug("++")
    ('blood-pressure-2', 'हिंदी', '')
    """
    text = unicodedata.normalize("NFC", text)
    kept = "".join(letter if _is_letter(letter) else "-" for letter in text)
    return re.sub("-+", "-", kept).strip("-_").lower()


def tag(text: str) -> str:
    """
    Give the last part of the address of a tag's page, whatever the tag says.

    >>> tag("heart health"), tag("C++"), tag("??"), tag("CON")
    ('heart-health', 'c-plus-plus', 'x3f-3f', 'con-x')
    """
    text = unicodedata.normalize("NFC", text)
    # "C", "C++" and "C#" are three subjects: after a letter these signs are its part.
    spoken = _SIGNS.sub(lambda signs: "".join(_SPOKEN[sign] for sign in signs[0]), text)
    made = slug(spoken)[:_LONGEST].encode()[:_TAG].decode("utf-8", "ignore").strip("-_")
    if not made:
        return "x" + "-".join(f"{ord(letter):x}" for letter in text[:_DEPTH])
    return f"{made}-x" if refusal(f"x/{made}") else made


def refusal(name: str) -> str:
    """
    Say why *name*, whose parts are parted by slashes, cannot be an address; empty where it can.

    >>> refusal("health/blood-pressure"), refusal("../x"), refusal("index")
    ('', 'cannot be an address', 'is reserved')
    """
    parts = name.split("/")
    # A vowel sign of Hindi or a tone of Thai is part of its letter.
    plain = ["".join("x" if _is_letter(letter) else letter for letter in part) for part in parts]
    if len(name) > _LONGEST_PATH or unicodedata.normalize("NFC", name) != name:
        return UNSAFE
    for part, letters in zip(parts, plain, strict=True):
        if not _SLUG.fullmatch(letters) or len(part) > _LONGEST or len(part.encode()) > _BYTES:
            return UNSAFE
    folded = [part.casefold() for part in parts]
    if folded[0] in _FIRST or folded[-1] == "index" or _DEVICES & {*folded}:
        return RESERVED
    return ""


def below(path: str, content: str) -> str:
    """
    Give the folders between the articles' folder and the file at *path*, as parts of an address.

    >>> below("content/Heart & lungs/asthma.md", "content"), below("elsewhere/a.md", "content")
    ('heart-lungs', '')
    """
    content = content.strip("/")
    if not content or not path.startswith(f"{content}/"):
        return ""
    folders = path.removeprefix(f"{content}/").split("/")[:-1]
    return "/".join(slug(folder) for folder in folders)


def translated(version: Version) -> str:
    """
    Give the address that the translator of *version* gave it, below its locale; empty where none did.

    The folder stays: only the last part is the article's own.
    """
    run = version.address
    if run is None or run.state != "translated":
        return ""
    return sibling(version.article.name, unicodedata.normalize("NFC", run.text.strip()))


def translated_refusal(version: Version) -> str:
    """Say why the address that the translator of *version* gave it cannot be one; empty where it can."""
    name = translated(version)
    # A slug is one part: nobody moves an article to another folder by translating it.
    return refusal(name) if name.count("/") == version.article.name.count("/") else UNSAFE


def sibling(name: str, last: str) -> str:
    """
    Give *name* with another last part.

    >>> sibling("health/asthma", "asthme")
    'health/asthme'
    """
    folder, slash, _ = name.rpartition("/")
    return f"{folder}{slash}{last}"


def chosen(versions: Iterable[Version]) -> Mapping[tuple[str, str], str]:
    """
    Give the address of each version, by its locale and its article's path.

    A translated address is used where it is safe and nobody else's: not that of another article,
    translated or not, for that one's old address leads on.
    """
    versions = list(versions)
    names = {(one.locale, one.article.name.casefold()): one.article.path for one in versions}
    wanted: dict[tuple[str, str], set[str]] = {}
    for one in versions:
        if name := translated(one):
            wanted.setdefault((one.locale, name.casefold()), set()).add(one.article.path)
    found = {}
    for one in versions:
        article, locale = one.article, one.locale
        name = translated(one)
        key = locale, name.casefold()
        free = wanted.get(key) == {article.path} == {names.get(key, article.path)}
        found[locale, article.path] = name if free and not translated_refusal(one) else article.name
    return found


def aliases(article: Article) -> tuple[str, ...]:
    """
    Give the former addresses of *article*: below each locale, or with a slash first, below the site.

    >>> from pipeline.model import Origin
    >>> former = Field(["old", "/en/older/"], Origin("a.md"))
    >>> aliases(Article("a", "a.md", "en", "", meta={"aliases": former}))
    ('old', '/en/older/index.html')
    """
    return tuple(alias(one) for one in texts(article.meta.get("aliases")))


def alias(text: str) -> str:
    """Give a former address in one spelling; from the site's root on, it names a file."""
    text = unicodedata.normalize("NFC", text.strip())
    if not text.startswith("/"):
        return text.strip("/")
    path = text.strip("/")
    is_file = path.lower().endswith((".htm", ".html"))
    return f"/{path}" if is_file else f"/{path}/index.html"


def alias_refusal(text: str) -> str:
    """
    Say why *text* cannot be a former address; empty where it can.

    >>> alias_refusal("old"), alias_refusal("/blog/2019/old.html"), alias_refusal("/../x")
    ('', '', 'cannot be an address')
    """
    name = alias(text)
    if not name.startswith("/"):
        return refusal(name)
    folder, _, last = name[1:].rpartition("/")
    parts = [*folder.split("/"), last.rpartition(".")[0]] if folder else [last.rpartition(".")[0]]
    if "" in parts or any(refusal(f"x/{part}") == UNSAFE for part in parts):
        return UNSAFE
    # The site's own files are no article's former address.
    first = parts[0].casefold()
    taken = not folder and first in {"index", "404"}
    return RESERVED if taken or first in {"theme", "assets"} else ""


def texts(field: Field | None) -> tuple[str, ...]:
    """
    Give the texts of a list in the front matter, each once; a single text may hold commas.

    >>> from pipeline.model import Origin
    >>> texts(Field("asthma, inhalers", Origin("a.md"))), texts(Field([2024, "b"], Origin("a.md")))
    (('asthma', 'inhalers'), ('2024', 'b'))
    """
    value = field.value if field else None
    found = value if isinstance(value, list) else str(value).split(",") if value is not None else ()
    cleaned = (" ".join(str(one).split()) for one in found if one is not None)
    return tuple(dict.fromkeys(text for text in cleaned if text))


def tags(article: Article) -> tuple[str, ...]:
    """Give the tags of *article*: the subjects that it is listed under."""
    return texts(article.meta.get("tags"))


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")
