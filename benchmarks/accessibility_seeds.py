"""
How many defects of language and content the rules see: 130 pages with one defect each, and the same without.

The pages, in twenty languages, and the defects stand in data/accessibility_seeds.toml. Each page is checked as
`pipeline check page.html` would, with all rules. A defect is found if a rule that is about it says so on the
page with the defect, and not on its twin. Any finding on a clean twin, of whatever level, is an alarm.

    python benchmarks/accessibility_seeds.py --missed --alarms
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from claims import Claim

from pipeline import check, jobs, locales
from pipeline.check import Subjects
from pipeline.dictionaries import Setup
from pipeline.findings import LEVELS, Finding
from pipeline.jobs import Context, File
from pipeline.model import Source
from pipeline.page import Site
from pipeline.results import Result
from pipeline.settings import Config

_DATA = Path(__file__).parent / "data" / "accessibility_seeds.toml"
_FRESH = _DATA.with_name("accessibility_seeds_fresh.toml")
_SWITCHER = ("en", "fr", "de", "ar")
_FRAME = """<!doctype html>
<html lang="{lang}"{dir}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {site}</title>
<link rel="canonical" href="https://example.org/{lang}/{slug}/">
{alternates}
</head>
<body>
<a href="#main">{skip}</a>
<header>
<nav aria-label="{nav}"><ul><li><a href="/{lang}/">{home}</a></li><li><a href="/{lang}/more/">{other}</a></li></ul></nav>
<nav aria-label="{languages}"><ul>{switcher}</ul></nav>
</header>
<main id="main">
<h1>{top}</h1>
<p>{lead}</p>
<h2 id="{id}">{head}</h2>
<p>{text}</p>
<figure><img src="/img/{file}" alt="{alt}"><figcaption>{caption}</figcaption></figure>
<ul>{items}</ul>
<p>{quote}</p>
<p>{abbr}</p>
<p>{link}</p>
<table><caption>{table}</caption><thead><tr>{heads}</tr></thead><tbody><tr>{row}</tr></tbody></table>
<form action="/{lang}/search/"><label for="q">{label}</label> <input id="q" type="search" name="q" placeholder="{hint}"> <button>{button}</button></form>
</main>
<footer><p>{foot}</p></footer>
</body>
</html>
"""

_LEFT = "page/language-text page/language-attribute page/language-part-text prose/left-in-another-language"
_ABOUT = {
    "alternative left in the source language": _LEFT,
    "title left in the source language": _LEFT,
    "label left in the source language": _LEFT,
    "placeholder left in the source language": _LEFT,
    "caption left in the source language": _LEFT,
    "heading left in the source language": _LEFT,
    "paragraph left in the source language": _LEFT,
    "list item left in the source language": _LEFT,
    "the page names a wrong language": _LEFT,
    "a part names a wrong language": _LEFT,
    "a quotation without a mark": _LEFT,
    "a quotation without a mark, inside a sentence": _LEFT,
    "a sentence left in the source language": _LEFT,
    "words of the interface left in the source language": _LEFT,
    "a right-to-left page without its direction": "page/direction",
    "a wrong direction": "page/direction",
    "a language tag that does not exist": "page/language-tag page/language page/language-part",
    "an alternate with a tag that does not exist": "page/language-alternates",
    "the alternates leave the page out": "page/language-alternates",
    "canonical leads to another language": "page/language-alternates",
    "an alternate that is not returned": "site/alternates",
    "a link of the switcher without its language": "page/language-switcher",
    "a link whose text says nothing": "page/link-text-generic",
    "an address as the text of a link": "page/link-text-address",
    "an alternative that is a file's name": "page/image-alt-file",
    "an alternative that says what it is only": "page/image-alt-generic",
    "an alternative that repeats the caption": "page/image-alt-redundant",
    "an anchor whose target was translated": "page/anchor page/bypass",
    "letters of another script": "prose/wrong-script",
    "bytes read in a wrong encoding": "prose/mojibake",
    "a placeholder that was not filled": "page/placeholder-left",
    "Latin with its marks in right-to-left text": "page/bidi-isolation",
    "an override that is not closed": "page/bidi-isolation",
    "a number in another locale's form": "prose/number-form",
    "a date in another locale's form": "prose/number-form",
    "French marks without their space": "prose/french-spaces",
    "Spanish marks that do not open": "prose/inverted-mark",
    "half-width marks in Japanese or Chinese": "prose/marks-of-the-script",
    "an abbreviation without its expansion": "page/abbreviation prose/acronym-unexpanded",
    "one text for two targets": "page/link-text-ambiguous",
    "an alternative that is missing": "page/image-alt",
}
"""The rules that a defect of each kind is for."""
_SETUP = Setup(order=())
"""No dictionary takes part: which there are is another thing on each machine."""
_UNRETURNED = "an alternate that is not returned"


@dataclass(frozen=True, slots=True)
class Seed:
    """A defect: its kind, the language of its page, and the page with it and without."""

    kind: str
    language: str
    page: str
    twin: str


def claims(_rounds: int) -> Iterator[Claim]:
    """Claim what share of the planted defects is found, and how often a clean page is cried over."""
    for data, when in ((_DATA, ""), (_FRESH, ", written after the rules")):
        pages, seeds = read(data)
        good = sum(seen(seed, pages) for seed in seeds)
        clean = [findings(frame(pages[language], language)) for language in pages]
        loud = sum(one.level in ("error", "warning") for each in clean for one in each)
        command = "accessibility_seeds.py" + (
            f" --data benchmarks/data/{data.name}" if when else ""
        )
        yield Claim(
            f"{len(seeds)} defects of language planted in pages{when}: found",
            "%",
            (100 * good / len(seeds),),
            more=True,
            command=command,
        )
        yield Claim(
            f"errors and warnings on their {len(pages)} clean pages",
            "",
            (float(loud),),
            bar=0,
            command=command,
        )


def main() -> None:
    """Print what is found of each kind and in each language, and the alarms on the twins."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--data", type=Path, default=_DATA, help="pages and seeds, in TOML")
    parser.add_argument("--kind", default="", help="only kinds with this in their names")
    parser.add_argument("--language", default="", help="only pages in this language")
    parser.add_argument("--missed", action="store_true", help="name each defect that is not found")
    parser.add_argument("--alarms", action="store_true", help="print each alarm on a clean page")
    parser.add_argument(
        "--write", type=Path, help="write the pages into this folder, for other tools"
    )
    given = parser.parse_args()
    pages, seeds = read(given.data)
    seeds = [
        seed for seed in seeds if given.kind in seed.kind and given.language in ("", seed.language)
    ]
    if given.write:
        write(given.write, pages, seeds)
    clean = {language: findings(frame(pages[language], language)) for language in pages}
    found = [(seed, seen(seed, pages)) for seed in seeds]
    for what, key in (("kind", "kind"), ("language", "language")):
        table(what, [(getattr(seed, key), good) for seed, good in found])
    print(f"{sum(good for _, good in found)} of {len(found)} defects found")
    for seed, good in found:
        if given.missed and not good:
            other = sorted({one.rule for one in new(seed)})
            print(
                f"missed: {seed.language}: {seed.kind}; said instead: {', '.join(other) or 'nothing'}"
            )
    alarms(clean, every=given.alarms)


def read(path: Path) -> tuple[dict[str, dict[str, object]], list[Seed]]:
    """Give the parts of each clean page, by language, and the seeds."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return data["page"], [
        plant(kind, data["page"], *seed) for kind, group in data["seeds"].items() for seed in group
    ]


def plant(
    kind: str, pages: Mapping[str, Mapping[str, object]], language: str, where: str, put: str
) -> Seed:
    """Put a defect into the page of *language*; the other version, where it is about two."""
    parts = pages[language]
    if kind == _UNRETURNED:
        other = "en" if language != "en" else "fr"
        twin = frame({**pages[other], "slug": parts["slug"]}, other, also=language)
    else:
        twin = frame(parts, language)
    if where in parts:
        page = frame({"top": parts["title"], **parts, where: put}, language)
    else:
        page = twin.replace(where, put, 1)
    if page == twin:
        raise SystemExit(f"{language}: {kind}: {where!r} stands nowhere")
    return Seed(kind, language, page, twin)


def frame(parts: Mapping[str, object], language: str, also: str = "") -> str:
    """Give the page that *parts* make, with the addresses of its versions."""
    slug, title = parts["slug"], parts["title"]
    tags = list(dict.fromkeys([language, "en", *([also] if also else [])]))
    named = [(tag, f"https://example.org/{tag}/{slug}/") for tag in (*tags, "x-default")]
    filled = {
        "top": title,
        **{name: value for name, value in parts.items() if isinstance(value, str)},
        "lang": language,
        "dir": ' dir="rtl"' if locales.direction(language) == "rtl" else "",
        "alternates": "\n".join(
            f'<link rel="alternate" hreflang="{tag}" href="{to}">' for tag, to in named
        ),
        "switcher": "".join(_switch(tag, language, slug) for tag in _SWITCHER),
        "items": "".join(f"<li>{one}</li>" for one in _several(parts, "items")),
        "heads": "".join(f'<th scope="col">{one}</th>' for one in _several(parts, "heads")),
        "row": "".join(f"<td>{one}</td>" for one in _several(parts, "row")),
        "alt": escape(str(parts["alt"])),
    }
    return _FRAME.format_map(filled)


def _several(parts: Mapping[str, object], name: str) -> Sequence[object]:
    value = parts[name]
    assert isinstance(value, list)
    return value


def _switch(tag: str, language: str, slug: object) -> str:
    name = locales.name(tag)
    if tag == language:
        return f'<li><a href="/{tag}/{slug}/" aria-current="page">{name}</a></li>'
    turned = ' dir="rtl"' if locales.direction(tag) == "rtl" else ""
    mark = f'lang="{tag}" hreflang="{tag}"{turned}'
    return f'<li><a href="/{tag}/{slug}/" {mark}>{name}</a></li>'


def seen(seed: Seed, pages: Mapping[str, Mapping[str, object]]) -> bool:
    """Say whether a rule that is about the defect sees it, and not on the twin."""
    about = _ABOUT[seed.kind].split()
    if seed.kind == _UNRETURNED:
        first = frame(pages[seed.language], seed.language)
        return _together(first, seed.page) - _together(first, seed.twin) > 0
    return any(one.rule in about for one in new(seed))


def new(seed: Seed) -> list[Finding]:
    """Give what is found on the page and not on its twin."""
    before = {(one.rule, one.message) for one in findings(seed.twin)}
    return [one for one in findings(seed.page) if (one.rule, one.message) not in before]


def _together(*pages: str) -> int:
    named = []
    for number, page in enumerate(pages):
        result = checked(page, f"{number}.html")
        assert result.alternates
        named.append(result.alternates)
    return len(check.check(Subjects(pages=named), "", "", {}).findings)


def findings(page: str) -> tuple[Finding, ...]:
    """Give what all rules find on a page."""
    return checked(page, "page.html").findings


def checked(page: str, path: str) -> Result:
    """Give the result of a page, as `pipeline check` has it; no dictionary takes part."""
    file = File(Source(path, page.encode()), None, page=True)
    return jobs.check_file(file, Context(Config(Path()), Site(""), setup=_SETUP))


def table(what: str, found: Sequence[tuple[str, bool]]) -> None:
    """Print how many are found of each."""
    count: dict[str, list[bool]] = defaultdict(list)
    for name, good in found:
        count[name].append(good)
    print(f"{what:<48} found  of")
    for name, each in sorted(count.items()):
        print(f"  {name:<46}{sum(each):>6}{len(each):>4}{'' if all(each) else '  *'}")


def alarms(clean: Mapping[str, Sequence[Finding]], *, every: bool) -> None:
    """Print how many findings of each level there are on the clean pages."""
    all_ = [(language, one) for language, each in clean.items() for one in each]
    counted = ", ".join(f"{level} {sum(one.level == level for _, one in all_)}" for level in LEVELS)
    print(f"on {len(clean)} clean pages: {counted}")
    for language, one in all_:
        if every or one.level != "note":
            print(f"  {language}: {one.level} {one.rule}: {one.message}")


def write(folder: Path, pages: Mapping[str, Mapping[str, object]], seeds: Sequence[Seed]) -> None:
    """Write every page into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, parts in pages.items():
        (folder / f"clean.{language}.html").write_text(frame(parts, language), encoding="utf-8")
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number:03}.{seed.language}.html").write_text(seed.page, encoding="utf-8")


if __name__ == "__main__":
    main()
