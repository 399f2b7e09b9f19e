"""prose/elision"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.typography import slips
from pipeline.prose.typography.slips import Hit, Slip


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


# Words that begin with a sounded vowel or a silent h. Left out: words that are also names of letters,
# numbers or commands ("un", "a", "apt"), and those before which usage hesitates ("ouate", "hyène",
# "iode", "uhlan"). "y" may be a place on an axis.
_FRENCH = _any(
    "eaux? air amour âme amis? amies? ami âge année années an ans argent arbres? art arts autres? autre "
    "appétit après-midi aide aides avis avenir autorité avocat absence accès accidents? accord achats? "
    "acides? activités? adresses? adultes? affaires? agents? alcool aliments? analyses? angoisse anxiété "
    "animaux animal appareils? appels? applications? apprentissage articles? aspects? assurance attente "
    "attention augmentation avantages? échec école écoles écran effets? efforts? église élèves? emploi "
    "enfants? enfance ennemi entreprises? entrée envie environnement épaule époque équipe équipes erreurs? "
    "espace espoir esprit essais? est état états étape étapes été étoile étude études étudiants? examen "
    "examens exemples? exercices? existence expérience explication évaluation événements? évolution "
    "heures? herbe histoires? hiver hivers hommes? honneur hôpital hôpitaux horaires? hormones? hôtels? "
    "huile huiles humains? humaine humanité humeur humidité habitants? habitudes? hypothèse hypnose "
    "hospitalisation hygiène hypertension héritage hésitation idées? identité île îles images? imagination "
    "impression impôt incendie indices? infections? infirmières? infirmiers? influence informations? "
    "injections? inquiétude insomnie instants? intérêt intérieur internet intervention introduction "
    "inconvénients? objets? objectifs? occasion océan odeur œil œuvre œufs? offre oiseaux? ombre opération "
    "opinion options? or orage ordinateurs? ordonnances? ordre ordres oreille oreilles organes? organisation "
    "origine outils? ouverture ouvrages? usages? usine utilisation utilisateurs? univers université urgences? "
    "unité unités urine ouest extérieur exception excès état-major allaitement amélioration anesthésie "
    "antidépresseurs? arrêt aspirine asthme estomac exposition équilibre équipement essentiel ensemble "
    "endroits? énergie eczéma électricité"
)
_INFINITIVES = _any(
    "avoir être aller aider aimer acheter ajouter améliorer appeler apprendre arrêter arriver attendre "
    "augmenter avaler avancer éviter écouter écrire effectuer élever emporter employer empêcher enlever "
    "entendre entrer envoyer essayer établir étudier évaluer examiner expliquer exprimer habiter hésiter "
    "imaginer informer inscrire interrompre inviter obtenir offrir organiser oublier ouvrir utiliser"
)
# The verbs that often stand behind a short pronoun, by their beginnings.
_VERBS = (
    r"(?:aid|aim|appel|arrêt|amélior|occup|inscri|habitu|habill|endor|éloign|adapt|adress|attend|ennui|énerv|"
    r"inquiét|inquièt|intéress|imagin|install|organis|exprim|étend|ouvr|offr|entend|évit|échapp|aggrav|allong|"
    r"aper[cç]|absent|étonn|assoi|assey|utilis|habit|hésit|oubli|empêch|aggrav)\w*"
)
_FRENCH_SLIPS = (
    Slip(rf"(?:le|la) ({_FRENCH})", r"l’\1"),
    Slip(
        rf"de ({_FRENCH}|{_INFINITIVES}|une|elles?|eux|août|avril|octobre|abord|ailleurs|ici|où|aucune?|après|habitude)",
        r"d’\1",
    ),
    Slip(
        r"(parce|lorsqu|puisqu|jusqu|quelqu|bien|afin|alors|dès|tandis)e? que (il|ils|elle|elles|on)",
        r"\1 qu’\2",
    ),
    Slip(r"(lors|puis)que (ils?|elles?|on|une?|en)", r"\1qu’\2"),
    Slip(
        r"(?<!lors)(?<!puis)que ((?:ils?|elles?)(?! (?:ou|et) )|on|une|à|aux?|avec|avant|après|aucune?|avoir|être|autres?)",
        r"qu’\1",
    ),
    Slip(r"si (ils?)", r"s’\1"),
    Slip(
        r"je (ai|aurai|aurais|avais|étais|aime|aimerais|arrive|attends|écris|écoute|entends|espère|essaie|"
        r"habite|hésite|imagine|irai|irais|oublie|ouvre|utilise|en|y)",
        r"j’\1",
    ),
    Slip(
        r"ne (ai|as|a|avons|avez|ont|avait|avaient|est|êtes|était|étaient|aurait|auront|aura|en|y|aime|arrive|existe)",
        r"n’\1",
    ),
    Slip(
        r"se (est|était|étaient|agit|agissait|en|y|appelle|arrête|améliore|occupe|inscrire|habituer)",
        r"s’\1",
    ),
    Slip(r"me (a|ai|ont|avait|aide|en|y|appelle)", r"m’\1"),
    Slip(r"ce (est|était|étaient)", r"c’\1"),
    Slip(r"jusque (à|aux?|ici|alors|en)", r"jusqu’\1"),
    Slip(r"quelque (une?s?)", r"quelqu’\1"),
    Slip(rf"(n|s|m|t)e ({_VERBS})", r"\1’\2"),
    Slip(
        r"de un(?= [a-zéèêà]{2,})(?! (?:ou|et|pour|en|mètre|litre|kilo|gramme|point|sur) )",
        "d’un",
        "warning",
    ),
    # The apostrophe that is missing: "qu" and "j" are no words.
    Slip(r"qu (ils?|elles?|on|une?|à|en|aux?)", r"qu’\1"),
    Slip(r"j (ai|avais|étais|aurais)", r"j’\1"),
    Slip(r"c (est|était|étaient)", r"c’\1"),
    Slip(rf"(l|d) (?!est\b)({_FRENCH})(?<! an)(?<! or)", r"\1’\2", "warning"),
    # The h of these is not silent: "le héros", but « l’héroïne ».
    Slip(
        r"l'(héros|hasard|haricots?|handicap|hibou|homard|hamac|hamster|hérisson|hall|hockey|huit|onze|onzième|yaourt)",
        r"le \1",
    ),
    Slip(r"l'(hauteur|haine|hausse|hanche|hiérarchie|honte|hernie|hache)", r"la \1"),
    Slip(r"d'(haricots?|hauteur|haut|handicap|hausse|hernie|onze|honte|haine)", r"de \1"),
)

_MASCULINE = _any(
    "uomo amico albero anno aereo aiuto animale angolo appartamento articolo ascensore asilo aspetto "
    "esempio esame effetto elenco errore esercizio esperto evento incontro indirizzo infermiere inizio "
    "interesse intervento inverno invito istituto occhio oggetto ordine orecchio orologio ospedale ospite "
    "ufficio uccello utente uovo uso effetto antibiotico aumento alimento altro argomento obiettivo "
    "attimo impegno incidente insieme elemento individuo episodio odore organo"
)
_FEMININE = _any(
    "amica acqua altra anima area aria arte attenzione attività automobile azienda azione analisi ansia "
    "applicazione assistenza età energia emozione entrata epoca erba esperienza estate esigenza emergenza "
    "idea immagine impresa impressione infanzia infezione infermiera informazione iniziativa isola "
    "indagine intervista iniezione ipotesi istruzione occasione offerta ombra opera opinione opzione ora "
    "origine operazione organizzazione ospite unione unità università uscita utilità urgenza abitudine "
    "allergia alternativa associazione"
)
_ITALIAN_SLIPS = (
    Slip(rf"(?:lo|il) (?!uso|aiuto|ordine|esempio)({_MASCULINE})", r"l’\1"),
    Slip(rf"un'({_MASCULINE})(?<!ospite)", r"un \1"),
    Slip(rf"un (?!ospite|arte)({_FEMININE})", r"un’\1"),
    Slip(
        r"il (studente|studio|specialista|stato|stesso|stomaco|scopo|sport|spazio|sconto|zio|zucchero|zaino|psicologo|psichiatra|strumento|stress|sforzo|scrittore)",
        r"lo \1",
    ),
    Slip(
        r"un (studente|studio|specialista|stato|stesso|scopo|sport|spazio|sconto|zio|zaino|psicologo|psichiatra|strumento|sforzo|scrittore|schema|sbaglio)",
        r"uno \1",
    ),
    Slip(
        r"i (studenti|studi|specialisti|stessi|scopi|spazi|zii|psicologi|psichiatri|strumenti|sforzi|scrittori|amici|alberi|anni|animali|effetti|esami|infermieri|ospedali|occhi|uomini|utenti|errori|esercizi)",
        r"gli \1",
    ),
    Slip(rf"(all|dell|dall|nell|sull|quell|l) ({_MASCULINE}|{_FEMININE}|ultim[oa])", r"\1’\2"),
    Slip(
        r"uno (libro|medico|giorno|bambino|problema|paziente|farmaco|uomo|amico|anno|esempio|ospedale|momento|mese|modo|punto|caso|tipo)",
        r"un \1",
    ),
)
# Before these sounds Italian has "lo", "uno" and "gli"; what has no vowel near is spelt letter by letter.
_IMPURE = r"(?:(?:s[bcdfglmnpqrtv]|z|gn|ps|pn)(?!ql|ms\b|sl\b|sh\b)\w?[aeiou]\w+|s(?:tr|cr|pr|tr|pl|cl|br)[aeiou]\w+|sch[ei]\w+|sch\w+)"
_VOWEL = r"(?!(?:u[ns]o?|i|e|o|a|ad|ex|euro|al|in|ed|od)\b)[aeiou]\w{3,}"
_BY_SOUND = (
    Slip(rf"il ({_IMPURE})(?<!\bsi)", r"lo \1"),
    Slip(rf"i ({_IMPURE})", r"gli \1", "warning"),
    Slip(rf"un ({_IMPURE})", r"uno \1", "warning"),
    Slip(rf"(?<!via )(?<!ad )i ({_VOWEL})", r"gli \1", "warning"),
    Slip(
        r"lo (avvocato|autunno|orto|olio|imbuto|interruttore|allarme|inquilino|archivio|account)",
        r"l’\1",
    ),
    Slip(
        r"un (avvocata|inquilina|unghia|aranciata|insalata|oliva|arancia|etichetta|iscrizione|udienza|eredità|erba|aiuola)",
        r"un’\1",
    ),
    Slip(
        r"lo (sale|sole|pane|latte|forno|succo|sapone|sangue|medico|farmaco|giardino|giudice|contratto|computer|programma|vino|burro|cuore|piede|dente|letto|tavolo|tribunale|tetto|muro|vaso|terreno|seme|fiore)",
        r"il \1",
    ),
)
_JOINED_IT = tuple(
    Slip(rf"{short} ({_IMPURE})", rf"{long} \1")
    for short, long in (
        ("del", "dello"),
        ("al", "allo"),
        ("dal", "dallo"),
        ("nel", "nello"),
        ("sul", "sullo"),
        ("quel", "quello"),
        ("bel", "bello"),
    )
)
# "Agua" and the like begin with a stressed a; numbers and names with i and o change "y" and "o".
_SPANISH_SLIPS = (
    Slip(
        r"la (agua|águila|alma|arma|área|aula|hambre|hacha|ala|alba|ancla|ansia|haba|habla|hada|asma|arpa|arca|acta|ave)",
        r"el \1",
    ),
    Slip(
        r"una (águila|alma|arma|área|aula|hacha|ala|ancla|haba|hada|arpa|acta|ave)",
        r"un \1",
        "warning",
    ),
    Slip(
        r"y (?!i(?:on|a|e|ó)|hi(?:e|a|o)|i(?:phone|pad|pod|mac|os|tunes|cloud)\b|i\b|ii+\b|i[vx]\b)((?:i|hi|í|hí)[a-záéíóúñ]{2,})",
        r"e \1",
        "warning",
    ),
    Slip(r"o ((?:o|ho|ó|hó)[a-záéíóúñ]{2,})", r"u \1", "warning"),
)
_SLIPS = {
    "fr": _FRENCH_SLIPS,
    "it": (*_ITALIAN_SLIPS, *_BY_SOUND, *_JOINED_IT),
    "es": _SPANISH_SLIPS,
}


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    An article or a small word takes the form that the next word asks for: « l’eau », «un’amica», «lo zio».

    Why: it is wrong without exception, and a screen reader makes a pause where there is none.
    Fix: take the suggestion. French words with an aspirated h keep « le » and « la »; Italian takes an
    apostrophe after "un" before a feminine noun only.
    """
    for passage in prose:
        for hit in slips.find(passage, _SLIPS, _no_letter):
            yield slips.found(passage, hit)


def _no_letter(hit: Hit, text: str) -> bool:
    """Say whether the hit is no capital letter that is only named: "la colonne C est vide"."""
    if hit.start and text[hit.start].isupper() and text[hit.start + 1] == " ":
        return False
    # "y IPsec": how a name is read, only its friends know.
    noun = text[hit.start : hit.end].rpartition(" ")[2]
    return noun[1:] == noun[1:].lower() and text[hit.end : hit.end + 1] != "-"


RULE = Rule(
    level="error",
    check=check,
    bad=(
        ("fr", "Buvez un verre de eau."),
        ("fr", "Le homme dort."),
        ("fr", "Venez si il pleut, parce que on a un toit."),
        ("fr", "L’héros est fatigué."),
        ("it", "Ha visto lo uomo."),
        ("it", "È un'anno difficile per un amica."),
        ("it", "Il studente legge i studi."),
        ("it", "Lava i spinaci nel zaino."),
        ("es", "La agua está fría, y siete o ocho niños tienen aguja y hilo."),
    ),
    good=(
        ("fr", "Le héros a onze yaourts, et le onzième est à la une. Prenez-le avec de l’eau."),
        ("fr", "Est-ce un ami ? Que oui. Puis-je avoir un verre ?"),
        ("it", "Lo zio ha un amico e un’amica, e gli studenti un’altra idea."),
        ("it", "Lo aiuto volentieri, e poi lo uso."),
    ),
    languages=frozenset(_SLIPS),
    source="Académie française, « élision »; Accademia della Crusca, «elisione e troncamento»",
)
