"""Number words as plain data: what `words` reads, by language."""

from __future__ import annotations

from collections.abc import Mapping

# From nothing to twelve, with "/" between the forms of one number.
CARDINALS: Mapping[str, str] = {
    "en": "zero/no one/a/an/single two three four five six seven eight nine ten eleven twelve",
    "de": (
        "null ein/eine/einen/einem/einer/eines/eins zwei drei vier fünf sechs sieben acht neun "
        "zehn elf zwölf"
    ),
    "fr": "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "cero un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "zero un/una/uno/un' due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze",
    "nl": "nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "ru": (
        "ноль/нуля один/одна/одно/одну/одной/одного/одном два/две/двух/двумя/двум "
        "три/трёх/трех/тремя/трем четыре/четырёх/четырех пять/пяти/пятью шесть/шести/шестью "
        "семь/семи/семью восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати "
        "двенадцать/двенадцати"
    ),
    "uk": (
        "нуль один/одна/одне/одну два/дві/двох/двома три/трьох чотири/чотирьох пять/п'ять/п'яти "
        "шість/шести сім/семи вісім/восьми девять/дев'ять десять/десяти одинадцять дванадцять"
    ),
    "pl": (
        "zero jeden/jedna/jedno/jedną/jednego dwa/dwie/dwóch/dwoma trzy/trzech cztery/czterech "
        "pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć dziesięć/dziesięciu "
        "jedenaście dwanaście"
    ),
    "cs": (
        "nula jeden/jedna/jedno/jednu dva/dvě/dvou tři/tří čtyři/čtyř pět/pěti šest/šesti sedm "
        "osm devět deset jedenáct dvanáct"
    ),
    "sv": "noll en/ett två tre fyra fem sex sju åtta nio tio elva tolv",
    "da": "nul en/et to tre fire fem seks syv otte ni ti elleve tolv",
    "nb": "null en/et/ett to tre fire fem seks sju/syv åtte ni ti elleve tolv",
    "ca": "zero un/una/u dos/dues tres quatre cinc sis set vuit nou deu onze dotze",
    "ro": (
        "zero un/o/unu doi/două trei patru cinci șase șapte opt nouă zece unsprezece "
        "doisprezece/douăsprezece"
    ),
    "tr": "sıfır bir iki üç dört beş altı yedi sekiz dokuz on onbir oniki",
    "ar": (
        "صفر واحد/واحدة/واحدا/واحدًا اثنان/اثنين/اثنتان/اثنتين/إثنين ثلاث/ثلاثة أربع/أربعة "
        "خمس/خمسة ست/ستة سبع/سبعة ثمان/ثماني/ثمانية تسع/تسعة عشر/عشرة أحد اثنا"
    ),
    "hi": "शून्य एक दो तीन चार पांच/पाँच छह/छः सात आठ नौ दस ग्यारह बारह",
    "fa": "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده",
}

# The same numbers by other words: ordinals, multiples, parts, tens, and what counts without a number.
# A star stands behind a stem that takes endings. They only excuse: a word that is rarely a number is here
# all the same.
OTHERS: Mapping[str, str] = {
    "en": (
        "0: none nothing zero*; 1: once first* single one* monthly daily individual; 2: twice "
        "binary square* second* double* both couple pair* half* two* dual bi* twin alternate "
        "other; 3: thrice third* triple* three*; 4: fourth* four* quarter* quadr*; 5: fifth* "
        "five*; 6: sixth* six*; 7: seventh* seven* week*; 8: eighth* eight* octal*; 9: ninth* "
        "nine*; 10: tenth* ten decade* decimal*; 11: eleven*; 12: twelfth* dozen* noon midday; "
        "13: thirteen*; 14: fourteen* fortnight*; 15: fifteen* quarter*; 16: sixteen* hex*; 17: "
        "seventeen*; 18: eighteen*; 19: nineteen*; 20: twent*; 30: thirt* half; 40: fort* forty*; "
        "50: fift* half; 60: sixt*; 70: sevent*; 80: eight*; 90: ninet*; 100: hundred* century "
        "centuries entire* full* whole*; 1000: thousand*; 24: day* daily clock midnight; 0.5: "
        "half; 1/2: half; 1/4: quarter*; 1/3: third*; 25: quarter*; 21: twenty-one*; 22: "
        "twenty-two*; 28: twenty-eight*; 1000000: million*; 1000000000: billion*; 3/4: "
        "three-quarters quarters; 0.25: quarter*; 2/3: two-thirds thirds; 52: year"
    ),
    "de": (
        "0: kein* null*; 1: erst* ein* einmal täglich; 2: zweit* zwei* beid* doppel* paar* halb*; "
        "3: dritt* drei*; 4: viert* vier*; 5: fünf*; 6: sechs*; 7: sieb* woche*; 8: acht*; 9: "
        "neun*; 10: zehn* jahrzehnt*; 11: elf*; 12: zwölf* dutzend* mittag*; 14: vierzehn*; 15: "
        "fünfzehn* viertel*; 20: zwanzig*; 30: dreißig* halb*; 40: vierzig*; 50: fünfzig* hälfte; "
        "60: sechzig*; 70: siebzig*; 80: achtzig*; 90: neunzig*; 100: hundert* jahrhundert*; "
        "1000: tausend*; 24: tag rund mitternacht; 0.5: halb* hälfte; 1/2: halb* hälfte; 1/4: "
        "viertel*; 1/3: drittel*; 3/4: dreiviertel*; 25: viertel*; 1.5: anderthalb* eineinhalb*; "
        "2.5: zweieinhalb*; 2/3: zweidrittel* drittel; 1000000: million*"
    ),
    "fr": (
        "0: aucun* nul* pas; 1: premi* unique* quotidien* seul*; 2: deuxième* second* double* bi* "
        "demi* moitié paire* couple* biquotidien*; 3: troisième* tiers triple* tri* tier*; 4: "
        "quatrième* quart* quadr*; 5: cinquième* cinq*; 6: sixième*; 7: septième* semaine*; 8: "
        "huitième* huitaine; 9: neuvième*; 10: dixième* dizaine* décennie*; 12: douzième* "
        "douzaine* midi; 14: quatorze* quinzaine; 15: quinze* quinzaine quart*; 16: seize*; 20: "
        "vingt*; 30: trente* trentaine demi*; 40: quarant*; 50: cinquant* moitié; 60: soixante*; "
        "100: cent* siècle*; 1000: mille* millier*; 24: jour* minuit; 0.5: demi* moitié; 1/2: "
        "demi* moitié; 1/4: quart*; 1/3: tiers; 25: quart*; 1000000: million*; 3/4: quarts; 2/3: "
        "tiers"
    ),
    "es": (
        "0: ningun* ningún cero*; 1: primer* diari* únic* sol*; 2: segund* doble* ambos ambas "
        "mitad medi* par dos* bi*; 3: tercer* triple* tri*; 4: cuart* cuatro*; 5: quint* cinco*; "
        "6: sext* seis*; 7: séptim* siete* semana*; 8: octav* ocho*; 9: noven* nueve*; 10: décim* "
        "decen* década*; 11: undécim*; 12: docen* mediodía; 14: catorce* quincen*; 15: quince* "
        "cuarto*; 20: veint*; 30: treint* medi*; 40: cuarent*; 50: cincuent* mitad; 60: sesent*; 70: setent*; 80: ochent*; 90: novent*; "
        "100: cien* siglo*; 1000: mil miles; 24: día* medianoche; 0.5: medi* mitad; 1/2: medi* "
        "mitad; 1/4: cuart*; 1/3: terci*; 25: cuart*; 1000000: mill*; 2/3: tercios; 3/4: cuartos"
    ),
    "it": (
        "0: nessun*; 1: prim* unic* quotidian* sol*; 2: second* doppi* entramb* metà mezz* coppi* "
        "bi*; 3: terz* tripl* tri*; 4: quart* quattro*; 5: quint* cinque*; 6: sest* sei*; 7: "
        "settim* sette*; 8: ottav* otto*; 9: non*; 10: decim* decin* decenni*; 12: dozzin* "
        "mezzogiorno; 15: quindic* quarto; 20: vent*; 30: trent* mezz*; 40: quarant*; 50: "
        "cinquant* metà; 60: sessant*; 70: settant*; 80: ottant*; 90: novant*; 100: cent* secol*; 1000: mill* mila*; 24: giorn* "
        "mezzanotte; 0.5: mezz* metà; 1/2: mezz* metà; 1/4: quart*; 1/3: terz*; 25: quart*; "
        "1000000: milion*"
    ),
    "pt": (
        "0: nenhum*; 1: primeir* diári* únic*; 2: segund* dobr* dupl* ambos ambas metade mei* par "
        "bi*; 3: terceir* tripl* terç*; 4: quart* quatro*; 5: quint* cinco*; 6: sext* seis*; 7: "
        "sétim* sete* seman*; 8: oitav* oito*; 9: non* nove*; 10: décim* dezen* década*; 12: "
        "dúzi* meio-dia; 14: catorze* quatorze* quinzen*; 15: quinze* quarto*; 20: vint*; 30: "
        "trint* mei*; 40: quarent*; 50: cinquent* metade; 60: sessent*; 70: setent*; 80: oitent*; 90: novent*; 100: cem cent* sécul*; "
        "1000: mil milhar*; 24: dia* meia-noite; 0.5: mei* metade; 1/2: mei* metade; 1/4: quart*; "
        "1/3: terç*; 25: quart*; 1000000: milh*"
    ),
    "nl": (
        "0: geen*; 1: eerst* één* eenmal* een* dagelijks*; 2: tweed* twee* beid* dubbel* half* "
        "helft paar; 3: derd* drie*; 4: vierd* vier* kwart*; 5: vijf*; 6: zes*; 7: zeven* week*; "
        "8: acht*; 9: negen*; 10: tien* decenni*; 12: twaalf* dozijn* middag*; 14: veertien*; 15: "
        "vijftien* kwartier*; 20: twintig*; 30: dertig* half*; 40: veertig*; 50: vijftig* helft; "
        "60: zestig*; 70: zeventig*; 80: tachtig*; 90: negentig*; 100: honderd* eeuw*; 1000: duizend*; 24: dag* etmaal middernacht; 0.5: "
        "half* halve*; 1/2: half* halve* helft; 1/4: kwart*; 1/3: derde*; 25: kwart*; 1.5: "
        "anderhalf* anderhalve; 1000000: miljoen*"
    ),
    "ru": (
        "0: нет ни нул*; 1: перв* одн* раз ежедневн* единств*; 2: втор* дв* двух* дважды оба обе "
        "обеих обоих пара пару половин* пол* второй; 3: трет* тр* трижды тройн*; 4: четверт* "
        "четыр* четырежды; 5: пят*; 6: шест*; 7: седьм* семи* недел*; 8: восьм* восем*; 9: "
        "девят*; 10: десят* десятилет*; 11: одиннадцат*; 12: двенадцат* дюжин* полдень полудн*; "
        "14: четырнадцат*; 15: пятнадцат* четверть; 20: двадцат*; 30: тридцат* пол*; 40: сорок* "
        "сорока; 50: пятьдесят* половин*; 60: шестьдесят*; 100: сто ста сот* век* столет*; 1000: "
        "тысяч*; 24: сут* день полноч*; 0.5: пол*; 1/2: пол*; 1/4: четверт*; 1/3: трет*; 25: "
        "четверт*; 1.5: полтор*; 1000000: миллион*"
    ),
    "ar": (
        "0: لا; 1: أول* الأول* مرة يومي* مره; 2: مرتين مرتان ثاني* الثاني* نصف كلا ضعف زوج* اثن*; "
        "3: ثالث* الثالث* ثلاث* ثلث; 4: رابع* الرابع* ربع أربع*; 5: خامس* الخامس* خمس*; 6: سادس* "
        "السادس* ست*; 7: سابع* السابع* سبع* أسبوع*; 8: ثامن* الثامن* ثمان*; 9: تاسع* التاسع* "
        "تسع*; 10: عاشر* العاشر* عقد عشر*; 12: ظهر* اثنتي اثني اثنا اثنتا; 15: ربع خمسة خمس; 20: "
        "عشرون عشرين; 21: الحادي; 30: ثلاثون ثلاثين نصف; 40: أربعون أربعين; 50: خمسون خمسين نصف; 60: ستون "
        "ستين; 100: مئة مائة قرن القرن; 1000: ألف آلاف; 24: يوم*; 0.5: نصف; 1/2: نصف; 1/4: ربع; "
        "1/3: ثلث; 25: ربع; 1000000: مليون*"
    ),
    "pl": (
        "1: pierwsz* jedn*; 2: drug* dw* oba obie podwój* połow* pół*; 3: trzec* trz*; 4: czwart* "
        "czter*; 5: piąt* pięc*; 10: dziesią*; 12: tuzin* dwunast*"
    ),
    "uk": (
        "1: перш* одн*; 2: друг* дв* обидв* пів*; 3: трет* тр*; 4: четверт* чотир*; 5: п'ят* "
        "п’ят* пят*; 10: десят*"
    ),
}

# Words that are also something else: no proof that a number is meant.
AMBIGUOUS: Mapping[str, str] = {
    "ca": "dos deu nou set sis",
    "da": "fem ni ti to tre",
    "de": "acht elf",
    "fr": "neuf six",
    "it": "sei",
    "nb": "to",
    "nl": "acht",
    "sv": "nio sex",
}
