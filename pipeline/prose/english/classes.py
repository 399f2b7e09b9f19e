"""
Classes of English words, as alternatives of a pattern.

They are closed on purpose: a word is here because the patterns that ask for it admit one reading only.
Left out of the nouns is whatever may follow "it's" or "you're" by itself ("it's time", "you're home").
"""

from __future__ import annotations

import re


def either(words: str) -> str:
    """Give a pattern of any of *words*, the longest first; an underscore stands for a space."""
    every = sorted(set(words.split()), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word).replace('_', ' ') for word in every)})"


DETERMINER = either(
    "the a an this that these those my your our their his her its any some all each every no many "
    "most several few one two three both another"
)
PREPOSITION = either(
    "of for with from into by at through despite during within under about between against among "
    "around behind beyond near onto upon throughout toward towards without across along beneath "
    "beside inside outside via to in on over"
)
BE = either("is are was were be been being isn't aren't wasn't weren't 's 're 'm am")
FINITE = either(
    "is are was were has have had can could may might must should will would does do did isn't "
    "aren't wasn't weren't don't doesn't didn't can't won't cannot include includes included says "
    "said tells told comes come came makes made gets got became becomes helps helped shows showed "
    "works worked depends varies lasts lasted seems needs need went felt fell grew rose began improved changed stopped started"
)

PHRASE_ENDS = (
    r"(?=[.,;:!?)]|$| "
    + either(
        "of on in at to for with by from into onto before after when while if because and or but so is was has had "
        "will would can could may might must should as which who during without until every each over under again "
        "than like near inside outside through along against between soon late early often once twice first"
    )
    + r"\b)"
)
"""Behind a noun: what shows that no other noun follows, to which it would only be added ("user error")."""

PREDICATE = (
    either(
        # determiners, pronouns and question words
        "a an the this that these those my your our their his her its no one me you him us them it he "
        "she they we i what where why how who when whether if because as like than then and or but so "
        # prepositions that begin a predicate
        "in on at for from with without by to up down out off over under about of through within beyond "
        "between behind among near inside outside against around into after before during until since "
        # adverbs
        "not never always often sometimes usually also still already just only even ever yet too very "
        "quite rather really now here there again almost mostly mainly perhaps maybe probably possibly "
        "certainly definitely simply merely nearly hardly actually currently generally typically all "
        "both either neither more most less least much many far better best worse worst well enough "
        "soon later once twice today pretty kind sort somewhat otherwise instead such equally highly "
        "more_or_less particularly especially absolutely entirely completely totally fully extremely "
        "increasingly relatively fairly clearly obviously unfortunately apparently essentially "
        # participles and adjectives that a predicate is made of
        "been gone done made given taken known shown seen held kept left lost set put built sent meant "
        "thought found said told written used free full good bad great fine nice okay ok true false "
        "right wrong hard easy difficult simple safe unsafe dangerous possible impossible important "
        "necessary essential vital useful useless clear unclear likely unlikely sure unsure able unable "
        "ready open closed late early long short big small large tiny huge high low hot cold warm cool "
        "new old young normal common rare usual unusual natural strange odd funny sad happy busy tired "
        "sick ill available unavailable up-to-date time fun worth okay alright cheap expensive quick fast "
        "slow strong weak heavy light dark wet dry empty enough different same similar equal better "
        "interesting surprising worth_it afraid alive alone aware asleep awake certain due fair legal "
        "illegal optional mandatory responsible reasonable ideal perfect great important obvious "
        "raining snowing "
        # nouns that follow without an article
        "people part lots plenty nothing something anything everything someone nobody everyone anyone "
        "human english common_sense business work money history rubbish nonsense love "
        "half two three four five six seven eight nine ten hundred thousand"
    )
    + r"\b|\w+(?:ing|ed|ly|able|ible|ful|less|ous)\b"
)
"""What may stand behind "it's", "you're" or "they're" when that is a verb; a negative look-ahead."""

_COUNT = (
    "ability name purpose role aim goal task effect impact benefit function size shape "
    "length width height depth weight price value cost age scope origin location position address "
    "website structure title owner author founder chair chairman director leader parent "
    "predecessor successor mission vision policy strategy budget board office headquarters staff team "
    "membership member user customer reader audience population capital neighbour neighbor surface "
    "centre center roof door entrance "
    "importance usefulness effectiveness efficacy safety usage performance popularity reputation "
    "strength weakness success failure growth development introduction publication discovery "
    "existence presence absence appearance behaviour behavior use potency dose dosage half-life "
    "side_effect first_year first_meeting last_meeting annual_report approach programme campaign charter "
    "constitution mandate agenda logo brand archive interface configuration dependency integrity complexity "
    "resolution selection version module format founder headquarter premises audience readership catalogue "
    "structure core_aim main_aim main_goal main_purpose main_role main_feature main_advantage main_use "
    "main_cause main_effect main_function full_name first_name own_website home_page life_cycle "
    "lifespan lifetime shelf_life active_ingredient active_substance brand_name generic_name "
    "manufacturer licence license recipient beneficiary spokesperson treasurer committee workforce "
    "membership_fee funding_body infrastructure inventor editor publisher sponsor supporter critic rival "
    "competitor successor calculation description translation "
    "documentation implementation application operation location reputation population "
    "organisation organization administration foundation destination constitution"
)
_PLURAL = (
    "effects benefits side_effects members users patients readers customers partners staff aims goals "
    "rules doors roots leaves walls windows features functions uses causes symptoms results findings "
    "services programmes programs projects activities staff employees volunteers leaders owners "
    "founders authors contents limits risks advantages disadvantages strengths weaknesses origins "
    "properties parts effects costs prices values policies accounts offices branches neighbours "
    "neighbors ingredients levels opening_hours dependencies derivatives solutions arguments versions "
    "interfaces settings options fields pages articles reports publications donors supporters sponsors "
    "trustees directors managers editors readers competitors rivals critics successors variants "
    "equivalents counterparts buildings facilities premises resources funds finances operations "
    "procedures standards guidelines recommendations conclusions characteristics consequences "
    "implications applications"
)
COUNT = either(_COUNT)
"""Nouns that never follow "it's" without an article."""
PLURAL = either(_PLURAL)
COUNT_OR_PLURAL = either(f"{_COUNT} {_PLURAL}")

_OWNED = (
    "doctor gp nurse pharmacist therapist psychiatrist dentist surgeon midwife counsellor counselor "
    "consultant carer caregiver physician employer manager boss landlord partner spouse husband wife "
    "son daughter mother father mum mom dad sister brother parents baby babies child "
    "neighbour neighbor colleague colleagues body brain heart liver kidneys lungs blood skin hair "
    "eyes eye ears ear nose mouth teeth tongue throat neck chest stomach belly arm arms leg legs "
    "hand hands foot feet knee knees head face back_pain bones joints muscles immune_system mood "
    "anxiety depression symptoms symptom pain diagnosis treatment treatments medication medications "
    "medicine medicines tablets dose doses prescription appetite weight diet sleep breathing temperature "
    "blood_pressure heart_rate health wellbeing well-being mental_health physical_health condition "
    "illness disease recovery appointment appointments visit clinic hospital ward insurance "
    "password passwords username email account accounts address addresses name names phone "
    "computer device devices browser website data details questions question answer answers needs "
    "views opinion opinions feelings thoughts emotions worries concerns fears rights choices choice "
    "decision decisions goals goal plan plans job jobs career money income savings bills taxes "
    "salary life lives lifestyle future past house houses flat room garden car bike clothes shoes "
    "bag bags luggage passport ticket tickets luck turn best_friend friends friend family_members "
    "relatives loved_ones children kids pets dog cat age birthday language culture behaviour behavior "
    "attention experience experiences skills knowledge progress homework exam exams teacher teachers "
    "class school order orders booking bookings donation donations membership subscription letter letters "
    "form forms results result payment payments claim claims claim_form file files page text team group event "
    "events package packages system systems program programs app apps server project projects screen "
    "network keyboard copy library organisation organization company business community "
    "workplace neighbourhood neighborhood town village"
)
OWNED = either(_OWNED)
"""What people have, and what nobody is: "you're doctor" and "there jobs" are never right."""
OWNED_ONE = either(
    "doctor gp nurse pharmacist therapist psychiatrist dentist surgeon midwife counsellor counselor "
    "employer landlord partner husband wife son daughter mother father sister brother baby body brain "
    "heart liver skin mood appetite diagnosis treatment medication prescription diet immune_system "
    "temperature blood_pressure heart_rate appointment passport password username lifestyle mental_health "
    "career"
)
"""Of those, what stands only once and needs an article: "there doctor said"."""
TAKES = either(
    "ask asks asked asking tell tells told telling see sees seeing call calls called contact contacts "
    "contacted visit take takes took taking taken bring brings brought give gives gave giving keep keeps "
    "kept keeping lose loses lost losing change changes changed changing check checks checked manage "
    "manages managed improve improves improved improving share shares shared use uses used using affect "
    "affects affected affecting protect protects protected support supports supported help helps helped "
    "helping meet met leave leaves left leaving raise raised raising send sends sent lower lowers raise "
    "raises control controls understand discuss discusses discussed express describe need needs feed "
    "feeds teach teaches taught wash brush open opens opened close closes closed enter forget forgot "
    "remember follow followed find found of for with about between during by into write wrote spend "
    "spent spending enjoy enjoyed measure measures measured reduce reduces reduced increase increases "
    "increased limit limits limited damage damages damaged risk risked save saved sold sell cover covers"
)
"""Verbs and prepositions that want a thing behind them, and no clause."""
