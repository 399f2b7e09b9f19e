"""French and Spanish words that are taken for others."""

from __future__ import annotations

from pipeline.prose.typography.slips import Slip


def _warning(pattern: str, right: str) -> Slip:
    return Slip(pattern, right, "warning", "unsafe")


# French participles, and verbs behind which an infinitive stands.
_PARTICIPLE_FR = r"(?!hiver|fier|cher)(?:\w{2,}(?:é|ée|és|ées)|fini|pris|mis|dit|fait|vu|lu|bu|eu|su|pu|dû|reçu|perdu|choisi|ouvert|offert|rendu|vendu|cuit|écrit)"
_MODAL_FR = r"faut|peut|peux|pouvez|peuvent|doit|dois|devez|doivent|veux|veut|voulez|veulent|vais|allons|allez|devrait|devriez|pourrait|pourriez|pouvoir|devoir"
_NO_INFINITIVE_FR = r"(?!hiver|hier|cher|fier|léger|amer|plaisir|loisir|avenir|souvenir|désir|noir|soir|trottoir|miroir|espoir|pouvoir|devoir|cahier|papier|métier|janvier|février|courrier|dossier|quartier|calendrier|premier|dernier|entier|régulier|particulier)"
_ASKS_ES = {
    "como": "cómo",
    "cuando": "cuándo",
    "donde": "dónde",
    "cual": "cuál",
    "cuales": "cuáles",
    "quien": "quién",
    "quienes": "quiénes",
    "cuanto": "cuánto",
    "cuantos": "cuántos",
    "cuanta": "cuánta",
    "cuantas": "cuántas",
    "adonde": "adónde",
}

FRENCH = (
    Slip(rf"(il|elle|on|qui|cela|ça) à (?!moitié|côté)({_PARTICIPLE_FR})", r"\1 a \2"),
    Slip(
        rf"a ({_NO_INFINITIVE_FR}\w{{2,}}(?:er|ir|oir|dre|ttre|ire))(?= (?:le|la|les|l'|un|une|des|du|de|en|son|sa|ses|au|avec)\b)",
        r"à \1",
        "warning",
        "unsafe",
    ),
    Slip(
        r"(?<!il )(?<!elle )(?<!on )(?<!qui )(?<!y )(?<!n')a (cause de|partir (?:de|du|des)|côté (?:de|du|des)|travers (?:le|la|les|l')|condition (?:de|que)|peine|température ambiante|nouveau|propos (?:de|du|des)|court terme|long terme|jeun|base (?:de|d')|feu (?:doux|vif|moyen)|volonté)",
        r"à \1",
    ),
    Slip(
        r"(grâce|jusqu'|face|suite|rapport|quant|due?s?|conformément|contrairement|par rapport) a (la|le|les|l'|un|une|ce|cette|son|sa|ses|votre|nos|vos)",
        r"\1 à \2",
    ),
    Slip(
        r"(sais|sait|savez|savoir|savent|demande|demander|demandez|voir|voyez|trouver|indique|indiquez|dire|dites)( pas)? ou (est|sont|se trouve|se trouvent|il|elle|vous|on|aller|trouver|mettre|ranger)",
        r"\1\2 où \3",
        "warning",
        "unsafe",
    ),
    Slip(
        r"(moment|jour|cas|endroit|lieu|pays|mesure|ville|matin|soir|année|pièce|là|partout) ou (il|elle|on|vous|nous|ils|elles|je)(?! (?:et|ou)\b)",
        r"\1 où \2",
        "warning",
        "unsafe",
    ),
    _warning(
        r"quand (à la|à l'|à ce|à cette|à son|à sa|à ses|à leur|à leurs|à votre|à vos|aux?) (\w+)(?=,)(?<!fois)(?<!fin)",
        r"quant \1 \2",
    ),
    Slip(
        rf"({_MODAL_FR})( ne pas| pas| aussi| toujours| bien| donc| ensuite)? (?!qualité|santé|beauté|été|café|thé|côté)(\w{{2,}})é(?:e|s|es)?(?= (?:le|la|les|l'|un|une|des|du|de|d'|en|son|sa|ses|votre|vos|à|au|aux|avec|dans|sur)\b)",
        r"\1\2 \3er",
        "warning",
        "unsafe",
    ),
    _warning(
        r"(doit|dois|devez|doivent|peut|peux|pouvez|peuvent|faut|veut|voulez) (?:pris|prit|prends|prend)(?! (?:en|de|la|par)\b)",
        r"\1 prendre",
    ),
    _warning(
        r"(doit|dois|devez|doivent|peut|peux|pouvez|peuvent|faut|veut|voulez) (?:mis|mit|met|mets)",
        r"\1 mettre",
    ),
    Slip(
        r"leurs (a|ai|as|avons|avez|ont|avait|avaient|est|sera|seront|faut|donne|donner|dit|dire|permet|permettre|demande|demander|reste|faire|fait|envoie|envoyer|explique|expliquer)",
        r"leur \1",
        "warning",
        "unsafe",
    ),
    Slip(r"tout les(?= \w+s\b)(?! (?:sépares|opposes)\b)", "tous les"),
    Slip(r"toute les", "toutes les"),
    Slip(r"tous (la|le)(?= \w)", r"tout \1", "warning", "unsafe"),
    Slip(r"toute(?= (?:mes|ses|nos|vos|leurs|ces) )", "toutes"),
    Slip(r"de (entre|abord|ailleurs|après)", r"d’\1"),
    Slip(
        r"(on|ils|elles) (peu|veu)(?= (?:\w+er|\w+ir|\w+re|pas|aussi)\b)",
        r"\1 \2t",
        "warning",
        "unsafe",
    ),
    Slip(
        r"sa (m'|t'|s'|n'|peut|fait|marche|dépend|suffit|change|devient)(?! \w+ (?:est|a)\b)",
        r"ça \1",
        "warning",
        "unsafe",
    ),
)
SPANISH = (
    Slip(
        r"(?<!en )(?<!con )a (?!lado|mercado|estado|cuidado|grado|sentido|pedido|resultado|sonido|partido|contenido|ruido|vestido|abogado|empleado|soldado|teclado|menudo|fecha)(\w{2,}(?:ado|ido)|hecho|dicho|visto|escrito|puesto|roto|abierto|muerto|vuelto|resuelto|recetado)(?= (?:un|una|unos|unas|el|los|las|muchos?|muchas?|muy|bien|mal|que|su|sus|mi|ya|más|dos|tres|hoy|ayer)\b)",
        r"ha \1",
        "warning",
        "unsafe",
    ),
    _warning(r"ahí que(?= \w{2,}(?:ar|er|ir|arlo|erlo|arla|erla|arse|erse|irse)\b)", "hay que"),
    _warning(
        r"(?:ay|ahí)(?= (?:un|una|dos|tres|cuatro|cinco|muchos|muchas|pocos|pocas|varios|varias|algunos|algunas|más|menos|que)\b (?!está|es\b|va\b))(?<!¡ay)",
        "hay",
    ),
    _warning(
        r"(?<=¿)(?:que)(?= (?:es|son|debo|debe|hago|hace|pasa|necesito|hay|significa|tipo|hacer|puedo|puede|tal|cantidad|dosis|día|hora|documentos|plantas|pasos|diferencia|sucede|ocurre|quiere|tiene|otr[oa]s?|medidas|síntomas|[a-zñáéíóú]+s)\b)",
        "qué",
    ),
    *(
        _warning(rf"(?<=¿){bare}(?= (?!si\b|si,)\w)", accented)
        for bare, accented in _ASKS_ES.items()
    ),
    Slip(r"no se (cuándo|dónde|cómo|cuál|quién|cuánto|cuánta|cuántos|por qué)", r"no sé \1"),
    Slip(
        r"no se si(?= (?:es|está|debo|puedo|tengo|la|el|los|las|hay|va|me|lo)\b)",
        "no sé si",
        "warning",
        "unsafe",
    ),
    Slip(
        r"(quiero|quiere|quieren|necesito|necesita|necesitan|pida|pide|hay|muchos?|mucha|pocos?|tiene|tienen|nada|nadie|algo|vez|dos|tres|veces|días|semanas|meses|años|horas|minutos|un|no|tarde|es|son|está|están|lo|la|el|los|las|por|de|ponga|añada|use|beba|coma|cada|aún|todavía|mucho) mas(?= [a-zñáéíóú])",
        r"\1 más",
        "warning",
        "unsafe",
    ),
    Slip(r"mas(?= (?:de \w|que \w|o menos))", "más", "warning", "unsafe"),
    Slip(
        r"(?<!de )(?<!en )(?<!a )(?<!con )(?<!por )(?<!para )esta(?= (?:(?!lado|estado|sentido|partido)\w{3,}(?:ado|ido|ados|idos)\b))",
        "está",
    ),
    _warning(
        r"(ella|él|usted|ello|eso|esto|ya|que|todo|donde|se) esta(?= (?:(?:en|muy|bien|mal|a|al|de|lista?|listo|enferm[oa]|segur[oa]|sol[oa]|llen[oa]|abiert[oa]|clar[oa]|sec[oa]|disponible|\w+ada|\w+ida|\w+ando|\w+iendo)\b))",
        r"\1 está",
    ),
    _warning(
        r"(no (?:es|son|era|eran|fue|cuesta|tiene|hay|está|basta|se trata de|solo)\b[^,.;:?!]{1,50}), si no(?= (?:un|una|el|la|los|las|que|de|por|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d+|también|muy|más|todo|todos)\b)",
        r"\1, sino",
    ),
    _warning(
        r"(no solo|no sólo|no solamente)( [^,.;:?!]{1,50}),? si no(?= (?:también|que)\b)",
        r"\1\2, sino",
    ),
    Slip(
        r"hubieron(?= (?!de\b|que\b|\w+[aei]do\b|hecho|dicho|visto|puesto|escrito)\w)",
        "hubo",
        "warning",
        "unsafe",
    ),
    _warning(
        r"(habían|habrán|habrían)(?= (?:(?:muchos|muchas|pocos|pocas|varios|varias|algunos|algunas|dos|tres|cuatro|cinco|diez|\d+|unos|unas) ))",
        r"había",
    ),
    Slip(r"(?<=¿)por que", "por qué"),
    Slip(r"atra?vez de", "a través de"),
    Slip(r"a traves de", "a través de"),
    Slip(r"(sobretodo)(?= (?:en|si|cuando|por|para|a|con|los|las|el|la)\b)", "sobre todo"),
    Slip(r"a parte de(?= (?:eso|esto|los|las|la|el|que|ser)\b)", "aparte de", "warning", "unsafe"),
    Slip(r"osea", "o sea"),
    Slip(r"asi que", "así que"),
    Slip(r"voy haber", "voy a ver"),
    Slip(r"va haber", "va a haber"),
    Slip(r"(tiene|tienen|tengo|tenemos|hay) que a ver", r"\1 que haber"),
    Slip(r"halla (\w+(?:ado|ido))", r"haya \1", "warning", "unsafe"),
)
