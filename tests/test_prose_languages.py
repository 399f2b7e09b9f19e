"""The rules for languages other than English: slips of each are found, and good prose in all its variety is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import check, walk
from pipeline.check import Subjects
from pipeline.findings import Found
from pipeline.model import Article, Catalog, Origin, Passage
from pipeline.prose import passages
from pipeline.prose.typography import quotes, slips
from pipeline.prose.typography.slips import Slip

RULES = tuple(
    f"prose/{name}"
    for name in (
        "contraction",
        "elision",
        "french-spaces",
        "inverted-mark",
        "marks-of-the-script",
        "mixed-quotation-marks",
        "persian-letters",
        "quotation-marks",
        "sentence-style",
        "sharp-s",
        "sound-alike",
        "written-accent",
    )
)


def found(locale: str, text: str) -> list[tuple[str, Found]]:
    """Give what these rules find in an article, each with its rule."""
    version = walk.render(Article("example", "example.md", locale, text), locale, Catalog(locale))
    subjects = Subjects(prose=passages.prose(version), runs=version.runs, locale=locale)
    known = check.rules()
    return [(name, one) for name in RULES for one in check.apply(name, known[name], subjects, {})]


BAD = {
    "fr": """Le enfant a besoin de eau et de air.|Je en parle à mon médecin.|Les médecins disent que il
        faut dormir.|Dormez!|Prenez trois choses: du riz, du pain et du sel.|Il y à trois formes.|
        Toute les heures, buvez.|Il revient de le travail.|La patiente a étais suivie.|Une crise de
        angoisse.|Qu on le dise.""",
    "it": """Il medico parla con lo amico.|E’ importante dormire.|Un’esame del sangue.|Un emozione forte.|
        Beva un pò d’acqua.|Il psichiatra e il studio.|Va a il lavoro.|La dose é alta.|Loro anno preso il
        farmaco.|Nell acqua.""",
    "es": """Qué es la ketamina?|Atención! Lea esto.|La dosis de el medicamento.|Nos a ayudado mucho.|
        Hubieron varios estudios.|Esto es para mi, gracias.|Tu debes descansar.|Me siento bien, y tú?|
        ¿Qué es la depresión. Es una enfermedad.|Se lo dió ayer.""",
    "pt": """O efeito de o remédio dura pouco.|Vive em a cidade.|Gosto de este médico.|Ele passou por o
        hospital.|A três anos atrás, parei.|Tome à partir de amanhã.|Eles tem medo.|Houveram problemas.""",
    "de": """Ich weiß, daß er kommt.|Sie schläft seid zwei Wochen.|Man nennt das “Depression”.|Bitte
        schliessen Sie die Tür.|Es ist möglich, das es hilft.|Sie ist jünger wie ihr Bruder.|Er sagte „ja“, „nein“ und "vielleicht".""",
    "nl": """Hun moeten rusten.|Het gaat slechter als gisteren.|Zij is jonger als hij.|Ik wordt moe.|Me
        vader is ziek.|Hij vind het moeilijk.|Hij zei “ja”, “nee” en "misschien".""",
    "ar": "ما هو الاكتئاب?|تناول الدواء, ثم نم.|لا تقلق; سوف تتحسن.|هل هذا صحيح (نعم)?",
    "ja": """うつ病とは何ですか?|薬を飲んでください.|頭痛,めまいがあります。|毎日飲みます｡|
        薬は有効です。副作用もあります。医師に相談してください。これは重要だ。""",
}

GOOD = (
    (
        "fr",
        (
            "Que faire\u202f? Dormez\u202f! C’est simple\u00a0: buvez de l’eau, à 9:30, dans un rapport de 3:1."
            "\n\nIl n’y a ni héros ni hasard. Le hibou, le onzième et le yaourt. Quand à midi il dort, elle lit."
            "\n\nÀ les entendre, il est temps de le faire et de les croire. Qui à Paris, qui à Lyon. Le plan C "
            "est prêt. Prends-le avec toi. Est-ce elle\u202f? Puis-je y aller\u202f? Tout les sépare."
        ),
    ),
    ("fr-CA", "Que faire? Dormez! C’est simple\u00a0: buvez."),
    ("fr-CH", "Que faire? «Dormez»: c’est simple!"),
    (
        "it",
        (
            "Perché dormire? È utile: un po’ d’acqua, un’ora di sonno, un amico. Qual è il motivo? Anno dopo "
            "anno va a casa. Lo aiuto, lo uso. Un artista, un’artista. Il Po è lungo. Al di là di tutto."
        ),
    ),
    (
        "es",
        (
            "¿Qué es? ¡Cuidado! Si duele, ¿por qué seguir? El de El Salvador va al hospital con él. Para mi "
            "hermano y para mí. Echo sal; habían sido varios. ¿Las opciones:\n\n- una\n- dos\n\n2.5 o 2,5 mg."
        ),
    ),
    (
        "pt",
        (
            "Depois de o bebé dormir, e apesar de a dor ter passado, saio. Por a situação ser grave, fico. "
            "Há três anos; às vezes; a partir de hoje. O agente faz o que pode. De a a z."
        ),
    ),
    (
        "de",
        (
            "„Was ist das?“, fragte sie. Das Mittel, das ich nehme, ist stärker als früher. Ihr seid da, seit "
            "gestern. Fuß, Maß, Straße, er ließ, aß und heißt. Der Fluss, die Busse. 2,5 mg am 2.5. um 9:30."
        ),
    ),
    ("de", "»Ja«, sagte er, »das ›Wort‹ gilt.«"),
    ("de-CH", "Die Strasse ist gross: «Ja». Er nimmt 2.5 mg."),
    (
        "nl",
        (
            "Hij is beter dan ik. Wordt het beter als ik slaap? Groter als het kan. Ik gaf het hun. Ik word, "
            "hij wordt, word jij? “Ja”, zei ze; ‘nee’, zei hij. 2,5 mg."
        ),
    ),
    (
        "ar",
        "ما هو الاكتئاب؟ تناول الدواء، ثم نم؛ لا تقلق! الجرعة 2.5 ملغ (SSRI, SNRI) في 1,000 حالة.",
    ),
    ("fa", "آیا خوب می‌خوابید؟ بله، خوب."),
    (
        "ja",
        (
            "うつ病とは何ですか？ 頭痛、吐き気があります。2.5 mgを飲みます。「重要である。」と言いました。"
            "\n\n- 飲む。\n- 寝る。"
        ),
    ),
    ("ja", "これは重要である。効果がある。副作用もない。"),
    ("en", 'She said "yes" on a screen of 5" and took 2.5 mg.'),
)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (locale, " ".join(one.split()))
        for locale, all_of in BAD.items()
        for one in all_of.split("|")
    ],
)
def test_slip_is_found(locale: str, text: str) -> None:
    """Each sentence has one slip or more, and it is found."""
    assert found(locale, text)


@pytest.mark.parametrize(("locale", "text"), GOOD)
def test_good_prose_is_let_be(locale: str, text: str) -> None:
    """Good prose, with all that comes near a slip, has no finding."""
    assert found(locale, text) == []


@pytest.mark.parametrize("locale", list(BAD))
@given(
    text=st.text(alphabet="aeghinrst de lo il «»„“”\"'’¿?¡!.,;: \u00a0\u202fé漢かمو", max_size=60)
)
def test_finding_is_what_is_written(locale: str, text: str) -> None:
    """Of any text, a finding's text stands there, and its suggestion says something else."""
    passage = Passage(text, locale, "paragraph", Origin("a.md"))
    for name, one in ((rule, hit) for rule in RULES for hit in _of(rule, passage)):
        assert one.text in text, name
        assert one.text not in one.suggestions, name


def _of(name: str, passage: Passage) -> list[Found]:
    return list(check.apply(name, check.rules()[name], Subjects(prose=(passage,)), {}))


def test_missing_space_is_mended_at_the_mark() -> None:
    """The suggestion for a missing space replaces the mark alone, so that markup around it stays."""
    ((_, one),) = found("fr", "**Attention**: du feu.")
    assert (one.text, one.suggestions, one.fix) == (":", ("\u00a0:",), "safe")


def test_question_in_mid_sentence_opens_at_its_word() -> None:
    """The opening mark goes to the word that asks."""
    ((_, one),) = found("es", "Si le duele, qué hace?")
    assert one.suggestions == ("¿qué",)


def test_capital_and_apostrophe_are_kept() -> None:
    """A suggestion has the capital and the apostrophe of the text."""
    assert [one.suggestions for _, one in found("fr", "Le homme dort.")] == [("L’homme",)]
    assert slips.like("L'a De eau", "d’eau") == "D'eau"


def test_pattern_is_read_at_the_beginning_of_a_word_only() -> None:
    """What stands behind a hyphen or an apostrophe is no word of its own."""
    table = {"fr": (Slip("ce un", "c’un"),)}
    passage = Passage("est-ce un ami, ou ce un", "fr", "paragraph", Origin("a.md"))
    assert [hit.start for hit in slips.find(passage, table)] == [18]


def test_nested_quotation_is_no_second_style() -> None:
    """What stands in a quotation is deeper."""
    assert [pair.depth for pair in quotes.curved("« a “b” » et „c“")] == [0, 1, 0]
