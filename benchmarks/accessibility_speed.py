"""
Pages a second and core: every page rule with the language rules, beside axe-core in one Chromium that is kept.

The pages are the articles of the project's own content with their template, about 15 KB each. Ours: from the HTML
to what is found, on a page as any generator makes it (`pipeline check page.html` without the rules of prose), in
CPU seconds. Two figures:

- a page of a site: each article once, after the others; what the template says is known by then, what the article
  says is not. So a site is checked, and this is what is compared.
- one page, everything forgotten: the language of each text is asked anew each time.

axe: the same pages, loaded and run in a tab that stays open; it keeps nothing between them. The two are compared
by the clock, since axe's work is done in other processes. `--profile` shows where ours goes.

    python benchmarks/accessibility_speed.py
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claims import Claim

from pipeline import article, check, dom, identifier, interface, visible, walk
from pipeline import page as pages
from pipeline.browser import chromium
from pipeline.check import Subjects
from pipeline.errors import PipelineError
from pipeline.findings import Found
from pipeline.identifier import Identifier
from pipeline.model import Catalog
from pipeline.page import Site

_ARTICLE = Path(__file__).parent.parent / "content" / "ketamine.md"
_PAGES_A_SECOND, _TIMES_AXE = 100, 40
_STUB = 10_000
"""Characters of a page that is too short to count."""
_IDENTIFIER = Identifier()


def claims(rounds: int) -> Iterator[Claim]:
    """Claim how many pages a second are looked at with every page rule."""
    site = pages_of_articles()
    own = tuple(1 / of_a_site(site, 3, time.perf_counter) for _ in range(rounds))
    try:
        theirs = tuple(1 / (sum(axe(one, 3) for one in site) / len(site)) for _ in range(rounds))
    except PipelineError:
        theirs = ()
    yield Claim(
        "pages of a site with every page rule, by the clock",
        "pages/s",
        own,
        "axe-core in one Chromium" if theirs else "",
        theirs,
        bar=_PAGES_A_SECOND,
        times=_TIMES_AXE,
        more=True,
        command="accessibility_speed.py",
    )


def pages_of_articles() -> list[str]:
    """Give the pages of the project's own articles; a stub would flatter whoever reads it."""
    pages_made = map(made, sorted(_ARTICLE.parent.glob("*.md")))
    return [page for page in pages_made if len(page) > _STUB]


def main() -> None:
    """Print both speeds, and by how much one is faster."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument(
        "--article", type=Path, default=_ARTICLE, help="Markdown to make the page of"
    )
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--profile", action="store_true", help="show the hot spots of ours")
    given = parser.parse_args()
    html = made(given.article)
    print(
        f"{len(html.encode()) / 1000:.1f} kB, {len(dom.parse(html, 'page.html').elements)} elements"
    )
    found = ours(html)
    steps: dict[str, Callable[[], object]] = {
        "parse": lambda: dom.parse(html, "page.html"),
        "parse, passages": lambda: visible.passages(dom.parse(html, "page.html"), "en"),
        "all, without language": lambda: ours(html, language=False),
        "all, texts known": lambda: ours(html),
        "all": lambda: anew(html),
    }
    for name, step in steps.items():
        print(f"  {name:<24}{cpu(step, given.rounds) * 1000:6.2f} ms CPU")
    alone = cpu(steps["all"], given.rounds)
    print(f"one page, everything forgotten: {1 / alone:.0f} pages/s ({len(found)} findings)")
    site = pages_of_articles()
    seconds = of_a_site(site, given.rounds)
    verdict = "reached" if 1 / seconds >= _PAGES_A_SECOND else "MISSED"
    print(
        f"ours  {1 / seconds:6.0f} pages/s of a site, {seconds * 1000:.2f} ms CPU a page; "
        f"at least {_PAGES_A_SECOND}: {verdict}"
    )
    if given.profile:
        profile(steps["all"], given.rounds)
    try:
        taken = [axe(page, max(given.rounds // 8, 3)) for page in site]
    except PipelineError as error:
        print(f"axe: {error}")
        return
    theirs = sum(taken) / len(taken)
    times = theirs / of_a_site(site, given.rounds, time.perf_counter)
    anyhow = theirs / cpu(steps["all"], given.rounds, time.perf_counter)
    verdict = "reached" if times >= _TIMES_AXE else "MISSED"
    print(
        f"axe   {1 / theirs:6.1f} pages/s; ours {times:.0f} times as fast ({anyhow:.0f} with everything forgotten), "
        f"at least {_TIMES_AXE}: {verdict}"
    )


def made(path: Path) -> str:
    """Give the page of an article, as it is published."""
    one = article.parse(path.read_bytes(), path.name, "en")
    words = interface.words("en")
    return pages.render(walk.render(one, "en", Catalog("en")), Site("Health"), {}, words)


def ours(html: str, *, language: bool = True) -> list[Found]:
    """Give what every page rule finds."""
    page = dom.parse(html, "page.html")
    prose = visible.passages(page, "en")
    asked = _IDENTIFIER if language else None
    subjects = Subjects(prose=prose, dom=page, identifier=asked, locale="en")
    return [
        found
        for name, rule in check.rules().items()
        if name.startswith("page/")
        for found in check.apply(name, rule, subjects, {})
    ]


def anew(html: str) -> list[Found]:
    """Give what every page rule finds, with no text's language known from before."""
    identifier.likeliest.cache_clear()
    return ours(html)


def of_a_site(
    site: Sequence[str], rounds: int, clock: Callable[[], float] = time.process_time
) -> float:
    """Give the seconds that a page of a site takes that comes after the others, and is seen for the first time."""
    least = []
    for page in site:
        taken = []
        for _ in range(rounds):
            identifier.likeliest.cache_clear()
            for other in site:
                if other != page:
                    ours(other)
            start = clock()
            ours(page)
            taken.append(clock() - start)
        least.append(min(taken))
    return sum(least) / len(least)


def cpu(
    step: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time
) -> float:
    """Give the seconds of CPU that a step takes: the least of the rounds, as what disturbs it only adds."""
    step()
    taken = []
    for _ in range(rounds):
        start = clock()
        step()
        taken.append(clock() - start)
    return min(taken)


def profile(step: Callable[[], object], rounds: int) -> None:
    """Print the functions that most of the time goes into, by their own time."""
    profiler = cProfile.Profile()
    profiler.enable()
    for _ in range(rounds):
        step()
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


def axe(html: str, rounds: int) -> float:
    """Give the seconds that axe takes for a page in a browser that is open: the least of the rounds."""
    taken = []
    with chromium.opened() as browser, browser.page(lambda _: html.encode()) as tab:
        for _ in range(rounds + 1):
            start = time.perf_counter()
            tab.goto(chromium.HOST + "page.html", wait_until="load")
            tab.evaluate(browser.axe)
            tab.evaluate("() => axe.run(document).then(result => result.violations.length)")
            taken.append(time.perf_counter() - start)
    return min(taken[1:])


if __name__ == "__main__":
    main()
