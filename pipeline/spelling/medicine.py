"""
Words that medicine builds and no dictionary has: names of drugs, compounds of Greek and Latin.

The World Health Organization names every drug by its kind, with the same endings in all languages
("The use of stems in the selection of International Nonproprietary Names"); diseases, organs and
examinations are put together from the same few dozen parts everywhere.
"""

from __future__ import annotations

import re

from pipeline.spelling import distance

_CYRILLIC = {
    "дж": "g",
    "кс": "x",
    **dict(zip("абвгґдеєжзиіїйклмнопрстуфхцыэ", "abvggdeegziiiiclmnoprstufcciie", strict=True)),
    **dict.fromkeys("ъь", ""),
    "ч": "c",
    "ш": "s",
    "щ": "s",
    "ю": "u",
    "я": "ia",
}
_ONE_SPELLING = (
    (re.compile("|".join(_CYRILLIC)), lambda found: _CYRILLIC[found[0]]),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"qu|k|ch"), "c"),
    (re.compile(r"h"), ""),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"z"), "s"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1"), r"\1"),
)
"""What languages write in different ways, in one: "kétamine", "ketamin", "кетамин" become "cetamin"."""

_DRUGS = (
    "afil amid antel asol asolam astin ast azepam barbital basam bactam bamat biot bicin botulin cain "
    "calcet capon ceft cept cicl ciclib ciclin ciclovir cilin cinib cinra citinib clasid clidin "
    "codon coxib curium dipin dopa dralasin dronat drin estran estrel entan fenac fenib fenon "
    "fentanil fibrat filin flapis floxacin floxacin flosin formin fos fungin fungin gab gabalin "
    "gastrim gatran gepant gestrel gilin gliptin glitason glutid grastim grel iblin iclin iden "
    "imod ipramin isomid ixibat laner limus lisib listat locain lucast lutamid mab malogen melteon "
    "metacin metasin metason metformin micin mostim monam mustin nabant navir nasol nertant nicat "
    "nidasol nirol nonid olol olon onacort onid onium opril opran orfan orexant orfin osin oxacin "
    "oxan oxef oxetin oxicam panel parib parin parsib patid peg penem peridol peridon pexol pin pitant "
    "planin plasm platin poietin pramin prasol pressin pril prim profen prost quin racetam rafenib "
    "relin relix renon ribin rinon rubicin salasin sartan sast semid septin setron sidon sin siran "
    "socin sol solon somid spirin stat statin steron stigmin tadin tan tasid tasol tecan tegravir "
    "teplas terol tiasid ticlid tidin tiasem tinib tocin toin tricin trigin triptan triptilin "
    "trop tropin tropium uracil vastatin verin vir viral vudin xaban xetan xicam"
)
_DRUG = re.compile(rf"[a-z]{{2,}}(?:{'|'.join(_DRUGS.split())})[a-z]{{0,3}}")
"""Stems of the names of drugs, in the one spelling, before an ending of any language."""
