"""prose/who-is-whose"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import OWNED, PREDICATE, either
from pipeline.prose.english.slips import find, slip

_OWNED_BY_MANY = either(
    "name names parents mother father child son daughter wife husband job work life lives body age house symptoms condition books doctor illness first_language families health pain English".lower()
)

# What somebody may be without an article, or does.
_BARE = either(
    "who boss president king chair head captain leader mayor queen director ceo dad mum mom kid fan member part chairman prime home master minister treasurer secretary is was has"
)

# "Who's heard" is "who has heard".
_PARTICIPLE = (
    r"(?:[a-z]+(?:ed|ing|en)|heard|had|spent|met|seen|come|become|gone|done|made|lost|left|felt|kept|found|won|"
    r"held|told|sold|read|run|begun|grown|known|shown|brought|bought|taught|thought|caught|sent|built|paid|put|"
    r"set|cut|hurt|led|slept|stood|sat|lain|worn|born|torn|sung|drunk|got|hit|quit|let|spoken|better|worse|ever|"
    r"never|just|already|long|once|since|recently|only)\b"
)

SLIPS = (
    slip(
        "who's",
        rf"<<who's>> (?:own |first |main |only )?(?:{_OWNED_BY_MANY}|{OWNED})\b(?! (?:alone|based|bound|schooled|made)\b)(?![-'])",
        "whose",
    ),
    slip(
        "who's",
        r"<<who's>> (?:turn|fault|idea|job|side|responsibility|house|car|bag|coat|phone) (?:is|was|are|were|will)\b",
        "whose",
    ),
    slip(
        "who's",
        rf"(?:people|patients|parents|children|women|men|those|families|members|anyone|someone|everyone|nurses|doctors|workers|students|staff|users|adults) <<who's>> (?!{PREDICATE}|{_PARTICIPLE})[a-z]",
        "whose",
    ),
    slip(
        "whose",
        r"<<whose>> (?:been|going to|not|coming|responsible|there|here|in charge|taking|getting|looking|having|trying|doing|at risk|to blame|next|allowed|able|never|always|also|already|had)\b(?![-'])",
        "who's",
    ),
    slip(
        "who's",
        rf"[a-z]+,? <<who's>> (?!{PREDICATE}|{_BARE}|{_PARTICIPLE})[a-z]",
        "whose",
        "unsafe",
    ),
    slip("whose", r"<<whose>> (?:a|an|the)\b(?![-'])", "who's", "unsafe"),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    "Whose" says whom something belongs to, and "who's" is short for "who is" or "who has".

    Why: the two sound the same, so that no spelling checker sees the slip.
    Fix: say "who is" in its place. If that makes sense, write "who's", otherwise "whose".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "Patients who’s symptoms last should call.",
        "Whose going to pay?",
        "Anyone *whose been* ill should rest.",
        "A friend who's name I forget.",
    ),
    good=(
        "Dr Doyle, who’s heard of it, and a man who's had two heart attacks. My boss, who's spent years there, left.",
        "Who’s there, and whose coat is it?",
        "Anyone who's ill, and whose doctor agrees.",
        "Who's home? Anyone whose not-for-profit closed.",
    ),
    languages=frozenset({"en"}),
)
