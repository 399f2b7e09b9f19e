"""Sentences: each case is a text by its sentences, which are found again."""

from __future__ import annotations

import pytest

from pipeline.model import NOT_PROSE
from pipeline.prose.sentences import sentences

# (language, its sentences); they are joined by a space, in Japanese and Chinese by nothing.
CASES: list[tuple[str, list[str]]] = [
    ("en", ["The nurse calls.", "You can ask her anything."]),
    ("en", ["Dr. Lee and Mrs. Park met Prof. Okafor.", "They talked."]),
    ("en", ["Take 2.5 mg, i.e. half a tablet, at 8 p.m. every day.", "Do not take more."]),
    ("en", ["The clinic opens at 9 a.m.", "It closes at noon."]),
    ("en", ["He works for the U.S. Public Health Service.", "She does not."]),
    ("en", ["They moved to the U.S.", "The winters were mild."]),
    ("en", ["J. K. Tan and M. Otieno wrote it.", "Both are doctors."]),
    ("en", ["You need vitamin C.", "It is in fruit."]),
    ("en", ["“Does it hurt?” she asked.", "“No!” he said."]),
    ("en", ["She said: “It hurts.”", "Nobody answered."]),
    ("en", ["(This is a note.)", "This is not."]),
    ("en", ["See No. 5 on p. 12 and Fig. 3.", "The rest is clear."]),
    ("en", ["Well… maybe not.", "We will see…", "Then we went home."]),
    ("en", ["Eat fruit, nuts, etc.", "Patients sleep better."]),
    ("en", ["What is it?", "Why now?", "Stop!"]),
    ("en", ["He asked me to come to St. Mary's Hospital.", "I went."]),
    ("en", ["1. Wash your hands.", "2. Dry them."]),
    ("en", ["Smith et al. found the same.", "Others did not."]),
    ("en", ["Visit example.org for more.", "It is free."]),
    ("en", ["It fell to 3.", "5 people stayed."]),
    ("en", ["Read the guide vs. the leaflet.", "Both help."]),
    ("en", ["Is that so?!", "Yes."]),
    ("en", ["The dose (approx. 5 ml) is small.", "Shake it first."]),
    ("en", ["A full stop is missing here"]),
    ("en", ["Sip 150 mL every 20 min.", "Hyponatremia is rare."]),
    ("en", ["It takes 5 hrs. 3 times a week.", "Bring 2 lb.", "Flour is extra."]),
    ("de", ["Das dauert 20 Min.", "Danach ruhen Sie."]),
    ("it", ["Cuocere per 20 min.", "Servire caldo."]),
    ("it", ["Visse nel sec. XIX a Roma.", "Poi morì."]),
    ("nl", ["Wacht 20 min.", "Neem dan water."]),
    ("ru", ["Подождите 20 мин.", "Затем пейте."]),
    ("pt", ["Nasceu no séc. XIX.", "Depois viajou."]),
    ("en", ["Wait ... there is more.", "Now go."]),
    ("en", ["She has a Ph.D. in chemistry.", "Her brother has none."]),
    ("de", ["Die Sitzung ist am 3. Mai um 9 Uhr.", "Bitte kommen Sie pünktlich."]),
    ("de", ["Im 19. Jahrhundert war das neu.", "Heute ist es üblich."]),
    ("de", ["Das hilft z. B. bei Schmerzen.", "Es hilft nicht immer."]),
    ("de", ["Das hilft z.B. Kindern.", "Es hilft nicht immer."]),
    ("de", ["Dr. Weiß hat ca. 20 Patienten, d. h. sehr viele.", "Sie arbeitet gern."]),
    ("de", ["Obst, Gemüse usw.", "Das alles ist gesund."]),
    ("de", ["„Tut es weh?“, fragte sie.", "„Nein!“"]),
    ("de", ["Das war 2006.", "Danach kam nichts mehr."]),
    ("de", ["Er zahlt bis zu 3,50 Euro.", "Mehr nicht."]),
    ("de", ["Siehe Abb. 4 und Nr. 7.", "Dort steht es."]),
    ("fr", ["M. Martin attend.", "Mme Diallo arrive à 9 h 30."]),
    ("fr", ["« Ça fait mal ? » demande-t-elle.", "« Non ! »", "Elle sourit."]),
    ("fr", ["Elle a dit : « C’est fini. »", "Il est parti."]),
    ("fr", ["Le Dr. Petit (p. ex. le lundi) est là.", "Appelez-le."]),
    ("fr", ["Prenez 2,5 mg par jour.", "N’en prenez pas plus."]),
    ("fr", ["Il faut de la vitamine C.", "Les fruits en contiennent."]),
    ("es", ["¿Duele?", "No, nada.", "¡Qué bien!"]),
    ("es", ["El Dr. Gómez y la Sra. Ruiz vinieron.", "Hablaron mucho."]),
    ("es", ["Vive en EE. UU. desde 2010.", "Trabaja allí."]),
    ("es", ["Tome 2,5 mg, p. ej. por la noche.", "No tome más."]),
    ("es", ["Consulte la pág. 8 y el art. 3.", "Todo está ahí."]),
    ("it", ["Il dott. Rossi e la sig.ra Bianchi parlano.", "Poi escono."]),
    ("it", ["Vedi pag. 4, fig. 2.", "È tutto lì."]),
    ("it", ["Che cos’è?", "Non lo so."]),
    ("pt", ["O Dr. Silva e a Sra. Costa falam.", "Depois saem."]),
    ("pt", ["Veja a pág. 4.", "Está tudo lá."]),
    ("nl", ["Dhr. Jansen komt bijv. op maandag.", "Hij belt eerst."]),
    ("nl", ["Neem fruit, noten, enz.", "Daarna rust u."]),
    ("sv", ["Det hjälper t.ex. mot smärta.", "Det hjälper inte alltid."]),
    ("da", ["Mødet er den 3. maj.", "Kom til tiden."]),
    ("pl", ["Dr Nowak przyjmuje np. w poniedziałki.", "Proszę zadzwonić."]),
    ("ru", ["Это помогает, т. е. снимает боль.", "Но не всегда."]),
    ("ru", ["Это было в 2006 г. и позже.", "Потом всё изменилось."]),
    ("ru", ["А. С. Петров написал об этом.", "Он врач."]),
    ("tr", ["Dr. Yılmaz geldi.", "Sonra gitti."]),
    ("el", ["Πονάει;", "Όχι, καθόλου."]),
    ("ar", ["هل هذا مؤلم؟", "لا، أبداً.", "شكراً لك."]),
    ("ar", ["قال د. سالم إن الدواء آمن.", "ثم خرج."]),
    ("he", ["האם זה כואב?", "לא, בכלל לא."]),
    ("hi", ["क्या यह दर्द करता है?", "नहीं।", "यह ठीक है।"]),
    ("ja", ["痛みますか？", "いいえ。", "大丈夫です！"]),
    ("ja", ["「はい。」と答えた。", "それだけです。"]),
    ("ja", ["1.5 mgを飲みます。", "それ以上は飲みません。"]),
    ("zh", ["疼吗？", "不疼。", "很好！"]),
    ("zh", ["她说：“不疼。”", "他走了。"]),
    ("ko", ["아픕니까?", "아니요.", "괜찮습니다."]),
]


@pytest.mark.parametrize(("locale", "expected"), CASES)
def test_sentences_are_found(locale: str, expected: list[str]) -> None:
    """A text falls into the sentences it was made of."""
    text = ("" if locale in ("ja", "zh") else " ").join(expected)
    assert [text[start:end] for start, end in sentences(text, locale)] == expected


def test_footnote_mark_belongs_to_its_sentence() -> None:
    """A mark behind the stop does not hide the stop."""
    text = f"It helps.{NOT_PROSE} Not always."
    assert sentences(text, "en") == ((0, 10), (11, 22))


def test_quotation_mark_behind_the_stop_belongs_to_its_sentence() -> None:
    """What holds no letter is no sentence of its own."""
    text = "« Fini. » !"
    assert sentences(text, "fr") == ((0, len(text)),)


def test_line_break_ends_a_sentence_before_a_capital() -> None:
    """A deliberate line break separates an address from what follows, not a word from its clause."""
    text = "Open daily\nCall us first\nor write"
    assert [text[start:end] for start, end in sentences(text, "en")] == [
        "Open daily",
        "Call us first\nor write",
    ]


def test_nothing_has_no_sentence() -> None:
    """Marks alone are not a sentence."""
    assert sentences("", "en") == sentences(" … — !", "en") == ()


def test_region_does_not_matter() -> None:
    """One language, however its tag is written."""
    text = "Am 3. Mai. Danach nicht."
    assert sentences(text, "de") == sentences(text, "de-AT") == sentences(text, "de_CH")
