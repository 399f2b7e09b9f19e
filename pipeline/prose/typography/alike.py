"""
Small words taken for others that sound or look like them, by language: what grammar alone gives away.

Each pattern holds the company that makes the other reading impossible: an infinitive never follows
« a », nor a masculine participle "esta". Classes of words are told by their endings and by short lists,
never by whole sentences. What hangs on more than the neighbours stays out, as does what has been
ruled either way lately ("sólo", "Oma's", "té" as letter names).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.prose.typography.slips import Slip


def _warning(pattern: str, right: str) -> Slip:
    return Slip(pattern, right, "warning", "unsafe")


# French participles, and verbs behind which an infinitive stands.
_PARTICIPLE_FR = r"(?!hiver|fier|cher)(?:\w{2,}(?:é|ée|és|ées)|fini|pris|mis|dit|fait|vu|lu|bu|eu|su|pu|dû|reçu|perdu|choisi|ouvert|offert|rendu|vendu|cuit|écrit)"
_MODAL_FR = r"faut|peut|peux|pouvez|peuvent|doit|dois|devez|doivent|veux|veut|voulez|veulent|vais|allons|allez|devrait|devriez|pourrait|pourriez|pouvoir|devoir"
_NO_INFINITIVE_FR = r"(?!hiver|hier|cher|fier|léger|amer|plaisir|loisir|avenir|souvenir|désir|noir|soir|trottoir|miroir|espoir|pouvoir|devoir|cahier|papier|métier|janvier|février|courrier|dossier|quartier|calendrier|premier|dernier|entier|régulier|particulier)"
_HOURS_PT = r"(?:\d+|um|uma|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|vinte|trinta|muitos|muitas|alguns|algumas|vários|várias|poucos|poucas)"
_TIMES_PT = r"(?:anos?|mês|meses|dias?|semanas?|séculos?|décadas?)"
_MANY_PT = r"(?:muit[oa]s|vári[oa]s|algun[s]|algumas|pouc[oa]s|dois|duas|três|quatro|cinco|dez|\d+)"
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

TABLE: Mapping[str, Sequence[Slip]] = {
    "fr": (
        Slip(rf"(il|elle|on|qui|cela|ça) à (?!moitié|côté)({_PARTICIPLE_FR})", r"\1 a \2"),
        Slip(rf"a ({_NO_INFINITIVE_FR}\w{{2,}}(?:er|ir|oir|dre|ttre|ire))(?= (?:le|la|les|l'|un|une|des|du|de|en|son|sa|ses|au|avec)\b)", r"à \1", "warning", "unsafe"),
        Slip(r"(?<!il )(?<!elle )(?<!on )(?<!qui )(?<!y )(?<!n')a (cause de|partir (?:de|du|des)|côté (?:de|du|des)|travers (?:le|la|les|l')|condition (?:de|que)|peine|température ambiante|nouveau|propos (?:de|du|des)|court terme|long terme|jeun|base (?:de|d')|feu (?:doux|vif|moyen)|volonté)", r"à \1"),
        Slip(r"(grâce|jusqu'|face|suite|rapport|quant|due?s?|conformément|contrairement|par rapport) a (la|le|les|l'|un|une|ce|cette|son|sa|ses|votre|nos|vos)", r"\1 à \2"),
        Slip(r"(sais|sait|savez|savoir|savent|demande|demander|demandez|voir|voyez|trouver|indique|indiquez|dire|dites)( pas)? ou (est|sont|se trouve|se trouvent|il|elle|vous|on|aller|trouver|mettre|ranger)", r"\1\2 où \3", "warning", "unsafe"),
        Slip(r"(moment|jour|cas|endroit|lieu|pays|mesure|ville|matin|soir|année|pièce|là|partout) ou (il|elle|on|vous|nous|ils|elles|je)(?! (?:et|ou)\b)", r"\1 où \2", "warning", "unsafe"),
        _warning(r"quand (à la|à l'|à ce|à cette|à son|à sa|à ses|à leur|à leurs|à votre|à vos|aux?) (\w+)(?=,)(?<!fois)(?<!fin)", r"quant \1 \2"),
        Slip(rf"({_MODAL_FR})( ne pas| pas| aussi| toujours| bien| donc| ensuite)? (?!qualité|santé|beauté|été|café|thé|côté)(\w{{2,}})é(?:e|s|es)?(?= (?:le|la|les|l'|un|une|des|du|de|d'|en|son|sa|ses|votre|vos|à|au|aux|avec|dans|sur)\b)", r"\1\2 \3er", "warning", "unsafe"),
        _warning(r"(doit|dois|devez|doivent|peut|peux|pouvez|peuvent|faut|veut|voulez) (?:pris|prit|prends|prend)(?! (?:en|de|la|par)\b)", r"\1 prendre"),
        _warning(r"(doit|dois|devez|doivent|peut|peux|pouvez|peuvent|faut|veut|voulez) (?:mis|mit|met|mets)", r"\1 mettre"),
        Slip(r"leurs (a|ai|as|avons|avez|ont|avait|avaient|est|sera|seront|faut|donne|donner|dit|dire|permet|permettre|demande|demander|reste|faire|fait|envoie|envoyer|explique|expliquer)", r"leur \1", "warning", "unsafe"),
        Slip(r"tout les(?= \w+s\b)(?! (?:sépares|opposes)\b)", "tous les"),
        Slip(r"toute les", "toutes les"),
        Slip(r"tous (la|le)(?= \w)", r"tout \1", "warning", "unsafe"),
        Slip(r"toute(?= (?:mes|ses|nos|vos|leurs|ces) )", "toutes"),
        Slip(r"de (entre|abord|ailleurs|après)", r"d’\1"),
        Slip(r"(on|ils|elles) (peu|veu)(?= (?:\w+er|\w+ir|\w+re|pas|aussi)\b)", r"\1 \2t", "warning", "unsafe"),
        Slip(r"sa (m'|t'|s'|n'|peut|fait|marche|dépend|suffit|change|devient)(?! \w+ (?:est|a)\b)", r"ça \1", "warning", "unsafe"),
    ),
    "es": (
        Slip(r"(?<!en )(?<!con )a (?!lado|mercado|estado|cuidado|grado|sentido|pedido|resultado|sonido|partido|contenido|ruido|vestido|abogado|empleado|soldado|teclado|menudo|fecha)(\w{2,}(?:ado|ido)|hecho|dicho|visto|escrito|puesto|roto|abierto|muerto|vuelto|resuelto|recetado)(?= (?:un|una|unos|unas|el|los|las|muchos?|muchas?|muy|bien|mal|que|su|sus|mi|ya|más|dos|tres|hoy|ayer)\b)", r"ha \1", "warning", "unsafe"),
        _warning(r"ahí que(?= \w{2,}(?:ar|er|ir|arlo|erlo|arla|erla|arse|erse|irse)\b)", "hay que"),
        _warning(r"(?:ay|ahí)(?= (?:un|una|dos|tres|cuatro|cinco|muchos|muchas|pocos|pocas|varios|varias|algunos|algunas|más|menos|que)\b (?!está|es\b|va\b))(?<!¡ay)", "hay"),
        _warning(r"(?<=¿)(?:que)(?= (?:es|son|debo|debe|hago|hace|pasa|necesito|hay|significa|tipo|hacer|puedo|puede|tal|cantidad|dosis|día|hora|documentos|plantas|pasos|diferencia|sucede|ocurre|quiere|tiene|otr[oa]s?|medidas|síntomas|[a-zñáéíóú]+s)\b)", "qué"),
        *(
            _warning(rf"(?<=¿){bare}(?= (?!si\b|si,)\w)", accented)
            for bare, accented in _ASKS_ES.items()
        ),
        Slip(r"no se (cuándo|dónde|cómo|cuál|quién|cuánto|cuánta|cuántos|por qué)", r"no sé \1"),
        Slip(r"no se si(?= (?:es|está|debo|puedo|tengo|la|el|los|las|hay|va|me|lo)\b)", "no sé si", "warning", "unsafe"),
        Slip(r"(quiero|quiere|quieren|necesito|necesita|necesitan|pida|pide|hay|muchos?|mucha|pocos?|tiene|tienen|nada|nadie|algo|vez|dos|tres|veces|días|semanas|meses|años|horas|minutos|un|no|tarde|es|son|está|están|lo|la|el|los|las|por|de|ponga|añada|use|beba|coma|cada|aún|todavía|mucho) mas(?= [a-zñáéíóú])", r"\1 más", "warning", "unsafe"),
        Slip(r"mas(?= (?:de \w|que \w|o menos))", "más", "warning", "unsafe"),
        Slip(r"(?<!de )(?<!en )(?<!a )(?<!con )(?<!por )(?<!para )esta(?= (?:(?!lado|estado|sentido|partido)\w{3,}(?:ado|ido|ados|idos)\b))", "está"),
        _warning(r"(ella|él|usted|ello|eso|esto|ya|que|todo|donde|se) esta(?= (?:(?:en|muy|bien|mal|a|al|de|lista?|listo|enferm[oa]|segur[oa]|sol[oa]|llen[oa]|abiert[oa]|clar[oa]|sec[oa]|disponible|\w+ada|\w+ida|\w+ando|\w+iendo)\b))", r"\1 está"),
        _warning(r"(no (?:es|son|era|eran|fue|cuesta|tiene|hay|está|basta|se trata de|solo)\b[^,.;:?!]{1,50}), si no(?= (?:un|una|el|la|los|las|que|de|por|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d+|también|muy|más|todo|todos)\b)", r"\1, sino"),
        _warning(r"(no solo|no sólo|no solamente)( [^,.;:?!]{1,50}),? si no(?= (?:también|que)\b)", r"\1\2, sino"),
        Slip(r"hubieron(?= (?!de\b|que\b|\w+[aei]do\b|hecho|dicho|visto|puesto|escrito)\w)", "hubo", "warning", "unsafe"),
        _warning(r"(habían|habrán|habrían)(?= (?:(?:muchos|muchas|pocos|pocas|varios|varias|algunos|algunas|dos|tres|cuatro|cinco|diez|\d+|unos|unas) ))", r"había"),
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
    ),
    "de": (
        Slip(r"(darauf|daran|dafür|davon|dazu|damit|darüber|darum|sagte|sagten|erklärte|meinte|glaubte|wusste|wussten|hoffte|dachte|zeigte|zeigten|ergab|ergaben|wissen|finden|bekannt|wahrscheinlich|unwahrscheinlich|richtig|notwendig|nötig|erforderlich|überzeugt|sorgen sie|beachten sie|bedenken sie), das(?= (?:er|sie|man|wir|ich|die|der|den|dem|sich|ein|eine|einen|es|ihr|ihre|ihr|kein|keine|alle|mein|meine|jede|jeder|viele)\b (?!ist\b|war\b|wird\b|sind\b))", r"\1, dass", "warning", "unsafe"),
        _warning(r"(?:^|(?<=\. ))(das (?!gefühl|problem|risiko|wissen|argument|ergebnis|beste|gute|ziel|urteil|fazit|versprechen|verständnis|bewusstsein|zeichen|gerücht|glück|wichtigste|schlimmste|einzige)\w+), dass(?= (?:(?:ich|wir|er|man|du|ihr|sie|dort|hier|auf|im|in) \w+(?: \w+)?,))", r"\1, das"),
        Slip(r"(?<!ihr )seid(?= (?:(?:dem|der|kurzem|langem|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|mitte|wann|jeher|gestern|heute|\d+|vielen|mehreren|über|etwa|rund)\b(?! (?:beste|größte))))", "seit"),
        _warning(r"((?:ist|sind|war|waren|wird|werden|noch|viel|deutlich|heute|etwas|wesentlich|weit|wirkt|läuft|arbeitet|schmeckt|kostet|dauert|wächst|wachsen) (?!aber|immer|unser|oder|wieder|weiter|sicher|leider|bisher|daher|vorher|nachher|unter|über|hinter|jeder|dieser|welcher|keiner|einer|anderer|ihrer|seiner|lecker|sauber|bitter|sauer|teuer|locker|hier|der|er|wer|mager|super|inner|außer)[a-zäöüß]{3,}er|mehr|besser|weniger|eher|lieber|anders) wie(?= (?:der|die|das|den|dem|ein|eine|einen|einem|gestern|heute|früher|vorher|ich|du|er|sie|wir|ihr|mein|meine|sein|seine|ihr|andere|alle|im|am|in)\b(?! (?:oben|zuvor)))", r"\1 als"),
        Slip(r"(ich|wir|sie|er|man) (hoffe|hoffen|hofft|glaube|glauben|glaubt|weiß|wissen|denke|denken|denkt|meine|meinen|meint|sage|sagen|sagt|sagte) dass", r"\1 \2, dass"),
        Slip(r"(heißt|bedeutet|zeigt|zeigen|wichtig|klar|sicher|möglich|darauf|dafür|daran|davon) dass", r"\1, dass"),
        Slip(r"(ist|weiß|wissen|fragt|fragen|unklar|offen|prüfen|prüft) ob(?= (?:der|die|das|ein|eine|sie|er|es|wir|ich|man|ihr|ihre|dies)\b)", r"\1, ob"),
        Slip(r"den(?=\?)", "denn"),
        Slip(r"wieder(leg\w*|ruf|rufen|rufs|willen|wärtig\w*|hall|streben|sacher\w*|haken)(?! lassen)", r"wider\1"),
        Slip(r"(?:garnicht)", "gar nicht"),
        Slip(r"(?:garkein)(e|en|er|em|es)?", r"gar kein\1"),
        Slip(r"(?:desweiteren)", "des Weiteren"),
        Slip(r"(?:zumindestens)", "zumindest"),
        Slip(r"(?:vorallem)", "vor allem"),
        Slip(r"(?:aufjedenfall)", "auf jeden Fall"),
        Slip(r"(?:einzigste)(n|r|s|m)?", r"einzige\1"),
    ),
    "it": (
        _warning(r"e'(?= [a-zàèéìòù])(?<!'e')", "è"),
        _warning(r"((?:il|la|lo|l'|questo|questa|un|una|quest') ?\w+) e(?= (?:(?:facile|difficile|possibile|impossibile|importante|vietato|vietata|necessario|necessaria|utile|inutile|pericoloso|pericolosa|obbligatorio|consigliabile|meglio|stato|stata|disponibile|gratuito|gratuita) (?:da|di|che|per|\w+(?:are|ere|ire))\b))", r"\1 è"),
        _warning(r"(?<!se )(?<!che )ne(?= (?:(?:prima|dopo|il|lo|la|l'|i|gli|le|un|una|con|di|da|in|a|per|su|tra|troppo) ?[^.;!?]{0,60} né ))", "né"),
        Slip(r"(?<!fino )(?<!quanto )(?<!insieme )(?<!mano )a(?= (?:(?:prescritto|fatto|detto|preso|messo|letto|chiesto|deciso|visto|scelto|scritto|perso|aperto|chiuso|vinto|risposto|offerto|corretto|mangiato|dormito|bevuto|avuto|dovuto|potuto|voluto|saputo|trovato|comprato|firmato|pagato|lasciato|portato|ricevuto|perduto|venduto|creduto|smesso|promesso|rotto|coperto|scoperto|sofferto) (?:un|una|uno|il|lo|la|l'|i|gli|le|due|tre|di|che|molto|bene|male|tutto|tutti|la|sempre|ancora)\b))", "ha", "warning", "unsafe"),
        _warning(r"((?:il|la|lo|un|una|mio|mia|suo|sua|nostro|nostra) \w+) a(?= (?:(?:deciso|detto|fatto|preso|chiesto|ordinato|prescritto|firmato|mangiato|dormito|trovato|comprato|risposto|perso|vinto|rifiutato|accettato|confermato|dichiarato|stabilito|pagato|aperto|chiuso)\b))", r"\1 ha"),
        _warning(r"(io|non|ti|vi|lo|la|gli|mi|ci|ve|te|glielo) o(?= (?:(?:fatto|detto|preso|messo|visto|scritto|letto|chiesto|avuto|\w{3,}(?:ato|uto|ito))\b))", r"\1 ho"),
        _warning(r"(?:^|(?<=[.!?] ))all'ora(?= (?:il|lo|la|i|gli|le|si|non|noi|voi|io|tu|lui|lei|è|bisogna)\b)", "allora"),
        Slip(r"un altra", "un’altra"),
        _warning(r"((?:il|la|lo|un|una|questa|questo|che|non|si|gli|le|mi|ci) \w*) ?da(?= (?:(?:frutti|fastidio|luogo a|ragione|torto|origine|sollievo|risultati|fiori|buoni|ottimi)\b))(?<!\bsi da )", r"\1 dà"),
        Slip(r"(si|mi|ti|non|che) (stà)", r"\1 sta"),
        Slip(r"d'avvero", "davvero"),
        Slip(r"(non|ce|se) c'è (ne)", r"\1 ce n’è", "warning", "unsafe"),
        Slip(r"(?<!ve )(?<!se )(?<!te )ce n'e", "ce n’è"),
    ),
    "pt": (
        _warning(rf"((?!condenad|reduzid|limitad|igual|equivale|sentenciad)\w+(?:ad[oa]s?|id[oa]s?)|moro|mora|vivo|vive|trabalho|trabalha|estou|está|foi|fui|começou|nasceu|morreu|existe|existem|conheço|fumo|espero|aqui|casou) a ({_HOURS_PT} {_TIMES_PT})(?=[.,;!?]|$| que\b| e\b)(?! (?:de|da|do)\b)", r"\1 há \2"),
        _warning(rf"(?:^|(?<=[.!?] ))a(?= (?:(?:muitos|muitas|vários|várias|alguns|algumas|poucos|poucas|dois|duas|três) \w+s? (?:que|no|na|em|para|de|do|da|a|por)\b))", "há"),
        _warning(r"(?<=, )mais(?= (?:(?:é|não|está|estava|foi|era|tem|tinha|pode|podem|deve|são|há|eu|ele|ela|eles|elas|você|nunca|também|só|isso|isto|sem|ainda|nem|já) ))", "mas"),
        _warning(r"(?<!\w, )(quero|quer|ponha|põe|adicione|junte|coloque|deite|preciso|precisa|precisam|tem|têm|há|pouco|muito|vez|nada|beba|coma|use|durante|dois|duas|três|anos|dias|meses|horas|vezes) mas(?= (?:(?!não|é\b|nem|sim|sem|também|só|se\b|que\b|há\b|está|pode|deve|a\b|o\b|os\b|as\b|com\b|em\b|no\b|na\b|quando|como|isso|ele|ela|eu\b)[a-zàáâãéêíóôõúç]+(?:[.,;!?]|$| (?:de|do|da|no|na|por|para|em|que|e|se)\b)))", r"\1 mais"),
        _warning(r"(sentiu-se|sente-se|sinto-me|senti-me|sentir-se|passa|passou|dormi|dormiu|dorme|dormir|come|comeu|fala|falou|cheira|funciona|correu|corre|respira|ouve|ouço|vejo|vê) (muito )?mau(?=[.,;!?]|$| (?:depois|antes|quando|porque|esta|por|durante|com|ontem|hoje|e)\b)", r"\1 \2mal"),
        _warning(r"(tempo|humor|hálito|cheiro|gosto) (está|estava|é|foi) mal(?=[.,;!?]|$| (?:para|e|hoje|ontem|esta|no|na)\b)", r"\1 \2 mau"),
        Slip(r"mal (humor|cheiro|hálito|gosto|jeito|exemplo|sinal|negócio|estado|uso|funcionamento|desempenho|pressentimento|agouro)", r"mau \1"),
        Slip(r"mau (feit[oa]s?|cozid[oa]s?|passad[oa]s?|disposto|dispostos|educad[oa]s?|pag[oa]s?|escrit[oa]s?|entendid[oa]s?|humorad[oa]s?)", r"mal \1", "warning", "unsafe"),
        Slip(r"à (?!mulher|colher|par|beira|lugar|mar|flor|cor|dor|pilar)(\w{2,}(?:ar|er|ir|or))(?= (?:o|a|os|as|um|uma|de|do|da|em|no|na|com|para|por|que|mais|devagar|bem|mal)\b|[.,;!?]|$)(?<=[aei]r)", r"a \1", "warning", "unsafe"),
        Slip(r"(frente|cara|passo|gota|dia|lado) à(?= (?:(?:frente|cara|passo|gota|dia|lado)\b))", r"\1 a"),
        Slip(r"houveram(?= (?!\w+[aei]d[oa]s?\b|por bem|de\b|que\b|feito|dito|visto)\w)", "houve", "warning", "unsafe"),
        _warning(rf"(haviam)(?= (?:{_MANY_PT} \w))", "havia"),
        _warning(rf"(?:fazem)(?= (?:{_HOURS_PT} {_TIMES_PT}\b))", "faz"),
        Slip(r"à cerca d([eoa]s?)", r"acerca d\1"),
        Slip(r"afim d([eoa]s?)(?= \w{2,}r\b| que\b)", r"a fim d\1"),
        Slip(r"(?:concerteza|com certesa)", "com certeza"),
        Slip(r"esta(?= (?:(?!lado|estado|sentido|partido)\w{3,}(?:ado|ido|ados|idos)\b))", "está"),
        _warning(r"(ele|ela|você|tudo|isso|isto|já|que|não|ainda) esta(?= (?:(?:em|no|na|muito|bem|mal|a|cansad[oa]|doente|pront[oa]|sec[oa]|chei[oa]|abert[oa]|disponível|\w+ando|\w+endo|\w+indo)\b))", r"\1 está"),
        _warning(r"(?:^|(?<=[.!?] ))((?:o|a|este|esta|esse|essa|um|uma) (?!\w+s\b)\w+) esta(?= (?:(?:sec[oa]|chei[oa]|vazi[oa]|abert[oa]|fechad[oa]|limp[oa]|suj[oa]|pront[oa]|frac[oa]|doente|bem|mal|livre|disponível|em|no|na|a)\b))", r"\1 está"),
        _warning(r"(?:^|(?<=[.!?] ))((?:o|a|este|esta|esse|essa) \w+) e(?= (?:(?:simples|fácil|difícil|possível|importante|necessári[oa]|obrigatóri[oa]|gratuit[oa]|frequente|rar[oa]|comum|segur[oa]|perigos[oa]|grande|pequen[oa]|fri[oa]|quente|mais) ?(?:de|que|para|em)?\b(?=[.,;!?]|$| (?:de|que|para|em|do|da)\b)(?! e )))", r"\1 é"),
        _warning(r"para mim(?= (?:\w+(?:ar|er|ir)\b(?! (?:é|foi|era)\b)))", "para eu"),
        Slip(r"aonde(?= (?:(?:moro|mora|moram|vivo|vive|vivem|fica|ficam|está|estão|estou|trabalho|trabalha|nasci|nasceu|há|existe)\b))", "onde"),
        Slip(r"(?:derrepente)", "de repente"),
        Slip(r"(?:apartir) d([eoa]s?)", r"a partir d\1"),
        Slip(r"(?:porisso)", "por isso"),
        Slip(r"(?:encima) d([eoa]s?)", r"em cima d\1"),
    ),
    "nl": (
        Slip(rf"de(?= (?:{'|'.join(_HET.split())}){_ENDS_NL})", "het", "warning", "unsafe"),
        Slip(r"de(?= (?:\w{2,}(?:tje|pje|kje|sje|etje)\b))(?! (?:beetje|etje)\b)", "het"),
        Slip(rf"(?<!is )(?<!was )(?<!als )(?<!of )(?<!dat )(?<!wordt )(?<!maakt )(?<!heeft )het(?= (?:{'|'.join(_DE.split())}){_ENDS_NL})", "de", "warning", "unsafe"),
        Slip(rf"(?<!is )(?<!was )(?<!dat )(?<!als )(?<!maakt )(?<!wordt )het(?= \w{{3,}}(?:heid|iteit|atie|logie){_ENDS_NL})", "de", "warning", "unsafe"),
        Slip(rf"(het (?:{'|'.join(_HET.split())}|\w+tje)) wat(?= (?:ik|je|jij|u|hij|zij|ze|we|wij|te|in|op|de|het|er|nu|al|hier)\b)", r"\1 dat", "warning", "unsafe"),
        Slip(rf"jou(?= (?:(?:{'|'.join(_OWNED_NL.split())})\b))", "jouw", "warning", "unsafe"),
        _warning(r"((?:de|het|een|mijn|haar|zijn|onze) \w+|hij|ik|ze) zij(?= dat (?:de|het|een|er|ik|hij|ze|we|je|u|zij|mijn|haar|zijn)\b)", r"\1 zei"),
        Slip(r"hun(?= (?:(?:hebben|gaan|willen|moeten|wonen|krijgen|hadden|waren|zeggen|kunnen|zullen|mogen|vinden|denken) ))(?<!van hun )(?<!met hun )(?<!voor hun )(?<!naar hun )(?<!door hun )(?<!in hun )", "zij", "warning", "unsafe"),
        _warning(r"(?<!niet )(meer|minder) (?!niet\b|dan\b|zo\b|voor\b|of\b|in\b|op\b)(\w+) als(?= (?:haar|zijn|hun|mijn|onze|jouw|uw|jij|ik|wij|vorig|vroeger|gemiddeld|een ander|anderen|de (?:buurman|buren|rest|meeste|andere)))", r"\1 \2 dan"),
        _warning(r"((?:grot|klein|bet|slecht|snell|langzam|oud|jong|sterk|zwakk|hog|lag|lang|kort|zwaard|goedkop|duurd|vak|mind|veilig|lekkerd|lekker|warm|koud|nat|drog|zacht|hard|dikk|dunn|breed|small|rijk|arm|schon|nieuw)er|groter|beter|lekkerder|kouder|droger|dikker|zwaarder|duurder|goedkoper|hoger|lager|ouder) als(?= (?:de|het|een|mijn|dat|die|dit|deze|in|op|verwacht|gisteren|vroeger|vorig|gewoon|normaal)\b(?! \w+ (?:je|u|het|de|er|we)\b))", r"\1 dan"),
        Slip(r"te[nr]? alle[nr]? tijde?n?(?<!te allen tijde)", "te allen tijde"),
        Slip(r"éen", "één"),
        Slip(r"(ik|hij|zij|we|u) (heb|heeft|hebt|hebben) nog noo?it(?= \w)", r"\1 \2 nog nooit"),
        Slip(r"zo(?:ie|i)zo", "sowieso"),
        Slip(r"(?:vindt) jij", "vind jij"),
        Slip(r"(?:ik) (heeft|hebt)", "ik heb"),
        Slip(r"ik (wilt)", "ik wil"),
        Slip(r"u (word)", "u wordt"),
    ),
    "ar": (
        Slip(r"([وف]?)الى", r"\1إلى"),
        Slip(r"([وف]?)الي(?= (?!ه|ك)\w{2,})", r"\1إلى"),
        Slip(r"([وف]?)فى", r"\1في"),
        Slip(r"([وف]?)لاكن(ه|ها|هم|نا|ك|ي)?", r"\1لكن\2"),
        Slip(r"([وفبكل]?)هاذا", r"\1هذا"),
        Slip(r"([وفبكل]?)هاذه", r"\1هذه"),
        Slip(r"([وف]?)ذالك", r"\1ذلك"),
        Slip(r"إنشاء الله", "إن شاء الله"),
        Slip(r"انشاء الله", "إن شاء الله"),
        Slip(r"(قال|قالت|يقول|تقول|قالوا|قلت|وقال|وقالت|أضاف|وأضاف) ((?:ال\w+ )?)ان(?= \w)", r"\1 \2إن", "warning", "unsafe"),
        Slip(r"(يجب|ينبغي|يمكن|لابد|بد|قبل|بعد|منذ|إلى|على|يريد|تريد|نريد|أريد|نعلم|أعتقد|يعتقد|المهم|حيث|رغم|إلا|كما) ان(?= \w)", r"\1 أن", "warning", "unsafe"),
        Slip(r"(يعتمد|تعتمد|يؤثر|تؤثر|اضغط|انقر|يحتوي|تحتوي|حصل|الحصول|يساعد|تساعد|بناء|علاوة|حافظ|الحفاظ|احصل|يدل|تدل|أثر|التأثير|المحافظة)( ذلك)? علي", r"\1\2 على", "warning", "unsafe"),
        Slip(r"علي(?= (?:(?:ال(?:أقل|الرغم|رغم|نحو|فور|إطلاق)|سبيل|حد|كل|هذا|هذه|ذلك|تلك|أن|أي)\b))", "على", "warning", "unsafe"),
        _warning(r"و(?= (?:ال\w{2,}|هو |هي |هذا |هذه |لا |لم |لن |قد |في |من |على |إلى |عن |كان |كانت |يمكن |يجب ))", "و"),
        Slip(r"إذن(?= (?:كان|كنت|كانت|لم)\b)", "إذا", "warning", "unsafe"),
        Slip(r"(?:ايضا|ايضاً)", "أيضا"),
        Slip(r"(?:اذا)", "إذا", "warning"),
        Slip(r"(?:او)(?= \w)", "أو", "warning"),
    ),
}
