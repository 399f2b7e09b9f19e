"""prose/sound-alike"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.typography import alike, slips
from pipeline.prose.typography.slips import Slip
from pipeline.prose.words import language

_PARTICIPLES = "été eu fait pu dû voulu pris mis dit vu donné commencé montré reçu perdu su permis"
_FR = "|".join(_PARTICIPLES.split())

# Each is wrong whatever stands around it, or nearly so; where the other reading exists at all it is a
# warning. Left out: what only a parser can tell ("das" and "dass" at large, Dutch dt, "ou" and « où »,
# "más" and "mas", "solo"), what is a matter of taste ("malgré que", "a nível de", "há anos atrás"), and
# what a spelling checker sees by itself ("Standart").
_OWN: Mapping[str, Sequence[Slip]] = {
    "fr": (
        Slip(r"(?<!hiver )(?<!automne )(?<!printemps )à été", "a été"),
        Slip(rf"(il|on|qui|elle|cela) à ({_FR})", r"\1 a \2"),
        Slip(r"(il n'y|il y|on y|n'y) à", r"\1 a"),
        Slip(r"ces't", "c’est"),
        Slip(r"c'est à dire", "c’est-à-dire"),
        Slip(r"quant même", "quand même"),
        Slip(
            r"quand à (lui|elle|eux|elles|moi|nous|vous)(?=[ ,])(?! qui)", r"quant à \1", "warning"
        ),
        Slip(r"sa (va|ne|n'est|s'est|m'a)", r"ça \1"),
        Slip(r"ont (va|doit|peut(?!-))", r"on \1", "warning", "unsafe"),
        Slip(r"la où", "là où"),
        Slip(
            r"(ai|as|a|avons|avez|ont|avait|avaient|aurait|auraient|avoir) (?:était|étais|étaient)",
            r"\1 été",
        ),
        Slip(r"(ils|elles) ce sont", r"\1 se sont"),
        Slip(r"il c'est (?=\w+[éiut]s? )", "il s’est ", "warning", "unsafe"),
        Slip(r"tous le monde", "tout le monde"),
        Slip(r"toute les", "toutes les"),
        Slip(
            r"tout les (jours|mois|ans|patients|autres|deux|matins|soirs|enfants|cas|médecins|gens)",
            r"tous les \1",
        ),
        Slip(r"(il|lui) leurs (faut|a|donne|dit|permet|reste)", r"\1 leur \2"),
    ),
    "es": (
        Slip(r"(?<!\w )haber si", "a ver si"),
        Slip(r"no se (?:que|qué) (hacer|decir|pensar|pasa|es|más)", r"no sé qué \1"),
        Slip(r"(se|me|le|lo|nos|les) a (\w{3,}[ai]do)", r"\1 ha \2"),
        Slip(
            r"(no|él|ella|que) a (comido|sido|tenido|dormido|recibido|mejorado|cambiado|tomado|llegado|demostrado|empezado|hecho)",
            r"\1 ha \2",
        ),
        Slip(
            r"mas (de (?:\d+|una?|dos|tres|la)|información|importantes?|tarde|graves?|alt[oa]s?|baj[oa]s?|grandes?)",
            r"más \1",
            "warning",
        ),
        Slip(
            r"(a|ha|he|has|han|hemos|había|habían|haber) echo(?! de menos)",
            r"\1 hecho",
            "warning",
            "unsafe",
        ),
        Slip(r"de echo", "de hecho"),
        Slip(r"a (sido|habido|podido)", r"ha \1"),
        Slip(
            r"(?:vamos|voy|vas|va|van) haber (si|qué|que|cómo|cuándo)",
            r"vamos a ver \1",
            "warning",
            "unsafe",
        ),
        Slip(r"(que|cuando|aunque|no) halla (sido|hecho|tenido|habido|podido)", r"\1 haya \2"),
        Slip(r"hubieron (muchos|muchas|pocos|pocas|varios|varias|algunos|algunas)", r"hubo \1"),
        Slip(
            r"habían (muchos|muchas|pocos|pocas|varios|varias|algunos|algunas)",
            r"había \1",
            "warning",
        ),
        Slip(r"(para|sin|sobre|de|por) mi(?=[,.;:!?)])", r"\1 mí", "warning"),
        Slip(r"a mi me", "a mí me"),
        Slip(r"(con|para|de|por|sin) el(?=[,.;)])", r"\1 él", "warning"),
        Slip(r"tu (eres|tienes|puedes|debes|quieres|sabes|vas|has)", r"tú \1"),
        Slip(r"esta (siendo|haciendo|teniendo|tomando|pasando|trabajando|usando)", r"está \1"),
        Slip(r"el porque de", "el porqué de"),
    ),
    "pt": (
        Slip(r"à (fazer|ser|ter|ver|dizer|tomar|dormir)", r"a \1"),
        Slip(r"houveram (muitos|muitas|vários|várias|alguns|algumas|casos|problemas)", r"houve \1"),
        Slip(r"haviam (muitos|muitas|vários|várias|alguns|algumas)", r"havia \1", "warning"),
        Slip(r"fazem (\w+ (?:anos|meses|dias|semanas) que)", r"faz \1"),
        Slip(
            r"a ((?:muito|algum|pouco) tempo|(?:dois|três|dez|muitos|vários|alguns|poucos|\d+) (?:anos|dias|meses)) atrás",
            r"há \1 atrás",
        ),
        Slip(r"daqui há", "daqui a"),
        Slip(r"(eles|elas) tem", r"\1 têm"),
        Slip(r"(eles|elas) vem", r"\1 vêm"),
        Slip(r"esta (sendo|fazendo|tendo|tomando|passando|trabalhando|usando)", r"está \1"),
        Slip(r"à (partir|todos|ele|eles|você|vocês|cada)", r"a \1"),
        Slip(
            r"(que|se|quando|como|onde) agente (vai|tem|faz|pode|quer|precisa|sabe)",
            r"\1 a gente \2",
        ),
        Slip(r"o porque d([eoa]s?)", r"o porquê d\1"),
        Slip(r"meio-dia e meio", "meio-dia e meia"),
    ),
    "it": (
        Slip(r"(non|lui|lei|che|chi) a (fatto|avuto|preso|potuto|dovuto|voluto)", r"\1 ha \2"),
        Slip(
            r"(che|non|si|loro) anno (fatto|avuto|detto|preso|potuto|dovuto|voluto)", r"\1 hanno \2"
        ),
        Slip(r"ce (una?|il|stato|stata|bisogno)", r"c’è \1"),
        Slip(r"c'e", "c’è"),
        Slip(r"non e (una?|stat[oa]|possibile|vero|necessario)", r"non è \1"),
        Slip(r"al di la(?! \w+ di)", "al di là", "warning"),
    ),
    "de": (
        Slip(r"(der|die|das|den|dem|des) (selben?)", r"\1\2", "warning"),
        Slip(r"in wie (fern|weit)", r"inwie\1"),
        Slip(
            r"ihr seit (müde|krank|bereit|sicher|fertig|hier|nicht|willkommen)",
            r"ihr seid \1",
            "warning",
        ),
        Slip(
            r"(?<!ihr )seid (gestern|heute|jahren|einem|einer|zwei|drei|wochen|monaten|tagen|langem|kurzem|anfang|ende|beginn)",
            r"seit \1",
        ),
        Slip(r"seit ihr (sicher|bereit|fertig|krank|müde)", r"seid ihr \1", "warning"),
        Slip(r"(ohne|anstatt|außer), das(?= (?:er|sie|es|man|wir|ich|die|der))", r"\1, dass"),
        Slip(r"(ohne|anstatt) das(?= (?:er|man|wir|ich) )", r"\1 dass"),
        Slip(r"dass (ist|heißt)", r"das \1", "warning"),
        Slip(
            r"(glaube|glaubt|denke|denkt|hoffe|hofft|hoffen|glauben|denken|meinen|meint|meine|sagt|sagen|heißt|bedeutet|zeigt|zeigen|wichtig|möglich|sicher|klar|weiß), das(?= (?:er|sie|man|wir|ich|die|der|sich|ein|eine|es) )",
            r"\1, dass",
            "warning",
        ),
        Slip(
            r"wieder(spiegel\w*|spricht|sprechen|spruch|sprüche|stand|standes|stände|steht|stehen)(?<!stehen)",
            r"wider\1",
        ),
        Slip(
            r"((?:grö|hö|schwä|stär|kür|lang|schnell|lang|klein|ält|jüng|höh|niedr|teu|bill|leicht|schwer|schlecht|bess|gesünd)\w*er) wie(?! (?:folgt|bisher|gewohnt|gehabt|immer|üblich|zuvor|vorher))",
            r"\1 als",
            "warning",
            "unsafe",
        ),
    ),
    "nl": (
        Slip(r"jij word", "jij wordt"),
        Slip(r"hij wilt", "hij wil"),
        Slip(
            r"(met|van|voor|over|is|in) jou (moeder|vader|huis|arts|dokter|lichaam|leven|gezondheid|mening|naam)",
            r"\1 jouw \2",
            "warning",
        ),
        Slip(r"(meer \w+) als(?= (?:ik|jij|hij|zij|wij|jullie)[.,!?])", r"\1 dan", "warning"),
        Slip(
            r"((?:grot|klein|bet|slecht|snell|langzam|oud|jong|sterk|zwakk|hog|lag|lang|kort|zwaard|goedkop|duurd|vak|mind|veilig)er|groter|meer|beter|minder|ouder|liever|eerder|hoger|lager) als(?= (?:mij|jou|hem|haar|ons|hen|hun|verwacht|gisteren|voorheen|vroeger|normaal|gemiddeld|vorig|(?:ik|jij|hij|zij|wij|jullie|u)[.,!?]|(?:een|de|mijn|onze|uw) \w+[.,!?]))",
            r"\1 dan",
            "warning",
        ),
        Slip(
            r"anders als(?= (?:mij|jou|hem|ons|hen|verwacht|gisteren|voorheen|vroeger|normaal))",
            "anders dan",
            "warning",
        ),
        Slip(
            r"(?<![\w] )hun (hebben|zijn|gaan|moeten|willen|hadden|waren|gingen|komen)",
            r"zij \1",
            "warning",
        ),
        Slip(r"me (moeder|vader|broer|zus|oma|opa|vrienden|ouders)", r"mijn \1", "warning"),
        Slip(r"ik (?:wordt)", "ik word"),
        Slip(r"(hij|zij) (?:word)", r"\1 wordt"),
        Slip(r"ik (?:vindt)", "ik vind"),
        Slip(r"hij (?:vind)", "hij vindt"),
    ),
    "ru": (
        Slip(r"не смотря на (то|это|все|всё)", r"несмотря на \1"),
        Slip(r"не смотря на", "несмотря на", "warning"),
        Slip(r"не взирая на", "невзирая на", "warning"),
        Slip(
            r"в течении (\w*(?:дня|дней|года|недели|недель|месяца|месяцев|часа|часов|суток|минут|лет|времени|нескольких|всего|первых|первого|двух|трёх|трех))",
            r"в течение \1",
        ),
        Slip(r"из (за|под) (?=\w)", r"из-\1 "),
        Slip(r"(кто|какой|кому|кого) то", r"\1-то", "warning"),
        Slip(
            r"(может|могут|можно|нужно|должен|должна|должны|следует|нельзя|хочет|хочу) (учи|лечи|готови|находи|относи|стреми|нрави|появи)тся",
            r"\1 \2ться",
        ),
        Slip(
            r"(он|она|оно|который|которая|которое) (учи|лечи|готови|находи|относи|стреми|нрави)ться",
            r"\1 \2тся",
            "warning",
        ),
    ),
    "cs": (
        Slip(r"(a|kdy)?by jste", r"\1byste"),
        Slip(r"(a|kdy)by jsme", r"\1bychom"),
        Slip(r"by jsme", "bychom"),
    ),
    "pl": (
        Slip(r"w każdym bądź razie", "w każdym razie"),
        Slip(r"z (pod|nad|poza) (?=\w)", r"s\1 ", "warning"),
        Slip(r"z przed", "sprzed"),
        Slip(r"co dziennie", "codziennie"),
    ),
    "sv": (Slip(r"i bland(?! \w+ning)", "ibland", "warning"),),
    "da": (Slip(r"i mellem", "imellem", "warning"), Slip(r"i gennem", "igennem", "warning")),
}
_TABLE = {name: (*_OWN.get(name, ()), *alike.TABLE.get(name, ())) for name in {*_OWN, *alike.TABLE}}
# Written without spaces, Japanese has no edges of words: these stand nowhere inside another one.
_JAPANESE = re.compile(
    r"(?<=[一-鿿々ヶ少しつり])づつ|こん(?:にち|ばん)わ|(?<=の)ゆう(?=とお)|(?<=と)ゆう(?=こと|もの|わけ|の)|(?<=た|る|の)とうり"
)
_MEANT = {
    "づつ": "ずつ",
    "こんにちわ": "こんにちは",
    "こんばんわ": "こんばんは",
    "ゆう": "いう",
    "とうり": "とおり",
}


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    A word is not taken for another that sounds like it: « a été », "ha sido", „seit gestern“, "groter dan".

    Why: each word is right by itself, so that no spelling checker sees it, and readers stumble.
    Fix: take the suggestion. Only patterns are looked for that are wrong whatever stands around them.
    """
    for passage in prose:
        for hit in slips.find(passage, _TABLE):
            yield slips.found(passage, hit, "is likely")
        if language(passage.locale) == "ja":
            for match in _JAPANESE.finditer(passage.text):
                right = _MEANT[match[0]]
                message = f'"{match[0]}" is likely "{right}"'
                yield Found.of(passage, *match.span(), message, right, fix="unsafe")


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("fr", "Le traitement à été arrêté, quand à lui."),
        ("es", "El estudio a sido largo, y a mi me gusta."),
        ("pt", "Houveram muitos casos à partir de maio."),
        ("it", "Non e vero che anno detto tutto."),
        ("de", "Er ist seid gestern krank."),
        ("nl", "Hun hebben gelijk: hij is groter als mij."),
        ("ru", "Не смотря на это, в течении дня он спал."),
        ("cs", "Chtěli by jste to?"),
        ("pl", "W każdym bądź razie warto."),
        ("sv", "Det gör ont i bland."),
        ("da", "Han gik i gennem skoven."),
        ("ar", "اذهب الى الطبيب."),
        ("ja", "少しづつ飲みます。"),
    ),
    good=(
        ("fr", "Il a été malade d’hiver à été ; quant à lui, tout à fait guéri. Tout les oppose."),
        ("es", "Ha sido largo, va a ser útil y a mi madre le gusta. Te echo de menos."),
        ("pt", "Houve muitos casos a partir de maio, e eles têm razão."),
        ("it", "Non è vero che hanno detto tutto. Ce la fa ogni anno."),
        (
            "de",
            "Ihr seid gestern gekommen, seit Jahren. Das Haus, das er baut, ist besser als so, wie es war.",
        ),
        ("nl", "Ze zijn groter dan wij. Het wordt groter als je klikt, en ik heb hun hulp nodig."),
        ("ru", "Несмотря на это, в течение дня он спал. Он смотрит, не смотря вниз."),
        ("cs", "Chtěli byste to?"),
        ("pl", "W każdym razie warto."),
        ("sv", "Det gör ont ibland."),
        ("da", "Han gik igennem skoven."),
        ("ar", "اذهب إلى الطبيب مع علي."),
        ("ja", "少しずつ飲みます。"),
    ),
    languages=frozenset((*_TABLE, "ja")),
)
