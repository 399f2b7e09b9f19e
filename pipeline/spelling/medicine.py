"""
Words that medicine builds and no dictionary has: names of drugs, compounds of Greek and Latin.

The World Health Organization names drugs by their kind, with the same endings in every language
("The use of stems in the selection of International Nonproprietary Names"); diseases, organs and
examinations are put together from the same few dozen parts everywhere.
"""

from __future__ import annotations

import re

from pipeline.spelling import distance

_CYRILLIC = dict(
    zip("абвгґдеєжзиіїклмнопрстуфхцчшщыэ", "abvggdeegziiiclmnoprstufccssiie", strict=True)
) | {"дж": "g", "кс": "x", "ъ": "", "ь": "", "ю": "u", "я": "ia"}
_LETTER = re.compile("дж|кс|[а-яєіїґ]")

_ONE_SPELLING = (
    ("ph", "f"),
    ("[ao]e", "e"),
    ("ks", "x"),
    ("qu|k|ch", "c"),
    ("h", ""),
    ("[yj]", "i"),
    ("z", "s"),
    (r"(.)\1", r"\1"),
)
"""What languages write in several ways, and the one way that the lists below have."""

_DRUG = (
    "acarbil adol afil amid arabin aron asam asepam asol asolin ason asosin astin axetil bactam "
    "bamat barbital bradin cain calcet capon cept ciclib ciclin cilin citabin clidin coxib "
    "cumarol curium dipin dopa dralasin drin dron entan fenac fenon fentanil fiban fibrat "
    "floxacin fluran formin fungin gabalin gatran gepant gestrel gilin gliflosin gliptin glitason "
    "glutid grastim grel icam imod imus ipramin lisib lucast lutamid mab melteon mestan micin "
    "milast mustin navir nidasol nidin olol olon onid orexant oxacin oxetin panel parib parin peg penem "
    "peridol peridon pidem pitant plat plon prasol pressin pril profen prost racetam relin relix "
    "renon risin rubicin salicil sartan semid sepin setron siran somib sotid spiron statin stigmin sulfan "
    "taxel tadin tecan teplas terol tiapin tiasem tiasid tidin tinib tironin tocin trexat trigin "
    "triptan triptilin tropium uracil vaptan verin vir vudin xaban"
)
"""Endings of the names of drugs by their kind, before those of a language."""

_BEGINNING = (
    "angio anti arterio artro auto bio bronco cardio ceto cisto cole dermato emat emo encefal "
    "endo entero epat esofag farmaco fibro fito fono foto gastro gemat gemo gidro gineco giper "
    "gipo gli idro imuno inmuno iper ipo laringo leuco limfo linfo macro meningo micro mielo mio "
    "miocard nefro neuro oftalmo onco orto osteo pato peri pneumo poli procto pseudo psico radio "
    "reumato rino sclero spiro steno tele termo tireo toxico trans tromb ultra uro vaso"
)
_ENDING = (
    "alg alis cardi ectomi emi ensis fag fili fobi gen graf gram idas inas itis lisis log metr "
    "oma osis otomi pati peni plasti plegi scop stomi terap trofi uri"
)
"""How compounds of medicine begin and end, and the second names of germs."""

COMBINING = frozenset(
    "anti auto bio cardio kardio gastro electro elektro elettro eletro hyper hiper iper hypo hipo ipo "
    "immuno inmuno imuno inter intra macro makro meta micro mikro mikró multi neuro neuró over poly poli "
    "post pseudo psico psiko psycho radio socio sovra sozio sub super supra tele termo thermo ultra "
    "under video авто анти био гипер гипо иммуно кардио микро мульти нейро психо псевдо теле ультра".split()
)
"""What is put before any word of medicine, in every language that learned it from Greek and Latin."""

_TERM = re.compile(
    rf"[a-z]{{2,}}(?:{'|'.join(_DRUG.split())})[a-z]{{0,3}}"
    rf"|(?:{'|'.join(_BEGINNING.split())})[a-z]{{4,}}"
    rf"|[a-z]{{3,}}(?:{'|'.join(_ENDING.split())})[a-z]{{0,4}}"
)


_COMPOUND = re.compile(
    rf"(?:{'|'.join(_BEGINNING.split())})(?:{'|'.join(_ENDING.split())})[a-z]{{0,4}}"
)


def compound(form: str) -> bool:
    """
    Is a form nothing but a beginning and an ending of medicine: hardly ever by a slip.

    >>> compound("phonophobie"), compound("phonofolie")
    (True, False)
    """
    return _COMPOUND.fullmatch(_plain(form)) is not None


def shaped(form: str) -> bool:
    """
    Has a form the shape of a term of medicine, in any spelling or ending that a language gives it.

    So have many slips of such terms, and some common words: ask only about what is like no known word.

    >>> [shaped(form) for form in ("zolmitriptan", "ламотриджина", "esofagogastroduodenoscopia")]
    [True, True, True]
    >>> shaped("doomscrolling")
    False
    """
    return _TERM.fullmatch(_plain(form)) is not None


def _plain(form: str) -> str:
    """Give *form* in Latin letters and the one spelling of the lists."""
    plain = _LETTER.sub(lambda found: _CYRILLIC[found[0]], distance.bare(form.lower()))
    for pattern, letters in _ONE_SPELLING:
        plain = re.sub(pattern, letters, plain)
    return plain
