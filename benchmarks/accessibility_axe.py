"""
Our rules of structure against axe-core, on the same pages in one run.

Three parts. The pages of folders (or the project's own build): for each of axe's rules that one of ours names
in `Rule.axe`, on how many pages both find something, only we, only axe, and neither. Our own test cases
(tests/cases/act): what is expected is known, so both have precision and recall. And with `--act FOLDER`, W3C's
cases, which are not ours to keep: a folder with `testcases.json` of the ACT rules and the pages that it names;
for each ACT rule, how many cases that should fail, pass or do not apply have a finding of ours and of axe's.

axe runs in one tab of one Chromium (see `pipeline check --browser`), scripts of the pages off. What it is not
sure of ("incomplete") does not count, nor do our notes and questions: those are told apart, of the cases that
should fail ("asked") and of the others ("asked of good ones"). Pages that refresh themselves are gone before axe
has looked, and count as not found by it.

    python benchmarks/accessibility_axe.py site/ --act wcag-act-rules/
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
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

_PAGES = (".html", ".htm", ".xhtml")
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


def ours(html: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give our page rules that find something that is wrong, and those that have but a note or a question."""
    subjects = Subjects(dom=dom.parse(html, "page.html"))
    levels = {
        name: {found.level or rule.level for found in check.apply(name, rule, subjects, {})}
        for name, rule in check.rules().items()
        if name.startswith("page/")
    }
    wrong = frozenset(name for name, said in levels.items() if said & {"error", "warning"})
    return wrong, frozenset(name for name, said in levels.items() if said) - wrong


def agreement(pages: Sequence[str], axe: Axe) -> None:
    """Print, for each rule of axe's that ours name, on how many pages both say the same."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    mapped = _mapped()
    for html in pages:
        here, there = ours(html)[0], axe(html)
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
        told, asked = (case.subject in names for names in ours(case.html))
        _count(scores["ours, all rules"], wanted, told=told, asked=asked)
        if names := frozenset(rules[case.subject].axe):
            _count(scores["ours"], wanted, told=told, asked=asked)
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
        here, asked = (bool(one & names) for one in ours(case.html))
        theirs = {one for name in names for one in rules[name].axe}
        there = bool(axe(case.html) & theirs)
        cell = table[case.subject][case.expected]
        cell[0] += 1
        cell[1] += here
        cell[2] += there
        _count(scores["ours"], case.expected == "failed", told=here, asked=asked)
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


def _count(count: Counter[str], wanted: bool, *, told: bool, asked: bool) -> None:
    count[_outcome(told, wanted)] += 1
    if asked and not told:
        count["asked" if wanted else "asked of good"] += 1


def _print(scores: Mapping[str, Counter[str]]) -> None:
    for who, count in scores.items():
        cases = sum(count[kind] for kind in ("hit", "false", "miss", "none"))
        if cases:
            precision = count["hit"] / ((count["hit"] + count["false"]) or 1)
            recall = count["hit"] / ((count["hit"] + count["miss"]) or 1)
            print(
                f"  {who:<18}precision {precision:.3f}  recall {recall:.3f}  "
                f"({count['hit']} found, {count['miss']} missed, {count['asked']} of them asked about; "
                f"{count['false']} false, {count['asked of good']} good ones asked about; {cases} cases)"
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
    """
    Give W3C's cases whose pages lie in *folder*.

    W3C's repository has more than one `testcases.json`, an old one among them: that is taken whose pages
    are there. Each case names its page beside the list; one that was fetched by its address alone is
    found by its name, which is the digest of the page.
    """
    lists = [_listed(path) for path in sorted(folder.rglob("testcases.json"))]
    if not lists:
        raise PipelineError("no testcases.json here", path=str(folder))
    cases = max(lists, key=lambda one: sum(path is not None for _, path in one))
    for case, path in cases:
        if path:
            html = path.read_text(encoding="utf-8", errors="replace")
            yield Case(case["ruleId"], html, case["expected"])
    if missing := sum(path is None for _, path in cases):
        print(f"{missing} of W3C's {len(cases)} cases have no page of HTML in {folder}")


def _listed(path: Path) -> list[tuple[Mapping[str, str], Path | None]]:
    """Give the cases that a list names, with the page of each; None, where it is not there."""
    try:
        cases = json.loads(path.read_text(encoding="utf-8"))["testcases"]
    except (ValueError, KeyError, TypeError) as error:
        raise PipelineError("is no list of W3C's cases", path=str(path)) from error
    names = {page.name: page for page in path.parent.rglob("*.*") if page.suffix in _PAGES}
    found: list[tuple[Mapping[str, str], Path | None]] = []
    for case in cases:
        address = case.get("relativePath") or case.get("url") or ""
        beside = path.parent / address
        inside = beside.is_relative_to(path.parent) and ".." not in address and beside.is_file()
        by_name = names.get(Path(urlsplit(address).path).name)
        found.append((case, beside if inside and not urlsplit(address).scheme else by_name))
    return found


if __name__ == "__main__":
    main()
