"""Phrases that fit every link or image are known by language, and names of places are none of them."""

from __future__ import annotations

import pytest

from pipeline import generic

LANGUAGES = """
    ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl nn pl pt ro ru sk
    sl sr sv ta th tr uk vi zh
"""

# Links of every site: they name a place, or turn a page.
NAVIGATION = """
    Home|Start|Inicio|Início|Inici|Accueil|Startseite|Forside|Hjem|Hem|Etusivu|Pagina principale
    Domů|Domov|Strona główna|Главная|Головна|Начало|Početak|Αρχή|Acasă|Başlangıç|Ana sayfa|Kezdőlap
    الرئيسية|البداية|בית|خانه|ホーム|처음으로|홈|首页|首頁|起始页|หน้าแรก|Trang chủ|Beranda|Depan
    Next|Previous|Prev|Up|Back|Weiter|Zurück|Suivant|Précédent|Suite|Siguiente|Anterior|Próxima
    Avanti|Indietro|Volgende|Vorige|Terug|Næste|Forrige|Neste|Nästa|Seuraava|Další|Ďalej|Następny
    Dalej|Далее|Далі|След.|Sonraki|Önceki|Tovább|Επόμενο|Înainte|Naprijed|Lanjut|Kế tiếp
    التالي|السابق|הבא|בעדי|次へ|戻る|다음|이전|下一页|上一頁|ถัดไป|अगला|अगला पृष्ठ
    Contact|Kontakt|Contacto|Help|Hilfe|Aide|Ayuda|Download|Login|Search|Suche|About|Impressum|FAQ
"""
WORDS = [word.strip() for word in NAVIGATION.replace("\n", "|").split("|") if word.strip()]


def test_every_list_is_there_for_links_and_for_images() -> None:
    """What is known of a language is known of both; languages that share a list are left out."""
    known = {*LANGUAGES.split()} - {"nb", "nn"} | {"no"}
    assert set(generic._lists(generic._LINKS)) == known
    assert set(generic._lists(generic._IMAGES)) == known


@pytest.mark.parametrize("language", LANGUAGES.split())
def test_names_of_places_are_not_generic(language: str) -> None:
    """Whatever the language, "Start" or "Inicio" in a menu says where it leads."""
    assert [word for word in WORDS if generic.link(word, language)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Click here", "en"),
        ("READ MORE", "en-GB"),
        ("»  read\u00a0more …", "en"),
        ("(here)", "en"),
        ("Plus d’infos", "fr-CA"),
        ("HIER", "de-CH"),
        ("Les mer", "nn"),
        ("こちら。", "ja"),
        ("阅读更多 →", "zh-Hans"),
    ],
)
def test_phrase_is_known_as_people_type_it(text: str, language: str) -> None:
    """Case, spaces, curly apostrophes and what stands around it change nothing."""
    assert generic.link(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hier", "en"),
        ("here", "de"),
        ("here", ""),
        ("here", "tlh"),
        ("--link", "en"),
        ("<this>", "en"),
        ("more boats", "en"),
        ("", "en"),
        ("here " * 5000, "en"),
    ],
)
def test_another_language_or_code_is_no_phrase(text: str, language: str) -> None:
    """A language without a list has no phrases; English is nobody's stand-in."""
    assert not generic.link(text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Photo", "en", True),
        ("photo 12", "en", True),
        ("Figure 3:", "en", True),
        ("Abbildung", "de", True),
        ("صورة", "ar", True),
        ("図 1", "ja", True),
        ("Abbildung", "en", False),
        ("Photo of a boat", "en", False),
        ("Map", "en", False),
        ("1", "en", False),
        ("2024", "en", False),
    ],
)
def test_alternative_that_fits_every_image(text: str, language: str, *, expected: bool) -> None:
    """The kind of an image, and its number, say nothing of what it shows."""
    assert generic.image(text, language) == expected
