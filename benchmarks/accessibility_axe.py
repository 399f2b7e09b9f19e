"""
Our rules of structure against axe-core, on the same pages in one run.

Three parts. The pages of folders (or the project's own build): for each of axe's rules that one of ours names
in `Rule.axe`, on how many pages both find something, only we, only axe, and neither. Our own test cases
(tests/cases/act): what is expected is known, so both have precision and recall. And with `--act FOLDER`, W3C's
cases, which are not ours to keep: a folder with `testcases.json` of the ACT rules and the pages that it names;
for each ACT rule, how many cases that should fail, pass or do not apply have a finding of ours and of axe's.

axe runs in one tab of one Chromium (see `pipeline check --browser`), scripts of the pages off. What it is not
sure of ("incomplete") does not count, nor do our notes and questions. Pages that refresh themselves are gone
before axe has looked, and count as not found by it.

    python benchmarks/accessibility_axe.py site/ --act wcag-act-rules/
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pipeline import check, dom
from pipeline.browser import chromium
from pipeline.check import Subjects
from pipeline.errors import PipelineError

_ROOT = Path(__file__).parent.parent
_CASES = _ROOT / "tests" / "cases" / "act"
_RUN = """
() => axe.run(document, {resultTypes: ['violations']}).then(
    result => result.violations.map(violation => violation.id))
"""
_MOST = 200
"""Pages of a folder that are looked at, unless told otherwise."""

_REFRESH = re.compile(r"http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)

Axe = Callable[[str], frozenset[str]]
"""Gives axe's rules that are violated on a page."""


@dataclass(frozen=True, slots=True)
class Case:
    """A page, what it tests (one of our rules, or an ACT rule), and whether something should be found."""

    subject: str
    html: str
    expected: str


def main() -> None:
    """Print the three parts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="pages; else the project's own build")
    parser.add_argument("--act", type=Path, help="a folder with W3C's testcases.json and its pages")
    parser.add_argument("--most", type=int, default=_MOST, help="pages of folders to look at")
    parser.add_argument("--every", type=int, default=1, help="of the own cases, every so many-th")
    given = parser.parse_args()
    folders = given.folders or [_ROOT / name for name in ("public", "build")]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.html"))]
    paths = paths[:: max(len(paths) // given.most, 1)][: given.most]
    try:
        with chromium.opened() as browser:
            holder = {"html": ""}
            with browser.page(
                lambda path: holder["html"].encode() if path == "a.html" else None
            ) as tab:

                def axe(html: str) -> frozenset[str]:
                    if _REFRESH.search(html):
                        # The page would be gone before axe has looked at it.
                        return frozenset()
                    holder["html"] = html
                    tab.goto(chromium.HOST + "a.html", wait_until="load")
                    tab.evaluate(browser.axe)
                    return frozenset(tab.evaluate(_RUN))

                agreement(
                    [path.read_text(encoding="utf-8", errors="replace") for path in paths], axe
                )
                own_cases([*_cases()][:: given.every], axe)
                if given.act:
                    act_cases([*_act(given.act)], axe)
    except PipelineError as error:
        print(f"no comparison: {error}")


def ours(html: str) -> frozenset[str]:
    """Give our page rules that find something that is wrong: no notes, and no questions."""
    subjects = Subjects(dom=dom.parse(html, "page.html"))
    return frozenset(
        name
        for name, rule in check.rules().items()
        if name.startswith("page/")
        and any(
            (found.level or rule.level) in ("error", "warning")
            for found in check.apply(name, rule, subjects, {})
        )
    )


def agreement(pages: Sequence[str], axe: Axe) -> None:
    """Print, for each rule of axe's that ours name, on how many pages both say the same."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    mapped = _mapped()
    for html in pages:
        here, there = ours(html), axe(html)
        for rule, names in mapped.items():
            sides = bool(here & names), rule in there
            counted[rule][
                {(True, True): "both", (True, False): "ours", (False, True): "axe"}.get(
                    sides, "none"
                )
            ] += 1
    print(f"{len(pages)} pages; axe's rule              both  only ours  only axe")
    same = total = 0
    for rule, count in sorted(counted.items()):
        same += count["both"] + count["none"]
        total += count.total()
        if count["both"] + count["ours"] + count["axe"]:
            print(f"  {rule:<36}{count['both']:>6}{count['ours']:>11}{count['axe']:>10}")
    if total:
        print(
            f"  the same said of {same} of {total} pairs of page and rule ({100 * same / total:.1f} %)"
        )


def own_cases(cases: Sequence[Case], axe: Axe) -> None:
    """Print precision and recall of both on cases of our own, over the rules that axe has, too."""
    rules = check.rules()
    scores = {"ours": Counter[str](), "axe": Counter[str](), "ours, all rules": Counter[str]()}
    for case in cases:
        wanted = case.expected == "failed"
        here = case.subject in ours(case.html)
        scores["ours, all rules"][_outcome(here, wanted)] += 1
        if names := frozenset(rules[case.subject].axe):
            scores["ours"][_outcome(here, wanted)] += 1
            scores["axe"][_outcome(bool(axe(case.html) & names), wanted)] += 1
    print(f"{len(cases)} cases of our own")
    _print(scores)


def act_cases(cases: Sequence[Case], axe: Axe) -> None:
    """Print for each ACT rule that ours name how many of its cases have a finding, as its reports do."""
    rules = check.rules()
    by_act: dict[str, set[str]] = defaultdict(set)
    for name, rule in rules.items():
        for act in rule.act:
            by_act[act].add(name)
    scores = {"ours": Counter[str](), "axe": Counter[str]()}
    table: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for case in cases:
        names = by_act.get(case.subject)
        if not names:
            continue
        here = bool(ours(case.html) & names)
        theirs = {one for name in names for one in rules[name].axe}
        there = bool(axe(case.html) & theirs)
        row = table[case.subject][case.expected]
        row[0] += 1
        row[1] += here
        row[2] += there
        scores["ours"][_outcome(here, case.expected == "failed")] += 1
        if theirs:
            scores["axe"][_outcome(there, case.expected == "failed")] += 1
    print("W3C's cases: found by us, by axe, of cases that should fail / pass / do not apply")
    for act, row in sorted(table.items()):
        shown = "   ".join(
            f"{row[kind][1]:>3},{row[kind][2]:>3} of {row[kind][0]:<3}"
            for kind in ("failed", "passed", "inapplicable")
        )
        consistent = row["failed"][1] == row["failed"][0] and not (
            row["passed"][1] or row["inapplicable"][1]
        )
        print(
            f"  {act}  {shown}  {'consistent' if consistent else 'partly'}  {', '.join(sorted(by_act[act]))}"
        )
    _print(scores)


def _outcome(found: bool, wanted: bool) -> str:
    return {(True, True): "hit", (True, False): "false", (False, True): "miss"}.get(
        (found, wanted), "none"
    )


def _print(scores: Mapping[str, Counter[str]]) -> None:
    for who, count in scores.items():
        if count.total():
            precision = count["hit"] / ((count["hit"] + count["false"]) or 1)
            recall = count["hit"] / ((count["hit"] + count["miss"]) or 1)
            print(
                f"  {who:<18}precision {precision:.3f}  recall {recall:.3f}  "
                f"({count['hit']} found, {count['miss']} missed, {count['false']} false, {count.total()} cases)"
            )


def _mapped() -> dict[str, frozenset[str]]:
    """Give our rules for each of axe's."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, rule in check.rules().items():
        for one in rule.axe:
            found[one].add(name)
    return {one: frozenset(names) for one, names in found.items()}


def _cases() -> Iterator[Case]:
    """Give the cases of the tests."""
    for path in sorted(_CASES.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in data.get("case", ()):
            if case["expected"] != "note":
                expected = "failed" if case["expected"] == "found" else "passed"
                yield Case(case["rule"], case["html"], expected)
        for rule in data.get("rule", ()):
            for key, expected in (("found", "failed"), ("clean", "passed")):
                yield from (Case(rule["id"], html, expected) for html in rule.get(key, ()))


def _act(folder: Path) -> Iterator[Case]:
    """Give W3C's cases whose pages lie in *folder*, wherever it keeps them."""
    listed = next(iter(sorted(folder.rglob("testcases.json"))), None)
    if listed is None:
        raise PipelineError("no testcases.json here", path=str(folder))
    files = {path.name: path for path in _pages(folder)}
    missing = 0
    for case in json.loads(listed.read_text(encoding="utf-8"))["testcases"]:
        address = case.get("url") or case.get("relativePath") or ""
        path = files.get(Path(urlsplit(address).path).name)
        if path is None:
            missing += 1
            continue
        html = path.read_text(encoding="utf-8", errors="replace")
        yield Case(case["ruleId"], html, case["expected"])
    if missing:
        print(f"{missing} of W3C's cases have no page in {folder}")


def _pages(folder: Path) -> Iterable[Path]:
    return (
        path for path in folder.rglob("*") if path.suffix in (".html", ".htm", ".xhtml", ".svg")
    )


if __name__ == "__main__":
    main()
