"""
What a full stop may mean, language by language: one row a language, to be added to freely.

*inside* are abbreviations that something follows, a name, a number, an example ("Dr.", "z. B."); no
sentence ends with one. *either* ends a sentence where the next word is one that *opens* sentences; so do
initials. *tail* closes a list or follows a number ("etc.", "г."): a capital behind it is a new sentence,
but in German, whose nouns have capitals. *before_number* ends no sentence where a number follows. With
*ordinals*, "3." is a number in a row: "am 3. Mai".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline import locales


@dataclass(frozen=True, slots=True)
class Stops:
    """One language's row: words without their last stop. One with a capital is only meant as it is written."""

    inside: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    tail: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    ordinals: bool = False
    nouns_have_capitals: bool = False


def stops(locale: str) -> Stops:
    """
    Give the row of the locale's language; an unknown language has what all share.

    >>> "dr" in stops("en-GB").inside, "bzw" in stops("de").inside
    (True, True)
    """
    return _ROWS.get(locales.language(locale), _SHARED)


_NUMBERED = "No Nos nos nr nº vol fig figs p pp art arts ch cap sec tab eq ed"
_TITLES = "dr prof St mr mrs ms vs cf ca"


def _row(
    inside: str = "",
    either: str = "",
    opens: str = "",
    *,
    tail: str = "",
    before_number: str = "",
    ordinals: bool = False,
    nouns_have_capitals: bool = False,
) -> Stops:
    return Stops(
        frozenset(f"{_TITLES} {inside}".split()),
        frozenset(either.split()),
        frozenset(f"etc {tail}".split()),
        frozenset(f"{_NUMBERED} {before_number}".split()),
        frozenset(opens.split()),
        ordinals,
        nouns_have_capitals,
    )


_SHARED = _row()

_ROWS: Mapping[str, Stops] = {
    "en": _row(
        "messrs mx Rev Hon Gen Col Lt Sgt Capt Cmdr Gov Sen Rep Pres Supt e.g i.e viz approx est eds "
        "Trans Mt Ft Dept Univ Assn",
        "jr sr inc ltd co corp bros a.m p.m u.s u.k u.n d.c b.c a.d ph.d m.d b.a m.a b.sc m.sc ave blvd "
        "rd jan feb mar apr jun jul aug sep sept oct nov dec",
        "the a an this that these those it its he she we they you i his her their our my your there "
        "in on at for from with by as if when while after before since because although and but or so "
        "however then what who why how where which many most some all no not one two each every both "
        "here now once another other such please ask call take do use see talk tell",
        before_number="nos para paras hr hrs min sec oz lb lbs",
        tail="al etc hr hrs min sec oz lb lbs",
    ),
    "de": _row(
        "z.b d.h u.a v.a i.d.r o.g s.o s.u s bzw Hr Hrn Fr Frl evtl ggf inkl exkl mio mrd vgl bspw sog "
        "Tel Abs Bd geb gest lat engl griech franz Dipl Ing Mag med zzgl abzgl max ugs bes insb "
        "insbes einschl ausschl allg urspr eigtl gem lt Str Hl kath ev jun sen u z d i v",
        "v.chr n.chr chr st jan feb aug sept okt nov dez jh jhd min sek std",
        "der die das ein eine einer eines einem einen er sie es wir ihr ich man dies diese dieser "
        "dieses dabei damit dann da doch aber und oder im in am an auf bei beim mit nach für von vom zu "
        "zum zur wenn weil ob auch nur so wie was wer wo warum viele alle manche andere kein keine nicht "
        "sein seine ihre unser hier jetzt heute danach deshalb daher trotzdem allerdings außerdem dort "
        "dazu davon dafür darum darin dadurch insgesamt seit während nachdem sobald falls zwar etwa jede "
        "jeder jedes mein meine mehr bitte",
        before_number="ziff nr kap abb tab",
        ordinals=True,
        nouns_have_capitals=True,
        tail="etc usw u.s.w u.ä o.ä u.v.m u.a.m",
    ),
    "fr": _row(
        "M MM mme mmes mlle mlles Me Mgr Pr p.ex ex av apr env éd coll trad c.-à-d n.b réf tél bd janv "
        "févr juil boul Ste Sts",
        "j.-c s.a cie ltée no n° sept oct nov déc",
        "le la les un une des du de l d il elle ils elles on nous vous je tu ce cet cette ces c son sa "
        "ses leur leurs mon ma mes dans en sur à au aux par pour avec sans et mais ou si quand comme "
        "après avant chez selon toutefois cependant ainsi donc puis parfois certains tous beaucoup",
        before_number="chap n° p pp vol",
    ),
    "es": _row(
        "sr sra sres srta dra D dña Fr EE p.ej ej pág págs núm núms avda tel aprox lic ing arq gral cap "
        "máx mín vid cfr ed trad",
        "ud uds vd vds UU ee.uu ff.aa rr.hh a.c d.c s.a s.l a.m p.m ene feb abr jun jul ago sept oct nov dic",
        "el la los las un una unos unas él ella ellos ellas yo tú usted ustedes nosotros este esta esto "
        "estos estas ese esa eso su sus mi en de del al a por para con sin y pero o si cuando como "
        "después antes según sin también además no muchos algunos todos hay es",
        before_number="cap pág núm",
    ),
    "it": _row(
        "sig sigg sig.ra sig.na dott dott.ssa prof.ssa avv ing arch geom rag On mons p.es es pag pagg artt "
        "d.p.r d.lgs d.m l.r tel cfr ecc.mo gent egr spett v max sec",
        "ecc a.c d.c c.a s.p.a s.r.l n.b gen feb mar apr mag giu lug ago set ott nov dic",
        "il lo la i gli le un uno una l egli ella lui lei noi voi loro io questo questa questi queste "
        "quello in di da del della nel nella a al con per su tra e ma o se quando come dopo prima "
        "secondo anche non molti alcuni tutti è",
        before_number="cap pag n nn min",
        tail="min",
    ),
    "pt": _row(
        "sr sra srs sras srta dra profa exmo eng arq p.ex ex pág págs núm av tel aprox cia máx mín cfr séc",
        "eua e.u.a a.c d.c ltda s.a a.m p.m jan fev abr jun jul ago set out nov dez",
        "o a os as um uma uns umas ele ela eles elas eu nós você vocês este esta isto estes estas esse "
        "essa isso seu sua em no na nos nas de do da ao à por para com sem e mas ou se quando como "
        "depois antes segundo também além não muitos alguns todos há é",
        before_number="cap pág n nº",
    ),
    "nl": _row(
        "dhr mevr mw ir ing drs mr bijv bv d.w.z d.m.v m.a.w t.o.v i.v.m i.p.v o.l.v blz incl excl evt "
        "resp vgl zgn tel max afb gem o.b.v n.a.v t.a.v",
        "n.v b.v jl jr sr v.chr n.chr jan feb mrt apr jun jul aug sept okt nov dec",
        "de het een hij zij ze we wij ik je jij u dit dat deze die er in op aan bij met na voor van door "
        "om als wanneer want maar en of ook niet veel sommige alle daarom daarna toch dan hier nu",
        before_number="blz hfdst nr min sec",
        tail="enz etc e.d o.a e.a min sec",
    ),
    "sv": _row(
        "t.ex bl.a d.v.s dvs f.d s.k fr.o.m t.o.m m.a.o resp jfr tel ca kl max inkl exkl",
        "st tr jan feb aug sept okt nov dec",
        "den det de en ett han hon vi ni du jag man denna detta dessa i på av med för till från om när "
        "men och eller också inte många några alla där här nu då",
        before_number="min sek tim",
        tail="osv o.s.v m.m m.fl e.d min sek tim",
    ),
    "da": _row(
        "f.eks bl.a dvs d.v.s fx jf jfr pr hhv inkl ekskl vedr kl tlf ca nr maks",
        "f.v.t st jan feb aug sept okt nov dec",
        "den det de en et han hun vi I du jeg man denne dette disse i på af med for til fra om når men "
        "og eller også ikke mange nogle alle der her nu så",
        ordinals=True,
        before_number="min sek",
        tail="osv m.m m.fl mv o.l e.l min sek",
    ),
    "nb": _row(
        "f.eks bl.a dvs d.v.s jf pr hhv inkl ekskl vedr kl tlf ca nr maks",
        "f.kr e.kr st jan feb aug sept okt nov des",
        "den det de en ei et han hun vi dere du jeg man denne dette disse i på av med for til fra om "
        "når men og eller også ikke mange noen alle der her nå så",
        ordinals=True,
        before_number="min sek",
        tail="osv m.m m.fl mv o.l e.l min sek",
    ),
    "pl": _row(
        "np tj tzn m.in mgr inż hab doc lek ul al pl godz tel os ok św ur zm por zob tzw wg max red "
        "r.n ppłk płk gen",
        "",
        "to ten ta te on ona ono oni one ja ty my wy w we na z ze do od po przy dla o u i a ale lub czy "
        "jeśli gdy kiedy jak po przed według także nie wiele niektóre wszyscy jest są",
        before_number="nr str rys rozdz poz min sek",
        ordinals=True,
        tail="itp itd in r w n.e p.n.e tys mln mld zł gr min sek",
    ),
    "cs": _row(
        "např tj tzv tzn mj resp popř příp ing mgr mudr judr phdr doc č tel cca max srov viz ul nám",
        "př.n.l ",
        "to ten ta ty on ona ono oni já my vy v ve na z ze do od po při pro o u i a ale nebo jestli když "
        "jak před podle také ne není mnoho někteří všichni je jsou",
        before_number="č str obr kap min sek",
        ordinals=True,
        tail="atd apod aj n.l tis mil mld hod min sek",
    ),
    "ru": _row(
        "т.е т.к т.н напр проф акад доц д-р им ул пл просп св см ср рис табл гл ст тел обл "
        "р-н ред макс гр",
        "пр ",
        "это этот эта эти он она оно они я ты мы вы в во на с со к ко от до по при для о об у и а но или "
        "если когда как после перед также не нет многие некоторые все его её их",
        before_number="стр рис гл № руб коп мин сек",
        tail="т.д т.п др пр г гг в вв н.э тыс млн млрд руб коп мин сек",
    ),
    "tr": _row(
        "Sn Av Doç Yrd Öğr Gör Uzm Op Alb Yzb bkz örn Sok Cad Mah Apt Tel",
        "m.ö m.s",
        "bu şu o biz siz ben sen onlar bir ve ama ancak veya eğer için çok bazı her tüm ne nasıl neden",
        before_number="no",
        ordinals=True,
        tail="vb vs vd",
    ),
    "fi": _row(
        "esim mm ks vrt eli n noin ko nk puh os",
        "eaa jaa klo",
        "se ne hän he minä sinä me te tämä tuo nämä ja mutta tai jos kun koska myös ei on ovat",
        ordinals=True,
        tail="jne ym yms tms",
    ),
    "hu": _row(
        "pl ill kb ún ui vö id ifj özv du", "kft rt zrt", "a az ez egy", tail="stb", ordinals=True
    ),
    "ar": _row("د أ م"),
}
