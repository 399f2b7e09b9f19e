"""Italian and Portuguese words that are taken for others."""

from __future__ import annotations

from pipeline.prose.typography.slips import Slip


def _warning(pattern: str, right: str) -> Slip:
    return Slip(pattern, right, "warning", "unsafe")


_HOURS_PT = r"(?:\d+|um|uma|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|vinte|trinta|muitos|muitas|alguns|algumas|vários|várias|poucos|poucas)"
_TIMES_PT = r"(?:anos?|mês|meses|dias?|semanas?|séculos?|décadas?)"
_MANY_PT = r"(?:muit[oa]s|vári[oa]s|algun[s]|algumas|pouc[oa]s|dois|duas|três|quatro|cinco|dez|\d+)"

ITALIAN = (
    _warning(r"e'(?= [a-zàèéìòù])(?<!'e')", "è"),
    _warning(
        r"((?:il|la|lo|l'|questo|questa|un|una|quest') ?\w+) e(?= (?:(?:facile|difficile|possibile|impossibile|importante|vietato|vietata|necessario|necessaria|utile|inutile|pericoloso|pericolosa|obbligatorio|consigliabile|meglio|stato|stata|disponibile|gratuito|gratuita) (?:da|di|che|per|\w+(?:are|ere|ire))\b))",
        r"\1 è",
    ),
    _warning(
        r"(?<!se )(?<!che )ne(?= (?:(?:prima|dopo|il|lo|la|l'|i|gli|le|un|una|con|di|da|in|a|per|su|tra|troppo) ?[^.;!?]{0,60} né ))",
        "né",
    ),
    Slip(
        r"(?<!fino )(?<!quanto )(?<!insieme )(?<!mano )a(?= (?:(?:prescritto|fatto|detto|preso|messo|letto|chiesto|deciso|visto|scelto|scritto|perso|aperto|chiuso|vinto|risposto|offerto|corretto|mangiato|dormito|bevuto|avuto|dovuto|potuto|voluto|saputo|trovato|comprato|firmato|pagato|lasciato|portato|ricevuto|perduto|venduto|creduto|smesso|promesso|rotto|coperto|scoperto|sofferto) (?:un|una|uno|il|lo|la|l'|i|gli|le|due|tre|di|che|molto|bene|male|tutto|tutti|la|sempre|ancora)\b))",
        "ha",
        "warning",
        "unsafe",
    ),
    _warning(
        r"((?:il|la|lo|un|una|mio|mia|suo|sua|nostro|nostra) \w+) a(?= (?:(?:deciso|detto|fatto|preso|chiesto|ordinato|prescritto|firmato|mangiato|dormito|trovato|comprato|risposto|perso|vinto|rifiutato|accettato|confermato|dichiarato|stabilito|pagato|aperto|chiuso)\b))",
        r"\1 ha",
    ),
    _warning(
        r"(io|non|ti|vi|lo|la|gli|mi|ci|ve|te|glielo) o(?= (?:(?:fatto|detto|preso|messo|visto|scritto|letto|chiesto|avuto|\w{3,}(?:ato|uto|ito))\b))",
        r"\1 ho",
    ),
    _warning(
        r"(?:^|(?<=[.!?] ))all'ora(?= (?:il|lo|la|i|gli|le|si|non|noi|voi|io|tu|lui|lei|è|bisogna)\b)",
        "allora",
    ),
    Slip(r"un altra", "un’altra"),
    _warning(
        r"((?:il|la|lo|un|una|questa|questo|che|non|si|gli|le|mi|ci) \w*) ?da(?= (?:(?:frutti|fastidio|luogo a|ragione|torto|origine|sollievo|risultati|fiori|buoni|ottimi)\b))(?<!\bsi da )",
        r"\1 dà",
    ),
    Slip(r"(si|mi|ti|non|che) (stà)", r"\1 sta"),
    Slip(r"d'avvero", "davvero"),
    Slip(r"(non|ce|se) c'è (ne)", r"\1 ce n’è", "warning", "unsafe"),
    Slip(r"(?<!ve )(?<!se )(?<!te )ce n'e", "ce n’è"),
)
PORTUGUESE = (
    _warning(
        rf"((?!condenad|reduzid|limitad|igual|equivale|sentenciad)\w+(?:ad[oa]s?|id[oa]s?)|moro|mora|vivo|vive|trabalho|trabalha|estou|está|foi|fui|começou|nasceu|morreu|existe|existem|conheço|fumo|espero|aqui|casou) a ({_HOURS_PT} {_TIMES_PT})(?=[.,;!?]|$| que\b| e\b)(?! (?:de|da|do)\b)",
        r"\1 há \2",
    ),
    _warning(
        r"(?:^|(?<=[.!?] ))a(?= (?:(?:muitos|muitas|vários|várias|alguns|algumas|poucos|poucas|dois|duas|três) \w+s? (?:que|no|na|em|para|de|do|da|a|por)\b))",
        "há",
    ),
    _warning(
        r"(?<=, )mais(?= (?:(?:é|não|está|estava|foi|era|tem|tinha|pode|podem|deve|são|há|eu|ele|ela|eles|elas|você|nunca|também|só|isso|isto|sem|ainda|nem|já) ))",
        "mas",
    ),
    _warning(
        r"(?<!\w, )(quero|quer|ponha|põe|adicione|junte|coloque|deite|preciso|precisa|precisam|tem|têm|há|pouco|muito|vez|nada|beba|coma|use|durante|dois|duas|três|anos|dias|meses|horas|vezes) mas(?= (?:(?!não|é\b|nem|sim|sem|também|só|se\b|que\b|há\b|está|pode|deve|a\b|o\b|os\b|as\b|com\b|em\b|no\b|na\b|quando|como|isso|ele|ela|eu\b)[a-zàáâãéêíóôõúç]+(?:[.,;!?]|$| (?:de|do|da|no|na|por|para|em|que|e|se)\b)))",
        r"\1 mais",
    ),
    _warning(
        r"(sentiu-se|sente-se|sinto-me|senti-me|sentir-se|passa|passou|dormi|dormiu|dorme|dormir|come|comeu|fala|falou|cheira|funciona|correu|corre|respira|ouve|ouço|vejo|vê) (muito )?mau(?=[.,;!?]|$| (?:depois|antes|quando|porque|esta|por|durante|com|ontem|hoje|e)\b)",
        r"\1 \2mal",
    ),
    _warning(
        r"(tempo|humor|hálito|cheiro|gosto) (está|estava|é|foi) mal(?=[.,;!?]|$| (?:para|e|hoje|ontem|esta|no|na)\b)",
        r"\1 \2 mau",
    ),
    Slip(
        r"mal (humor|cheiro|hálito|gosto|jeito|exemplo|sinal|negócio|estado|uso|funcionamento|desempenho|pressentimento|agouro)",
        r"mau \1",
    ),
    Slip(
        r"mau (feit[oa]s?|cozid[oa]s?|passad[oa]s?|disposto|dispostos|educad[oa]s?|pag[oa]s?|escrit[oa]s?|entendid[oa]s?|humorad[oa]s?)",
        r"mal \1",
        "warning",
        "unsafe",
    ),
    Slip(
        r"à (?!mulher|colher|par|beira|lugar|mar|flor|cor|dor|pilar)(\w{2,}(?:ar|er|ir|or))(?= (?:o|a|os|as|um|uma|de|do|da|em|no|na|com|para|por|que|mais|devagar|bem|mal)\b|[.,;!?]|$)(?<=[aei]r)",
        r"a \1",
        "warning",
        "unsafe",
    ),
    Slip(
        r"(frente|cara|passo|gota|dia|lado) à(?= (?:(?:frente|cara|passo|gota|dia|lado)\b))",
        r"\1 a",
    ),
    Slip(
        r"houveram(?= (?!\w+[aei]d[oa]s?\b|por bem|de\b|que\b|feito|dito|visto)\w)",
        "houve",
        "warning",
        "unsafe",
    ),
    _warning(rf"(haviam)(?= (?:{_MANY_PT} \w))", "havia"),
    _warning(rf"(?:fazem)(?= (?:{_HOURS_PT} {_TIMES_PT}\b))", "faz"),
    Slip(r"à cerca d([eoa]s?)", r"acerca d\1"),
    Slip(r"afim d([eoa]s?)(?= \w{2,}r\b| que\b)", r"a fim d\1"),
    Slip(r"(?:concerteza|com certesa)", "com certeza"),
    Slip(r"esta(?= (?:(?!lado|estado|sentido|partido)\w{3,}(?:ado|ido|ados|idos)\b))", "está"),
    _warning(
        r"(ele|ela|você|tudo|isso|isto|já|que|não|ainda) esta(?= (?:(?:em|no|na|muito|bem|mal|a|cansad[oa]|doente|pront[oa]|sec[oa]|chei[oa]|abert[oa]|disponível|\w+ando|\w+endo|\w+indo)\b))",
        r"\1 está",
    ),
    _warning(
        r"(?:^|(?<=[.!?] ))((?:o|a|este|esta|esse|essa|um|uma) (?!\w+s\b)\w+) esta(?= (?:(?:sec[oa]|chei[oa]|vazi[oa]|abert[oa]|fechad[oa]|limp[oa]|suj[oa]|pront[oa]|frac[oa]|doente|bem|mal|livre|disponível|em|no|na|a)\b))",
        r"\1 está",
    ),
    _warning(
        r"(?:^|(?<=[.!?] ))((?:o|a|este|esta|esse|essa) \w+) e(?= (?:(?:simples|fácil|difícil|possível|importante|necessári[oa]|obrigatóri[oa]|gratuit[oa]|frequente|rar[oa]|comum|segur[oa]|perigos[oa]|grande|pequen[oa]|fri[oa]|quente|mais) ?(?:de|que|para|em)?\b(?=[.,;!?]|$| (?:de|que|para|em|do|da)\b)(?! e )))",
        r"\1 é",
    ),
    _warning(r"para mim(?= (?:\w+(?:ar|er|ir)\b(?! (?:é|foi|era)\b)))", "para eu"),
    Slip(
        r"aonde(?= (?:(?:moro|mora|moram|vivo|vive|vivem|fica|ficam|está|estão|estou|trabalho|trabalha|nasci|nasceu|há|existe)\b))",
        "onde",
    ),
    Slip(r"(?:derrepente)", "de repente"),
    Slip(r"(?:apartir) d([eoa]s?)", r"a partir d\1"),
    Slip(r"(?:porisso)", "por isso"),
    Slip(r"(?:encima) d([eoa]s?)", r"em cima d\1"),
)
