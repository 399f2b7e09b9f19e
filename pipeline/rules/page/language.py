"""page/language"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dom import Dom, Element, direction
from pipeline.findings import Found, Rule

# Two letters: all that the IANA Language Subtag Registry has. Three letters: those that it leaves
# out because the language has two. Of its other 8,000 with three letters none is questioned.
_TWO = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
    ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li
    ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa
    pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th
    ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_LONG = """
    aar abk afr aka alb amh ara arg arm asm ava ave aym aze bak bam baq bel ben bis bod bos bre bul bur
    cat ces cha che chi chu chv cor cos cre cym cze dan deu div dut dzo ell eng epo est eus ewe fao fas
    fij fin fra fre fry ful geo ger gla gle glg glv gre grn guj hat hau heb her hin hmo hrv hun hye ibo
    ice ido iii iku ile ina ind ipk isl ita jav jpn kal kan kas kat kau kaz khm kik kin kir kom kon kor
    kua kur lao lat lav lim lin lit ltz lub lug mac mah mal mao mar may mkd mlg mlt mol mon mri msa mya
    nau nav nbl nde ndo nep nld nno nob nor nya oci oji ori orm oss pan per pli pol por pus que roh ron
    rum run rus sag san scc scr sin slk slo slv sme smo sna snd som sot spa sqi srd srp ssw sun swa swe
    tah tam tat tel tgk tha tib tir ton tsn tso tuk tur twi uig ukr urd uzb ven vie vol wel wln wol xho
    yid yor zha zho zul
"""
_SHORT = frozenset(_TWO.split())
_OVERLONG = frozenset(_LONG.split())
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_PRIVATE = re.compile(r"q[a-t][a-z]")


def check(dom: Dom) -> Iterator[Found]:
    """
    A page and its parts name their language by a tag that exists, and a page its direction.

    Why: a screen reader pronounces a text by the rules of the language that it is told; Arabic or
    Hebrew without a direction puts every full stop on the wrong side.
    Fix: `<html lang="ar" dir="rtl">`; write a tag of BCP 47, such as `fr`, `pt-BR` or `zh-Hans`, not
    the name of a language or of a country.
    """
    if dom.document:
        for page in dom.named("html"):
            yield from _page(dom, page)
    for part in dom.having("lang"):
        tag = part.get("lang")
        # An empty tag says that the language is unknown, which is sound for a part.
        if part.name != "html" and tag and dom.name(part) and not _valid(tag):
            message = f"{tag[:40]!r} on <{part.name}> is not the tag of a language"
            yield Found(part.place, message, text=tag[:40])


def _page(dom: Dom, page: Element) -> Iterator[Found]:
    place = page.place
    tag = (page.get("lang") or "").strip()
    other = (page.get("xml:lang") or "").strip()
    if not tag:
        yield Found(place, "the page does not name its language")
    elif not _valid(tag):
        yield Found(place, f"{tag[:40]!r} is not the tag of a language", text=tag[:40])
    elif _valid(other) and _primary(other) != _primary(tag):
        yield Found(place, f"the page names two languages: {tag[:40]!r} and {other[:40]!r}")
    else:
        yield from _direction(dom, page, tag)


def _direction(dom: Dom, page: Element, tag: str) -> Iterator[Found]:
    body = dom.named("body")
    stated = [(element.get("dir") or "").strip().lower() for element in (page, *body)]
    needed = direction(tag)
    given = next(filter(None, reversed(stated)), "ltr")
    if given not in (needed, "auto"):
        message = f'the page is in {tag!r}, but does not say dir="rtl"'
        if needed == "ltr":
            message = f'the page says dir="{given[:20]}", but is in {tag!r}'
        yield Found(page.place, message, text=tag)


def _valid(tag: str) -> bool:
    """Tell whether the tag's language exists; what follows it changes nothing of the language."""
    if not _TAG.fullmatch(tag):
        return False
    language = _primary(tag)
    if len(language) == 2:
        return language in _SHORT
    return language not in _OVERLONG and not _PRIVATE.fullmatch(language)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


_TITLE = "<head><title>Boats</title></head><body><h1>Boats</h1></body>"

RULE = Rule(
    level="error",
    check=check,
    wcag="3.1.1",
    bad=(
        f"<!doctype html><html>{_TITLE}</html>",
        f'<!doctype html><html lang="">{_TITLE}</html>',
        f'<!doctype html><html lang=" ">{_TITLE}</html>',
        f'<!doctype html><html xml:lang="en">{_TITLE}</html>',
        f'<!doctype html><html lang="english">{_TITLE}</html>',
        f'<!doctype html><html lang="em-US">{_TITLE}</html>',
        f'<!doctype html><html lang="eng">{_TITLE}</html>',
        f'<!doctype html><html lang="en_US">{_TITLE}</html>',
        f'<!doctype html><html lang="en" xml:lang="fr">{_TITLE}</html>',
        f'<!doctype html><html lang="ar">{_TITLE}</html>',
        f'<!doctype html><html lang="he" dir="ltr">{_TITLE}</html>',
        f'<!doctype html><html lang="fr" dir="rtl">{_TITLE}</html>',
        '<p>She said <span lang="frankish">oui</span>.</p>',
        '<p lang=" ">Bonjour.</p>',
        '<p><img lang="#1" src="boat.png" alt="Un bateau"></p>',
    ),
    good=(
        f'<!doctype html><html lang="en">{_TITLE}</html>',
        f'<!doctype html><html lang="pt-BR" xml:lang="pt">{_TITLE}</html>',
        f'<!doctype html><html lang="ar" dir="rtl">{_TITLE}</html>',
        f'<!doctype html><html lang="he" dir="RTL">{_TITLE}</html>',
        f'<!doctype html><html lang="az-Latn">{_TITLE}</html>',
        f'<!doctype html><html lang="gsw">{_TITLE}</html>',
        '<p>She said <span lang="fr">oui</span>.</p>',
        '<p>She said <span lang="">abracadabra</span>.</p>',
        '<p lang="nonsense"></p>',
        "<p>A part of a page need not name its language.</p>",
    ),
)
