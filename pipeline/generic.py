"""
Words that fit every link, and words that fit every image, by language: whoever hears one learns nothing.

A text is looked up in its own language only: German "Start" is a home page. Left out is what names a
place or a thing by itself, if only on a website (home, start, next, back, help, contact, download,
login), and what is a word of its own in another sense there ("weiter", "suite" and "далее" turn pages).
Words are in lower case, as people type them, with and without the marks that are often left out.
"""

from __future__ import annotations

import functools
import re

_LINKS = """
ar: هنا|من هنا|اضغط هنا|انقر هنا|اضغط|انقر|المزيد|اقرأ المزيد|اقرأ أكثر|لمعرفة المزيد|للمزيد|رابط|الرابط|هذا الرابط|التفاصيل|تفاصيل
bg: тук|натиснете тук|кликнете тук|цъкнете тук|още|повече|виж още|вижте още|прочети още|прочетете повече|научете повече|връзка|линк|подробности
ca: aquí|ací|feu clic aquí|fes clic aquí|cliqueu aquí|clica aquí|més|llegir més|llegeix més|veure més|més informació|enllaç|aquest enllaç|detalls
cs: zde|tady|klikněte zde|klikni zde|zde klikněte|klikněte sem|sem|více|číst více|číst dál|čtěte více|více informací|zjistit více|odkaz|tento odkaz|podrobnosti
da: her|klik her|tryk her|mere|læs mere|læs videre|se mere|mere information|link|dette link|linket|detaljer
de: hier|hier klicken|klick hier|klicke hier|klicken sie hier|mehr|mehr dazu|mehr lesen|mehr erfahren|weiterlesen|lesen sie mehr|mehr informationen|weitere informationen|link|der link|dieser link|diesem link|details|diese seite|dieser seite
el: εδώ|κάντε κλικ εδώ|κλικ εδώ|πατήστε εδώ|περισσότερα|δείτε περισσότερα|διαβάστε περισσότερα|μάθετε περισσότερα|σύνδεσμος|λεπτομέρειες
en: here|click here|click this|click this link|press here|tap here|follow this link|right here|over here|this|this one|this link|this page|this site|this website|this article|link|the link|more|more info|more information|more details|read more|read on|read this|learn more|find out more|see more|show more|view more|see here|details|info|continue reading
es: aquí|aqui|clic aquí|haga clic aquí|haz clic aquí|pulse aquí|pulsa aquí|pinche aquí|pincha aquí|clica aquí|más|leer más|lee más|lea más|ver más|saber más|seguir leyendo|sigue leyendo|más información|enlace|este enlace|el enlace|esta página|detalles
et: siin|siit|kliki siin|kliki siia|klõpsa siin|klõpsake siin|vajuta siia|rohkem|loe edasi|loe rohkem|loe lähemalt|vaata lähemalt|rohkem infot|link|see link|üksikasjad
eu: hemen|egin klik hemen|klikatu hemen|sakatu hemen|gehiago|irakurri gehiago|gehiago irakurri|ikusi gehiago|informazio gehiago|esteka|esteka hau|xehetasunak
fa: اینجا|این‌جا|اینجا کلیک کنید|کلیک کنید|بیشتر|بیشتر بخوانید|ادامه مطلب|اطلاعات بیشتر|پیوند|لینک|این لینک|این پیوند|جزئیات
fi: tästä|tässä|täältä|täällä|klikkaa tästä|klikkaa tähän|napsauta tästä|paina tästä|lisää|lue lisää|katso lisää|lisätietoja|lisätietoa|linkki|tämä linkki|linkistä
fr: ici|cliquez ici|cliquer ici|clique ici|par ici|appuyez ici|plus|voir plus|lire plus|lire la suite|en lire plus|en savoir plus|savoir plus|plus d'infos|plus d'informations|plus d'information|plus de détails|lien|le lien|ce lien|cette page|cet article|détails
gl: aquí|prema aquí|preme aquí|faga clic aquí|máis|ler máis|le máis|ver máis|máis información|ligazón|esta ligazón|detalles
he: כאן|לחץ כאן|לחצו כאן|לחצי כאן|הקליקו כאן|הקישו כאן|עוד|קרא עוד|קראו עוד|למידע נוסף|לפרטים נוספים|לפרטים|המשך לקרוא|קישור|הקישור|קישור זה|פרטים
hi: यहाँ|यहां|यहाँ क्लिक करें|यहां क्लिक करें|क्लिक करें|यहाँ दबाएँ|यहां दबाएं|और पढ़ें|और देखें|और जानें|अधिक|अधिक पढ़ें|अधिक जानकारी|अधिक जानें|लिंक|यह लिंक|विवरण
hr: ovdje|kliknite ovdje|klikni ovdje|pritisnite ovdje|više|pročitajte više|pročitaj više|saznajte više|saznaj više|vidi više|više informacija|poveznica|link|detalji
hu: itt|ide|ide kattintva|kattintson ide|kattints ide|bővebben|több|további információ|további részletek|tovább olvasom|olvass tovább|olvasson tovább|link|ez a link|részletek
id: di sini|disini|klik di sini|klik disini|tekan di sini|selengkapnya|baca selengkapnya|lihat selengkapnya|lebih lanjut|baca lebih lanjut|pelajari lebih lanjut|tautan|tautan ini|link|link ini|detail
it: qui|qua|clicca qui|cliccare qui|cliccate qui|fai clic qui|fare clic qui|premi qui|più|altro|leggi|leggi di più|leggi tutto|leggi qui|scopri di più|saperne di più|per saperne di più|continua a leggere|maggiori informazioni|ulteriori informazioni|link|questo link|il link|collegamento|questa pagina|dettagli
ja: こちら|ここ|コチラ|こちらから|ここから|ここをクリック|こちらをクリック|クリック|クリックする|こちらをご覧ください|詳しくはこちら|詳細はこちら|くわしくはこちら|詳しく|詳細|詳細を見る|もっと見る|もっと読む|続きを読む|続きはこちら|リンク|このリンク|このページ
ko: 여기|여기를|여기에서|여기서|이곳|여기를 클릭|여기를 클릭하세요|여기를 클릭하십시오|여기를 누르세요|클릭|클릭하세요|더 보기|더보기|자세히|자세히 보기|자세히 알아보기|더 알아보기|더 읽기|계속 읽기|링크|이 링크|상세
lt: čia|spauskite čia|spustelėkite čia|paspauskite čia|daugiau|skaityti daugiau|skaitykite daugiau|plačiau|sužinoti daugiau|daugiau informacijos|nuoroda|ši nuoroda|išsamiau
lv: šeit|te|spiediet šeit|noklikšķiniet šeit|klikšķiniet šeit|vairāk|lasīt vairāk|lasīt tālāk|uzzināt vairāk|uzziniet vairāk|vairāk informācijas|saite|šī saite|sīkāk
nl: hier|klik hier|druk hier|tik hier|meer|meer lezen|lees meer|lees verder|verder lezen|meer info|meer informatie|meer weten|link|de link|deze link|deze pagina|details
no: her|klikk her|trykk her|mer|les mer|les videre|se mer|mer informasjon|mer info|lenke|lenken|denne lenken|link|detaljer
pl: tutaj|tu|kliknij tutaj|kliknij tu|kliknij|naciśnij tutaj|więcej|czytaj więcej|czytaj dalej|przeczytaj więcej|dowiedz się więcej|zobacz więcej|więcej informacji|link|ten link|odnośnik|łącze|szczegóły
pt: aqui|clique aqui|clica aqui|carregue aqui|toque aqui|prima aqui|mais|leia mais|ler mais|ver mais|veja mais|saiba mais|saber mais|continue lendo|continuar lendo|continuar a ler|mais informações|mais detalhes|link|este link|ligação|esta página|detalhes
ro: aici|click aici|clic aici|dă clic aici|dați clic aici|faceți clic aici|apăsați aici|mai mult|mai multe|citește mai mult|citește mai departe|citiți mai mult|află mai multe|aflați mai multe|vezi mai mult|mai multe informații|mai multe detalii|link|legătură|acest link|detalii
ru: здесь|тут|сюда|нажмите здесь|нажмите сюда|нажмите|кликните здесь|кликните сюда|щёлкните здесь|ещё|еще|больше|подробнее|подробно|подробности|читать|читать далее|читать дальше|читать подробнее|узнать больше|узнать подробнее|ссылка|по ссылке|по этой ссылке|эта ссылка|эта страница
sk: tu|sem|tuto|kliknite tu|kliknite sem|klikni sem|viac|čítať viac|čítať ďalej|viac informácií|zistiť viac|odkaz|tento odkaz|podrobnosti
sl: tukaj|tu|kliknite tukaj|klikni tukaj|pritisnite tukaj|več|preberi več|preberite več|beri naprej|več informacij|izvedite več|povezava|podrobnosti
sr: овде|кликните овде|кликни овде|притисните овде|више|прочитајте више|прочитај више|сазнајте више|више информација|веза|линк|детаљи|ovde|kliknite ovde|više|pročitajte više|saznajte više|više informacija|detalji
sv: här|klicka här|tryck här|mer|läs mer|läs vidare|läs mer här|se mer|visa mer|mer information|mer info|länk|länken|denna länk|den här länken|den här sidan|detaljer
ta: இங்கே|இங்கே கிளிக் செய்யவும்|இங்கே சொடுக்கவும்|மேலும்|மேலும் படிக்க|மேலும் அறிய|மேலும் வாசிக்க|இணைப்பு|விவரங்கள்
th: ที่นี่|คลิกที่นี่|คลิก|กดที่นี่|เพิ่มเติม|อ่านเพิ่มเติม|อ่านต่อ|ดูเพิ่มเติม|ข้อมูลเพิ่มเติม|ลิงก์|ลิงค์|ลิงก์นี้|รายละเอียด
tr: burada|buraya|buradan|burası|tıklayın|tıkla|buraya tıklayın|buraya tıkla|tıklayınız|daha fazla|daha fazlası|devamı|devamını oku|daha fazla bilgi|daha fazla oku|bağlantı|bu bağlantı|link|ayrıntılar|detaylar
uk: тут|сюди|натисніть тут|натисніть сюди|клацніть тут|натисніть|ще|більше|докладніше|детальніше|читати|читати далі|читати більше|дізнатися більше|дізнатись більше|посилання|за посиланням|за цим посиланням|це посилання
vi: đây|ở đây|tại đây|vào đây|bấm vào đây|nhấn vào đây|nhấp vào đây|click vào đây|xem thêm|đọc thêm|đọc tiếp|tìm hiểu thêm|thêm thông tin|liên kết|liên kết này|chi tiết|xem chi tiết
zh: 这里|此处|这儿|点击这里|点击此处|点这里|点此|请点击|点击|单击此处|更多|阅读更多|查看更多|了解更多|阅读全文|继续阅读|更多信息|链接|这个链接|此链接|详情|查看详情|這裡|此處|這裏|點擊這裡|點擊此處|點這裡|點此|按此|按這裡|點擊|閱讀更多|查看更多|了解更多|瞭解更多|閱讀全文|繼續閱讀|更多資訊|連結|此連結|詳情|詳細
"""

_IMAGES = """
ar: صورة|الصورة|صوره|رسم|رسم بياني|شعار|أيقونة|لقطة شاشة|رسم توضيحي
bg: изображение|картинка|снимка|фотография|графика|диаграма|лого|икона|екранна снимка|илюстрация
ca: imatge|foto|fotografia|gràfic|diagrama|icona|captura de pantalla|il·lustració|figura|logotip
cs: obrázek|fotka|foto|fotografie|graf|diagram|logo|ikona|snímek obrazovky|ilustrace
da: billede|foto|fotografi|grafik|diagram|logo|ikon|skærmbillede|illustration|figur
de: bild|das bild|ein bild|foto|fotografie|grafik|diagramm|logo|icon|symbol|bildschirmfoto|illustration|abbildung|platzhalter
el: εικόνα|φωτογραφία|γράφημα|διάγραμμα|λογότυπο|εικονίδιο|στιγμιότυπο οθόνης
en: image|an image|the image|picture|a picture|photo|a photo|photograph|pic|graphic|graph|chart|diagram|figure|illustration|drawing|logo|icon|img|alt|alt text|screenshot|screen shot|image of|picture of|photo of|placeholder|spacer|thumbnail|thumb|banner|untitled|todo|tbd|insert alt text here|image description|description|no description|image alt|image alt text
es: imagen|una imagen|la imagen|foto|fotografía|gráfico|diagrama|figura|ilustración|logo|logotipo|icono|captura de pantalla
et: pilt|foto|graafik|diagramm|logo|ikoon|kuvatõmmis|joonis
eu: irudia|argazkia|grafikoa|diagrama|logoa|ikonoa|pantaila-argazkia
fa: تصویر|عکس|نمودار|لوگو|نشان|آیکون|نماد|تصویر صفحه
fi: kuva|valokuva|kaavio|kuvio|logo|ikoni|kuvake|kuvakaappaus|piirros
fr: image|une image|l'image|photo|une photo|photographie|graphique|diagramme|schéma|figure|illustration|logo|icône|capture d'écran|capture|vignette
gl: imaxe|foto|fotografía|gráfico|diagrama|figura|logotipo|icona|captura de pantalla
he: תמונה|תצלום|צילום|גרף|תרשים|לוגו|סמל|אייקון|צילום מסך|איור
hi: चित्र|तस्वीर|फोटो|फ़ोटो|छवि|ग्राफ|आरेख|लोगो|आइकन|स्क्रीनशॉट
hr: slika|fotografija|grafikon|dijagram|logo|ikona|snimka zaslona|ilustracija
hu: kép|fénykép|fotó|grafikon|ábra|diagram|logó|ikon|képernyőkép|illusztráció
id: gambar|foto|grafik|diagram|logo|ikon|tangkapan layar|ilustrasi
it: immagine|un'immagine|foto|fotografia|grafico|diagramma|figura|illustrazione|logo|icona|schermata|screenshot
ja: 画像|写真|図|イメージ|グラフ|図表|イラスト|ロゴ|アイコン|スクリーンショット|バナー
ko: 이미지|사진|그림|그래프|차트|도표|로고|아이콘|스크린샷|배너
lt: vaizdas|nuotrauka|paveikslėlis|grafikas|diagrama|logotipas|piktograma|ekrano kopija|iliustracija
lv: attēls|foto|fotogrāfija|grafiks|diagramma|logotips|ikona|ekrānuzņēmums
nl: afbeelding|een afbeelding|plaatje|foto|grafiek|diagram|figuur|illustratie|logo|icoon|pictogram|schermafbeelding
no: bilde|foto|fotografi|graf|diagram|figur|illustrasjon|logo|ikon|skjermbilde
pl: obraz|obrazek|zdjęcie|foto|fotografia|wykres|diagram|rysunek|ilustracja|logo|ikona|zrzut ekranu
pt: imagem|uma imagem|a imagem|foto|fotografia|gráfico|diagrama|figura|ilustração|logo|logotipo|ícone|captura de tela|captura de ecrã
ro: imagine|o imagine|poză|foto|fotografie|grafic|diagramă|figură|ilustrație|logo|siglă|pictogramă|captură de ecran
ru: изображение|картинка|фото|фотография|рисунок|график|диаграмма|схема|иллюстрация|логотип|иконка|значок|скриншот|снимок экрана
sk: obrázok|fotka|foto|fotografia|graf|diagram|logo|ikona|snímka obrazovky|ilustrácia
sl: slika|fotografija|graf|diagram|logotip|ikona|posnetek zaslona|ilustracija
sr: слика|фотографија|графикон|дијаграм|лого|икона|снимак екрана|илустрација|slika|fotografija|grafikon|dijagram|ikona
sv: bild|en bild|foto|fotografi|graf|diagram|figur|illustration|logotyp|logga|ikon|skärmbild|skärmdump
ta: படம்|புகைப்படம்|வரைபடம்|லோகோ|சின்னம்|திரைக்காட்சி
th: รูป|รูปภาพ|ภาพ|ภาพถ่าย|กราฟ|แผนภาพ|แผนภูมิ|โลโก้|ไอคอน|ภาพหน้าจอ
tr: resim|görsel|görüntü|fotoğraf|foto|grafik|diyagram|şekil|logo|simge|ikon|ekran görüntüsü|çizim
uk: зображення|картинка|фото|фотографія|малюнок|графік|діаграма|схема|ілюстрація|логотип|значок|знімок екрана|скриншот
vi: hình|hình ảnh|ảnh|bức ảnh|biểu đồ|đồ thị|sơ đồ|logo|biểu tượng|ảnh chụp màn hình
zh: 图|图片|图像|照片|图表|示意图|插图|标志|图标|截图|屏幕截图|圖|圖片|圖像|圖表|示意圖|插圖|標誌|圖示|截圖|螢幕截圖
"""

_SAME = {"nb": "no", "nn": "no", "in": "id", "iw": "he"}
"""Languages that share a list, by their own subtag."""
_BEFORE = " [(«‹\"'“‘„¡¿→▶►»›•【「《"
_BEHIND = " .…!?:;,)]»›>\"'”’“→▶►⟩⇒↗。．！：】」》"
"""What may stand around a phrase; not what makes it code, such as `--link` or `<this>`."""
_SHORT = 40
"""Characters; no phrase is longer, and nobody need look for one in a long text."""


def link(text: str, tag: str) -> bool:
    """
    Tell whether *text* in the language *tag* could be that of any link.

    >>> link("Read more…", "en-GB"), link("Hier", "de"), link("Start", "de"), link("Hier", "en")
    (True, True, False, False)
    """
    return _has(_LINKS, text, tag)


def image(text: str, tag: str) -> bool:
    """
    Tell whether *text* in the language *tag* could be the alternative of any image.

    >>> image("[Image]", "en"), image("Bild 3", "de"), image("Bild", "en"), image("Logo of Aker", "en")
    (True, True, False, False)
    """
    return _has(_IMAGES, re.sub(r"[\s#.:]*+[0-9]{1,3}\W*$", "", text[: _SHORT + 1]), tag)


def _has(lists: str, text: str, tag: str) -> bool:
    if len(text) > _SHORT:
        return False
    phrases = _lists(lists).get(_subtag(tag), frozenset())
    plain = " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold().split())
    return plain.lstrip(_BEFORE).rstrip(_BEHIND) in phrases


def _subtag(tag: str) -> str:
    subtag = tag.replace("_", "-").partition("-")[0].lower()
    return _SAME.get(subtag, subtag)


@functools.cache
def _lists(lists: str) -> dict[str, frozenset[str]]:
    """Give the phrases of each language."""
    parts = (line.partition(": ") for line in lists.split("\n") if line)
    return {tag: frozenset(map(str.casefold, phrases.split("|"))) for tag, _, phrases in parts}
