"""
British and American spellings of the same words, as whole words.

What stands in brackets is British, and dropped in American: "colo(u)r" is "colour" and "color". Behind
a comma stand endings. Left out are -ise and -ize, which are both British (Oxford), words that mean two
things in one country (programme, licence, practice, meter of a device, disc, storey), and plurals
that look like the other country's verb (analyses, paralyses).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Variant = Literal["British", "American"]

# Each spelling is of its own country only.
_BOTH = """
    armo(u)r,s,ed,y behavio(u)r,s,al,ally misbehavio(u)r cando(u)r clamo(u)r colo(u)r,s,ed,ing,ful,less
    discolo(u)r,ed demeano(u)r endeavo(u)r,s,ed,ing favo(u)r,s,ed,ing,able,ably,ite,ites fervo(u)r
    flavo(u)r,s,ed,ing,ful,ings harbo(u)r,s,ed,ing hono(u)r,s,ed,ing,able,ably humo(u)r,s labo(u)r,s,ed,ing,er,ers
    neighbo(u)r,s,ing,hood,hoods,ly odo(u)r,s,less parlo(u)r,s ranco(u)r rumo(u)r,s,ed savio(u)r,s
    savo(u)r,s,ed,ing,y splendo(u)r tumo(u)r,s vapo(u)r,s vigo(u)r
    an(a)emia,s an(a)emic an(a)esthesia an(a)esthetic,s,ally an(a)esthetist,s an(a)esthesiologist,s
    c(a)esarean,s diarrh(o)ea f(o)etus,es f(o)etal gyn(a)ecology gyn(a)ecologist,s gyn(a)ecological
    h(a)ematology h(a)ematologist,s h(a)ematoma,s h(a)emoglobin h(a)emophilia h(a)emorrhage,s h(a)emorrhagic
    h(a)emorrhoids h(a)emodialysis hypoglyc(a)emia hyperglyc(a)emia hypoglyc(a)emic isch(a)emia isch(a)emic
    leuk(a)emia,s man(o)euvre (o)edema (o)esophagus (o)esophageal (o)estrogen,s p(a)ediatric,s
    p(a)ediatrician,s septic(a)emia tox(a)emia dysmenorrh(o)ea c(o)eliac p(a)edophile,s pal(a)eolithic
    travel(l)ed travel(l)ing travel(l)er,s label(l)ed label(l)ing model(l)ed model(l)ing model(l)er,s
    signal(l)ed signal(l)ing level(l)ed level(l)ing fuel(l)ed fuel(l)ing channel(l)ed channel(l)ing
    total(l)ed total(l)ing tunnel(l)ed tunnel(l)ing quarrel(l)ed quarrel(l)ing rival(l)ed dial(l)ed
    dial(l)ing equal(l)ed panel(l)ed panel(l)ing pedal(l)ed unravel(l)ed unravel(l)ing shrivel(l)ed
    swivel(l)ed counsel(l)ing counsel(l)ed counsel(l)or,s jewel(l)er,s marvel(l)ous wool(l)en
    analyse/analyze,d,r,rs,s- analysing/analyzing paralyse/paralyze,d paralysing/paralyzing
    catalyse/catalyze,d catalysing/catalyzing hydrolyse/hydrolyze,d breathalyse/breathalyze,r
    centre/center,s centred/centered centring/centering theatre/theater,s litre/liter,s
    millilitre/milliliter,s decilitre/deciliter,s fibre/fiber,s fibreglass/fiberglass calibre/caliber
    kilometre/kilometer,s centimetre/centimeter,s millimetre/millimeter,s nanometre/nanometer,s
    lustre/luster meagre/meager sombre/somber spectre/specter,s sabre/saber goitre/goiter titre/titer,s
    defence/defense,s,less offence/offense,s pretence/pretense fulfil/fulfill,s,ment enrol/enroll,s,ment,ments
    instil/instill,s skilful/skillful,ly wilful/willful,ly instalment/installment,s
    grey/gray,s,ish sceptic/skeptic,s,al,ism aeroplane/airplane,s aluminium/aluminum jewellery/jewelry
    mould/mold,s,y moult/molt plough/plow,s,ed,ing pyjamas/pajamas moustache/mustache,s cosy/cozy
    smoulder/smolder,ing manoeuvres/maneuvers manoeuvring/maneuvering omelette/omelet,s
    ageing/aging mum/mom,s
"""
# The American word is British too, and has another meaning, or is written by all.
_ONLY_BRITISH = """
    metre/meter,s cheque/check,s tyre/tire,s kerb/curb,s sulphur/sulfur,ic sulphate/sulfate,s
    learnt/learned whilst/while practise/practice,d practising/practicing artefact/artifact,s
    maths/math spoilt/spoiled draughty/drafty gaol/jail
"""
# The British word is American too.
_ONLY_AMERICAN = "cancel(l)ed cancel(l)ing"
# No evidence of a country, but two spellings of one word are two spellings.
_NEITHER = """
    catalog(ue),s dialog(ue),s analog(ue),s judg(e)ment,s acknowledg(e)ment,s encyclop(a)edia,s
    orthop(a)edic,s medi(a)eval arch(a)eology arch(a)eologist,s focus(s)ed focus(s)ing yog(h)urt,s
"""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form in one country's spelling, and the same form in the other's."""

    variant: Variant
    other: str
    tells: bool
    """Is the form written in that country only."""
    tells_beside: bool
    """Is it another spelling of the other form, and no word of its own like "tire" and "check"."""


@functools.cache
def spellings() -> Mapping[str, Spelling]:
    """
    Give each form that has two spellings.

    >>> spellings()["colours"]
    Spelling(variant='British', other='colors', tells=True, tells_beside=True)
    >>> spellings()["tire"].tells, "organise" in spellings(), "analyses" in spellings()
    (False, False, False)
    """
    found: dict[str, Spelling] = {}
    for table, british, american in (
        (_NEITHER, False, False),
        (_ONLY_BRITISH, True, False),
        (_ONLY_AMERICAN, False, True),
        (_BOTH, True, True),
    ):
        for entry in table.split():
            for ours, theirs in _forms(entry):
                beside = table is not _ONLY_BRITISH
                found[ours] = Spelling("British", theirs, british, beside)
                found[theirs] = Spelling("American", ours, american, beside)
    return found


def _forms(entry: str) -> Iterator[tuple[str, str]]:
    word, *endings = entry.split(",")
    if "/" in word:
        british, american = word.split("/")
    else:
        british, american = re.sub(r"[()]", "", word), re.sub(r"\(\w+\)", "", word)
        if american.endswith("euvre"):
            american = "maneuver"
    for ending in ("", *endings):
        if not ending.endswith("-"):
            yield british + ending, american + ending
