"""German, Dutch and Arabic words that are taken for others."""

from __future__ import annotations

from pipeline.prose.typography.slips import Slip


def _warning(pattern: str, right: str) -> Slip:
    return Slip(pattern, right, "warning", "unsafe")


_HET = (
    "boek huis kind brood raam venster bestand ziekenhuis bed bord glas vlees zout ei hart lichaam oog oor been dorp "
    "vonnis medicijn recept deeg gras onkruid netwerk scherm programma wachtwoord toetsenbord meisje jongetje "
    "antwoord probleem gesprek gebouw apparaat formulier bedrijf verzoek kantoor gewas fruit bloed water vuur mes potje"
)
_DE = (
    "man vrouw tuin straat stad keuken deur tafel stoel kamer arts dokter patiënt plant boom bloem vrucht huid hand "
    "voet maag koorts dosis behandeling wet rechter huurder verhuurder werkgever buurman oven pan schaal knop computer "
    "website pagina map auto fiets winkel school les brief rekening boete"
)
_OWNED_NL = (
    "moeder vader broer zus huis fiets auto telefoon arts dokter huisarts lichaam leven gezondheid mening naam adres werk kind "
    "kinderen medicijnen medicijn tuin hand handen arm been voeten hoofd bloeddruk contract huur wachtwoord computer account "
    "rekening handtekening afspraak hond kat planten vraag vragen"
)
# Behind a noun: what shows that it is not the first part of another one ("de bestand server").
_ENDS_NL = r"(?=[.,;:!?)]|$| (?:van|in|op|met|voor|te|is|was|wordt|werd|heeft|en|of|die|dat|aan|uit|bij|om|kan|moet|staat|ligt|zit|kreeg|na|naar|door|niet|als|zijn|waren|werden|krijgt|goed|wat)\b)"

GERMAN = (
    Slip(
        r"(darauf|daran|dafür|davon|dazu|damit|darüber|darum|sagte|sagten|erklärte|meinte|glaubte|wusste|wussten|hoffte|dachte|zeigte|zeigten|ergab|ergaben|wissen|finden|bekannt|wahrscheinlich|unwahrscheinlich|richtig|notwendig|nötig|erforderlich|überzeugt|glaube nicht|glauben nicht|denke nicht|wusste nicht|weiß nicht|hoffe sehr|sorgen sie|beachten sie|bedenken sie), das(?= (?:er|sie|man|wir|ich|die|der|den|dem|sich|ein|eine|einen|es|ihr|ihre|ihr|kein|keine|alle|mein|meine|jede|jeder|viele)\b (?!ist\b|war\b|wird\b|sind\b))",
        r"\1, dass",
        "warning",
        "unsafe",
    ),
    _warning(
        r"(?:^|(?<=\. ))(das (?!gefühl|problem|risiko|wissen|argument|ergebnis|beste|gute|ziel|urteil|fazit|versprechen|verständnis|bewusstsein|zeichen|gerücht|glück|wichtigste|schlimmste|einzige)\w+), dass(?= (?:(?:ich|wir|er|man|du|ihr|sie|dort|hier|auf|im|in) \w+(?: \w+)?,))",
        r"\1, das",
    ),
    Slip(
        r"(?<!ihr )seid(?= (?:(?:dem|der|kurzem|langem|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|mitte|wann|jeher|gestern|heute|\d+|vielen|mehreren|über|etwa|rund)\b(?! (?:beste|größte))))",
        "seit",
    ),
    _warning(
        r"((?:ist|sind|war|waren|wird|werden|noch|viel|deutlich|heute|etwas|wesentlich|weit|wirkt|läuft|arbeitet|schmeckt|kostet|dauert|wächst|wachsen) (?!aber|immer|unser|oder|wieder|weiter|sicher|leider|bisher|daher|vorher|nachher|unter|über|hinter|jeder|dieser|welcher|keiner|einer|anderer|ihrer|seiner|lecker|sauber|bitter|sauer|teuer|locker|hier|der|er|wer|mager|super|inner|außer)[a-zäöüß]{3,}er|mehr|besser|weniger|eher|lieber|anders) wie(?= (?:der|die|das|den|dem|ein|eine|einen|einem|gestern|heute|früher|vorher|ich|du|er|sie|wir|ihr|mein|meine|sein|seine|ihr|andere|alle|im|am|in)\b(?! (?:oben|zuvor)))",
        r"\1 als",
    ),
    Slip(
        r"(ich|wir|sie|er|man) (hoffe|hoffen|hofft|glaube|glauben|glaubt|weiß|wissen|denke|denken|denkt|meine|meinen|meint|sage|sagen|sagt|sagte) dass",
        r"\1 \2, dass",
    ),
    Slip(
        r"(heißt|bedeutet|zeigt|zeigen|wichtig|klar|sicher|möglich|darauf|dafür|daran|davon) dass",
        r"\1, dass",
    ),
    Slip(
        r"(ist|weiß|wissen|fragt|fragen|unklar|offen|prüfen|prüft) ob(?= (?:der|die|das|ein|eine|sie|er|es|wir|ich|man|ihr|ihre|dies)\b)",
        r"\1, ob",
    ),
    Slip(r"den(?=\?)", "denn"),
    Slip(
        r"wieder(leg\w*|ruf|rufen|rufs|willen|wärtig\w*|hall|streben|sacher\w*|haken)(?! lassen)",
        r"wider\1",
    ),
    Slip(r"(?:garnicht)", "gar nicht"),
    Slip(r"(?:garkein)(e|en|er|em|es)?", r"gar kein\1"),
    Slip(r"(?:desweiteren)", "des Weiteren"),
    Slip(r"(?:zumindestens)", "zumindest"),
    Slip(r"(?:vorallem)", "vor allem"),
    Slip(r"(?:aufjedenfall)", "auf jeden Fall"),
    Slip(r"(?:einzigste)(n|r|s|m)?", r"einzige\1"),
)
DUTCH = (
    Slip(rf"de(?= (?:{'|'.join(_HET.split())}){_ENDS_NL})", "het", "warning", "unsafe"),
    Slip(r"de(?= (?:\w{2,}(?:tje|pje|kje|sje|etje)\b))(?! (?:beetje|etje)\b)", "het"),
    Slip(
        rf"(?<!is )(?<!was )(?<!als )(?<!of )(?<!dat )(?<!wordt )(?<!maakt )(?<!heeft )het(?= (?:{'|'.join(_DE.split())}){_ENDS_NL})",
        "de",
        "warning",
        "unsafe",
    ),
    Slip(
        rf"(?<!is )(?<!was )(?<!dat )(?<!als )(?<!maakt )(?<!wordt )het(?= \w{{3,}}(?:heid|iteit|atie|logie){_ENDS_NL})",
        "de",
        "warning",
        "unsafe",
    ),
    Slip(
        rf"(het (?:{'|'.join(_HET.split())}|\w+tje)) wat(?= (?:ik|je|jij|u|hij|zij|ze|we|wij|te|in|op|de|het|er|nu|al|hier)\b)",
        r"\1 dat",
        "warning",
        "unsafe",
    ),
    Slip(rf"jou(?= (?:(?:{'|'.join(_OWNED_NL.split())})\b))", "jouw", "warning", "unsafe"),
    _warning(
        r"((?:de|het|een|mijn|haar|zijn|onze) \w+|hij|ik|ze) zij(?= dat (?:de|het|een|er|ik|hij|ze|we|je|u|zij|mijn|haar|zijn)\b)",
        r"\1 zei",
    ),
    Slip(
        r"hun(?= (?:(?:hebben|gaan|willen|moeten|wonen|krijgen|hadden|waren|zeggen|kunnen|zullen|mogen|vinden|denken) ))(?<!van hun )(?<!met hun )(?<!voor hun )(?<!naar hun )(?<!door hun )(?<!in hun )",
        "zij",
        "warning",
        "unsafe",
    ),
    _warning(
        r"(?<!niet )(meer|minder) (?!niet\b|dan\b|zo\b|voor\b|of\b|in\b|op\b)(\w+) als(?= (?:haar|zijn|hun|mijn|onze|jouw|uw|jij|ik|wij|vorig|vroeger|gemiddeld|een ander|anderen|de (?:buurman|buren|rest|meeste|andere)))",
        r"\1 \2 dan",
    ),
    _warning(
        r"((?:grot|klein|bet|slecht|snell|langzam|oud|jong|sterk|zwakk|hog|lag|lang|kort|zwaard|goedkop|duurd|vak|mind|veilig|lekkerd|lekker|warm|koud|nat|drog|zacht|hard|dikk|dunn|breed|small|rijk|arm|schon|nieuw)er|groter|beter|lekkerder|kouder|droger|dikker|zwaarder|duurder|goedkoper|hoger|lager|ouder) als(?= (?:de|een|mijn|verwacht|gisteren|vroeger|vorig|gewoon|normaal)\b(?! \w+ (?:je|u|het|de|er|we)\b))",
        r"\1 dan",
    ),
    Slip(r"te[nr]? alle[nr]? tijde?n?(?<!te allen tijde)", "te allen tijde"),
    Slip(r"éen", "één"),
    Slip(r"(ik|hij|zij|we|u) (heb|heeft|hebt|hebben) nog noo?it(?= \w)", r"\1 \2 nog nooit"),
    Slip(r"zo(?:ie|i)zo", "sowieso"),
    Slip(r"(?:vindt) jij", "vind jij"),
    Slip(r"(?:ik) (heeft|hebt)", "ik heb"),
    Slip(r"ik (wilt)", "ik wil"),
    Slip(r"u (word)", "u wordt"),
)
ARABIC = (
    Slip(r"([وف]?)الى", r"\1إلى"),
    Slip(r"([وف]?)الي(?= (?!ه|ك)\w{2,})", r"\1إلى"),
    Slip(r"([وف]?)فى", r"\1في"),
    Slip(r"([وف]?)لاكن(ه|ها|هم|نا|ك|ي)?", r"\1لكن\2"),
    Slip(r"([وفبكل]?)هاذا", r"\1هذا"),
    Slip(r"([وفبكل]?)هاذه", r"\1هذه"),
    Slip(r"([وف]?)ذالك", r"\1ذلك"),
    Slip(r"إنشاء الله", "إن شاء الله"),
    Slip(r"انشاء الله", "إن شاء الله"),
    Slip(
        r"(قال|قالت|يقول|تقول|قالوا|قلت|وقال|وقالت|أضاف|وأضاف) ((?:ال\w+ )?)ان(?= \w)",
        r"\1 \2إن",
        "warning",
        "unsafe",
    ),
    Slip(
        r"(يجب|ينبغي|يمكن|لابد|بد|قبل|بعد|منذ|إلى|على|يريد|تريد|نريد|أريد|نعلم|أعتقد|يعتقد|المهم|حيث|رغم|إلا|كما) ان(?= \w)",
        r"\1 أن",
        "warning",
        "unsafe",
    ),
    Slip(
        r"(يعتمد|تعتمد|يؤثر|تؤثر|اضغط|انقر|يحتوي|تحتوي|حصل|الحصول|يساعد|تساعد|بناء|علاوة|حافظ|الحفاظ|احصل|يدل|تدل|أثر|التأثير|المحافظة)( ذلك)? علي",
        r"\1\2 على",
        "warning",
        "unsafe",
    ),
    Slip(
        r"علي(?= (?:(?:ال(?:أقل|الرغم|رغم|نحو|فور|إطلاق)|سبيل|حد|كل|هذا|هذه|ذلك|تلك|أن|أي)\b))",
        "على",
        "warning",
        "unsafe",
    ),
    _warning(
        r"و(?= (?:ال\w{2,}|هو |هي |هذا |هذه |لا |لم |لن |قد |في |من |على |إلى |عن |كان |كانت |يمكن |يجب ))",
        "و",
    ),
    Slip(r"إذن(?= (?:كان|كنت|كانت|لم)\b)", "إذا", "warning", "unsafe"),
    Slip(r"(?:ايضا|ايضاً)", "أيضا"),
    Slip(r"(?:اذا)", "إذا", "warning"),
    Slip(r"(?:او)(?= \w)", "أو", "warning"),
)
