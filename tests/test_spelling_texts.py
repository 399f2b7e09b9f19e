"""Whole texts, as people write them for patients: no alarm where nothing is wrong."""

from __future__ import annotations

import pytest

from pipeline import dictionaries
from pipeline.model import Origin, Passage
from pipeline.spelling import Judge

ENGLISH = """
Sleeping badly for a week or two is unpleasant; sleeping badly for months wears a person down. Doctors
call it chronic insomnia when somebody lies awake at least three nights a week for three months, and
when the tiredness gets in the way of work, family or driving.

Most people who come to Dr Amara Okonkwo's clinic have already tried herbal teas, earplugs and a new
mattress. “I'd bought every gadget there is,” says one of her patients, a 46-year-old bus driver from
Leeds. What helped in the end wasn't a gadget but cognitive behavioural therapy for insomnia (CBT-I), a
six-week course that's recommended by NICE and by the American College of Physicians.

The idea is simple. You go to bed only when you're sleepy, you get up at the same time every day, and
you don't stay in bed awake for more than about 20 minutes. For the first fortnight it's hard: people
feel worse before they feel better. By week four, two-thirds of them fall asleep faster than before,
and the effect is still there a year later.

Tablets have their place, but not for long. Benzodiazepines such as temazepam and the so-called Z-drugs
(zopiclone, zolpidem) lose their effect within weeks, and stopping them can bring on rebound insomnia,
anxiety or palpitations. Antihistamines leave many older adults drowsy and confused the next morning.
Melatonin, 2 mg in a modified-release tablet, is sometimes prescribed to people over 55.

Talk to your GP or a sleep specialist if you snore loudly, stop breathing in your sleep, or doze off at
the wheel: that may be obstructive sleep apnoea, which is treated with continuous positive airway
pressure (CPAP). If low mood, worry or post-traumatic stress keep you awake, say so; they're treatable
too. Ketamine, SSRIs and psychotherapy are among the treatments that psychiatrists use for depression.
Nobody's sleep is perfect, and an occasional bad night isn't a disease.

What about caffeine, smartphones and wine? Caffeine has a half-life of roughly five hours, so a cup at
4 p.m. is still half there at nine. Blue light matters less than what you're reading: an argument on
social media at midnight would keep anyone up. Alcohol helps you drop off, then wakes you at 3 a.m.
"""

SPANISH = """
La tensión arterial alta no duele, y por eso muchas personas no saben que la tienen. Según la Sociedad
Española de Cardiología, uno de cada tres adultos convive con ella. Cuando aparecen los síntomas (dolor
de cabeza, visión borrosa, zumbido en los oídos), el corazón, los riñones y el cerebro ya llevan años
trabajando de más.

¿Cómo se mide? Siéntese cinco minutos con la espalda apoyada y los pies en el suelo, sin cruzar las
piernas. Coloque el manguito a la altura del corazón, no hable y tómese la tensión dos veces, con un par
de minutos de descanso. Anótelo en una libreta y enséñesela a su médica o a su enfermero. Un valor por
encima de 140/90 mmHg en la consulta, o de 135/85 en casa, debería repetirse otro día.

La doctora Inés Gorriti, del Hospital Clínico de Valencia, lo explica así: «Nadie quiere tomar pastillas
toda la vida, pero un ictus cambia la vida mucho más». Antes de los medicamentos vienen los hábitos:
caminar media hora al día, comer con menos sal, dejar el tabaco, beber poco alcohol y dormir bien. Perder
cinco kilos puede bajar la máxima unos 5 mmHg.

Si con eso no basta, existen varios fármacos seguros: los diuréticos, los inhibidores de la ECA, los
antagonistas del calcio y los betabloqueantes. Algunos causan tos seca o hinchazón en los tobillos;
dígaselo a quien se los recetó y no los suspenda por su cuenta. El ibuprofeno, los descongestionantes y
el regaliz suben la tensión: consúltelo en la farmacia.

La ketamina, que se estudia contra la depresión resistente, también eleva la tensión durante una o dos
horas; por ello se administra en un centro sanitario, con vigilancia. La serotonina, el glutamato y la
neuroplasticidad explican parte de su efecto antidepresivo, aunque todavía quedan preguntas sin
responder. Quienes padecen un trastorno por estrés postraumático (TEPT) o hipertiroidismo deben
comentarlo antes de empezar.

Hoy es fácil vigilarse: hay tensiómetros baratos, aplicaciones para el móvil y consultas por
videollamada. Lo difícil es la constancia. Pida cita para revisarse al menos una vez al año y
acompáñese de alguien de confianza si lo necesita.
"""

FRENCH = """
L’asthme touche près de quatre millions de personnes en France, dont un enfant sur dix. Les bronches,
enflammées en permanence, se resserrent au moindre déclencheur : l’air froid, le pollen, la fumée, un
effort, parfois une simple émotion. La personne siffle, tousse la nuit et cherche son souffle.

Qu’est-ce qui déclenche une crise ? Chacun doit apprendre à le repérer. Chez Camille, 34 ans,
institutrice à Nantes, c’était la moisissure de l’appartement. « Je n’arrivais plus à monter deux
étages », raconte-t-elle. Après le déménagement et quelques semaines de corticoïdes inhalés, elle s’est
remise à courir.

Le traitement de fond se prend tous les jours, même lorsqu’on se sent bien : il calme l’inflammation et
prévient les crises. Le bronchodilatateur, lui, soulage en quelques minutes mais ne guérit rien. S’il
vous en faut plus de deux fois par semaine, l’asthme est mal contrôlé ; parlez-en à votre médecin
généraliste ou à un pneumologue. Aujourd’hui, un seul inhalateur peut réunir les deux médicaments.

Beaucoup d’adultes utilisent mal leur dispositif. Expirez à fond, serrez les lèvres autour de
l’embout, inspirez lentement et profondément, puis retenez votre souffle une dizaine de secondes.
Rincez-vous ensuite la bouche : cela évite l’enrouement et le muguet. Votre pharmacien vous montrera
volontiers les gestes ; une chambre d’inhalation aide les plus jeunes et les personnes âgées.

Appelez le 15 ou le 112 si la personne n’arrive plus à parler, si ses lèvres bleuissent ou si elle
s’épuise. En attendant les secours, asseyez-la, desserrez ses vêtements et donnez-lui jusqu’à dix
bouffées de son bronchodilatateur.

L’anxiété et la dépression sont plus fréquentes chez les asthmatiques, sans que l’on sache toujours
laquelle entraîne l’autre. Un suivi psychologique, la rééducation respiratoire et une activité physique
adaptée améliorent la qualité de vie. Quant à la kétamine, étudiée dans la dépression résistante et le
trouble de stress post-traumatique (TSPT), elle relie peut-être des neurones que le stress chronique
avait séparés : on parle de neuroplasticité. Son emploi relève de l’hôpital.
"""

GERMAN = """
Rückenschmerzen kennt fast jeder. Meist steckt nichts Gefährliches dahinter: Muskeln sind verspannt,
eine Bandscheibe ist gereizt, und nach vier bis sechs Wochen ist der Spuk vorbei. Trotzdem zählen
Kreuzschmerzen in Deutschland zu den häufigsten Gründen für eine Krankschreibung.

Was hilft? Bewegung, auch wenn es zunächst schwerfällt. Wer sich schont und tagelang im Bett liegt, wird
steifer und ängstlicher. Spazierengehen, Schwimmen oder Radfahren sind gute Anfänge; Wärme und eine
kurze Behandlung mit Schmerzmitteln wie Ibuprofen können den Einstieg erleichtern. Die Nationale
Versorgungsleitlinie rät davon ab, sofort ein Röntgenbild oder eine MRT-Aufnahme zu machen.

Anders ist es, wenn Warnzeichen hinzukommen: Taubheitsgefühle im Schritt, Blasen- oder Darmstörungen,
Fieber, ein Unfall, ungewollter Gewichtsverlust oder eine Lähmung. Dann gehören Sie noch am selben Tag in
ärztliche Hände. Auch nächtliche Schmerzen, die in Ruhe zunehmen, sollten Ihre Ärztin oder Ihr Arzt
abklären.

Dauern die Beschwerden länger als zwölf Wochen, spielen Stress, Schlafmangel und Niedergeschlagenheit oft
eine größere Rolle als die Wirbelsäule selbst. „Der Schmerz hat sich im Nervensystem verselbstständigt“,
sagt die Oberärztin einer Schmerzambulanz in Freiburg. Bewährt hat sich eine Behandlung, die
Krankengymnastik, Verhaltenstherapie und Entspannungsübungen verbindet. Physiotherapeutinnen und
Psychotherapeuten arbeiten dabei eng zusammen; Patientinnen und Patienten lernen, sich wieder etwas
zuzutrauen.

Opioide wie Tilidin oder Tramadol sind nur selten sinnvoll und machen auf Dauer abhängig. Bei schweren
Depressionen, die auf andere Mittel nicht ansprechen, wird manchmal Ketamin eingesetzt; eine
Ketaminbehandlung gehört jedoch in erfahrene Hände, weil Blutdruck und Herzfrequenz währenddessen
überwacht werden müssen. Forscherinnen vermuten, dass Glutamat, Serotonin und die Neuroplastizität des
Gehirns daran beteiligt sind. Bei einer posttraumatischen Belastungsstörung (PTBS) ist die Studienlage
noch dünn.

Am Arbeitsplatz lohnt sich ein höhenverstellbarer Schreibtisch. Stehen Sie regelmäßig auf, telefonieren
Sie im Gehen und heben Sie Schweres aus den Knien. Das klingt banal, und doch geht’s vielen nach ein paar
Wochen besser.
"""

ARABIC = """
يصيب الصداع النصفي واحدا من كل سبعة أشخاص تقريبا، وهو ليس مجرد ألم في الرأس. تبدأ النوبة أحيانا
باضطراب في الرؤية أو وخز في اليد، ثم يأتي ألم نابض في جانب واحد من الرأس يستمر من أربع ساعات إلى
ثلاثة أيام، وقد يصاحبه غثيان وحساسية شديدة من الضوء والصوت.

لا يعرف الأطباء السبب الدقيق، لكنهم يعرفون ما يثير النوبات عند كثير من المرضى: قلة النوم، والجوع،
والتوتر، وتغير الهرمونات، وبعض الأطعمة. لذلك ينصح الطبيب بكتابة مذكرات يومية يسجل فيها المريض وقت
النوبة وما أكله وكم ساعة نام قبلها.

يبدأ العلاج بالراحة في غرفة هادئة ومظلمة وشرب الماء. وتفيد المسكنات البسيطة إذا أخذت في الساعة
الأولى، أما الإفراط في تناولها فيزيد الصداع سوءا. وهناك أدوية خاصة تمنع النوبات، يصفها الطبيب لمن
تتكرر لديهم أكثر من أربع مرات في الشهر، وقد تسبب النعاس أو زيادة الوزن.

اتصل بالإسعاف فورا إذا جاء الألم فجأة كالصاعقة، أو صاحبه ضعف في الذراع أو صعوبة في الكلام أو ارتفاع
في الحرارة مع تصلب في الرقبة، فهذه علامات قد تدل على مرض خطير.

وتدرس الأبحاث اليوم علاقة الصداع بالاكتئاب والقلق، فكلاهما أكثر شيوعا عند المصابين به. ويساعد العلاج
النفسي والرياضة المنتظمة والنوم الكافي على تقليل عدد النوبات. ويستعمل الكيتامين في بعض المستشفيات
لعلاج الاكتئاب الذي لا يستجيب للأدوية الأخرى، ويعطى تحت إشراف طبي لأنه يرفع ضغط الدم مدة قصيرة.
ويعتقد الباحثون أن الكيتامين يساعد خلايا الدماغ على تكوين روابط جديدة، غير أن العلاج بالكيتامين ما
زال يحتاج إلى مزيد من الدراسات.

تحدث مع طبيبك أو مع الصيدلي قبل أن تجمع بين دواءين، وأخبر أسرتك بما تحتاج إليه أثناء النوبة.
"""

TEXTS = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "de": GERMAN, "ar": ARABIC}

MISSPELT = {
    "en": {
        "chronic insomnia": ("chronic insomna", "insomnia"),
        "gets in the way of": ("gets in teh way of", "the"),
        "herbal teas, earplugs": ("herbal teas, earpluggs", "earplugs"),
        "at the same time": ("at the smae time", "same"),
        "The idea is simple": ("The ideea is simple", "idea"),
        "for depression.": ("for depresion.", "depression"),
        "anxiety or": ("anxeity or", "anxiety"),
        "American College": ("American Collgee", "College"),
    },
    "es": {
        "La tensión arterial": ("La tension arterial", "tensión"),
        "los riñones y": ("los rinones y", "riñones"),
        "la espalda apoyada": ("la espalda apoyadda", "apoyada"),
        "al menos una vez": ("al mneos una vez", "menos"),
        "varios fármacos": ("varios fármaccos", "fármacos"),
        "su efecto antidepresivo": ("su efecto antidepresvio", "antidepresivo"),
        "dejar el tabaco": ("degar el tabaco", "dejar"),
    },
    "fr": {
        "Le traitement de fond": ("Le traitment de fond", "traitement"),
        "en permanence, se": ("en permannence, se", "permanence"),
        "la bouche : cela": ("la bouhce : cela", "bouche"),
        "L’anxiété et": ("L’anxietée et", "anxiété"),
        "prévient les crises": ("prévient les crizes", "crises"),
        "votre médecin": ("votre medecin", "médecin"),
    },
    "de": {
        "Rückenschmerzen kennt": ("Ruckenschmerzen kennt", "Rückenschmerzen"),
        "kurze Behandlung mit": ("kurze Behandlnug mit", "Behandlung"),
        "eine größere Rolle": ("eine grössere Rolle", "größere"),
        "Blutdruck und": ("Blutdruk und", "Blutdruck"),
        "Beschwerden länger": ("Beschwehrden länger", "Beschwerden"),
        "sofort ein": ("soffort ein", "sofort"),
    },
    "ar": {
        "أحيانا": ("احيانا", "أحيانا"),
        "العلاج بالراحة": ("العلجا بالراحة", "العلاج"),
        "الدماغ على": ("الدماااغ على", "الدماغ"),
        "المرضى: قلة": ("المرضىى: قلة", "المرضى"),
    },
}
"""Of each text, what is written another way, and what was meant."""


def passages(text: str, locale: str) -> tuple[Passage, ...]:
    """Give the paragraphs of a text as passages on one line each."""
    blocks = text.strip().split("\n\n")
    return tuple(
        Passage(block.replace("\n", " "), locale, "paragraph", Origin("a.md", ((0, line, 1),)))
        for line, block in enumerate(blocks, start=1)
    )


def unknown(text: str, locale: str) -> dict[str, tuple[str, ...]]:
    """Give what is found in a text, with its suggestions."""
    found = Judge(locale, dictionaries.load).misspellings(passages(text, locale))
    return {misspelling.word: misspelling.suggestions for misspelling in found}


@pytest.mark.parametrize("locale", TEXTS)
def test_clean_text_is_silent(locale: str) -> None:
    """Nothing is reported in a careful text of a few hundred words."""
    assert unknown(TEXTS[locale], locale) == {}


@pytest.mark.parametrize("locale", TEXTS)
def test_planted_misspellings_are_found_with_the_right_word_first(locale: str) -> None:
    """A letter missing, added, swapped or wrong, and an accent dropped, each in a whole text."""
    text = TEXTS[locale]
    expected = {}
    for right, (wrong, meant) in MISSPELT[locale].items():
        flat = text.replace("\n\n", "\0").replace("\n", " ")
        assert right in flat, right
        text = flat.replace(right, wrong, 1).replace("\0", "\n\n")
        expected[meant] = wrong
    firsts = {suggestions[:1] for suggestions in unknown(text, locale).values()}
    assert firsts == {(meant,) for meant in expected}
