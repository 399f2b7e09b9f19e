"""
Common English words by what they can be, as sets: nouns that are counted, stuff, verbs, comparatives.

A counted noun is never bare ("it's paw", "has history of"), and that tells slips apart. So nothing is
here that stands without an article in good English: "home", "work", "time", "law", "family", or that is an
adjective or a participle as well. Forms are built from the base, by rule.
"""

from __future__ import annotations

import functools

_THINGS = (
    # bodies
    "paw tail beak wing fin claw snout hoof horn nest den shell belly stomach head face neck throat nose "
    "mouth tongue lip tooth jaw ear eye arm elbow wrist hand finger thumb nail shoulder chest hip leg knee ankle foot toe "
    "heel heart lung kidney bladder womb spine rib bone joint muscle nerve vein wound scar rash bruise blister cough "
    "fever headache limb skull trunk "
    # plants and gardens
    "leaf root stem branch twig petal seed bud flower blossom stalk bulb shoot seedling hedge lawn garden greenhouse bed "
    "pot shed fence orchard tree bush vine harvest canopy crown "
    # rooms, tools, kitchens
    "lid seal handle blade edge rim cap cork jar bottle bowl pan kettle oven fridge freezer stove burner tray knife fork "
    "spoon whisk sieve grater plate cup mug glass jug bucket basket bag sack box drawer shelf cupboard table chair "
    "desk lamp bulb plug socket switch button knob lever pedal wheel tyre tire brake engine motor battery charger cable cord "
    "wire hose tap pipe valve pump filter tank boiler radiator heater thermostat sensor dial timer alarm clock door window roof "
    "wall ceiling floor corner stair step cellar attic garage balcony porch chimney gutter drain kitchen bathroom bedroom "
    "needle thread hook hinge bolt screw nut nail hammer saw drill ladder rope chain lock padlock "
    "pillow blanket mattress sheet towel curtain carpet coat jacket shirt sleeve collar pocket belt hat glove sock shoe boot "
    "point peak brim surface coating lining cover "
    # software
    "file folder screen menu icon tab browser password username account profile page website app server database "
    "router keyboard mouse printer camera phone tablet laptop device display driver update backup setting link cursor "
    "inbox session folder domain address interface "
    # law, business, life
    "lawyer solicitor barrister judge jury witness client landlord tenant lease contract clause deposit receipt bill "
    "invoice fee tax salary pension loan mortgage claim complaint appeal verdict sentence hearing trial court "
    "application form permit licence license passport visa certificate signature document letter envelope stamp parcel "
    "budget profit debt branch office shop store factory farm bank company firm customer employer employee manager "
    "committee council mayor minister government parliament party member chairman director secretary union charity "
    "school teacher pupil student exam lesson class college university degree diploma "
    "car bike bicycle bus train tram van lorry truck boat ship plane ticket seat journey trip route road street bridge "
    "village town city region border neighbour neighbor friend guest visitor sister brother mother father parent child "
    "baby son daughter husband wife cousin aunt uncle dog cat puppy kitten horse cow sheep goat hen bird bee "
    "nurse doctor dentist surgeon midwife pharmacist therapist patient clinic hospital ward surgery appointment "
    "prescription tablet pill capsule dose syringe bandage plaster thermometer scan x-ray symptom "
    "disease illness infection allergy injury diagnosis "
    # what is said and thought
    "reputation history list lot variety pair copy handful bit couple tendency habit duty obligation ability idea opinion "
    "answer question reason cause result effect benefit advantage disadvantage drawback problem mistake error slip fault flaw "
    "decision plan goal aim purpose policy rule law reform report article book chapter story testimony statement "
    "discovery invention accident fire flood storm drought earthquake outbreak epidemic scandal dispute strike protest "
    "quarrel argument debate survey study project campaign merger bankruptcy lawsuit inquiry investigation leak crash "
    "recipe ingredient meal dish sauce soup cake loaf dough crust colour color flavour flavor smell scent taste texture "
    "shape size weight height width length depth speed temperature price value name title owner author founder "
    "role task job career skill talent gift knack background background sense feeling mood fear worry hope dream "
    "promise chance risk threat sign signal message voice tone meaning origin"
)
# Without an article, too, but never behind "it's" or "you're" where a thing is meant.
_STUFF = (
    "soil water milk butter flour sugar salt rice bread cheese meat fish oil vinegar honey yeast sand clay gravel "
    "compost mulch wood steel iron copper glass paper cotton wool leather rubber concrete grass straw hay "
    "skin hair blood bone sweat fur balance strength weight appetite temper patience"
)
_IRREGULAR = {
    "leaf": "leaves",
    "shelf": "shelves",
    "knife": "knives",
    "loaf": "loaves",
    "wife": "wives",
    "tooth": "teeth",
    "foot": "feet",
    "child": "children",
    "mouse": "mice",
    "sheep": "sheep",
    "hoof": "hooves",
    "diagnosis": "diagnoses",
}

_VERBS = (
    "accept add adjust admire adopt affect apply approve arrange ask avoid bake bathe bear beat bend bite block boil borrow "
    "brake bring brush build burn bury buy call cancel carry catch change charge check choose claim clean clear climb close "
    "collect comb compare complete cook cool copy correct cost count cover crack create cross crush curl cut damage defend "
    "delay deliver describe destroy divide drag draw dress drink drive drop dry dye earn eat empty enjoy enter examine expand "
    "express extend feed fertilise fertilize fill find finish fix fold follow freeze fry gain gather give grab grate grease grill "
    "grind grow guard hang harvest have heal hear heat hide hit hold hurt ignore improve include increase injure inspect install "
    "keep kick kiss lay lead leave lend lick lift limit load lock lose lower make measure meet melt mend mix mount move mow "
    "need notice obtain offer open order own pack paint park pass paste pay peel plant polish pour prepare preserve press "
    "print produce protect provide prune publish pull pump push put raise reach read receive record reduce refuse release "
    "remove renew rent repair replace rest restart restore return review rinse roast roll rub ruin run save scratch seal "
    "sell send serve set sew shake share sharpen shed shorten show shut sign slice smell soak sow spend spill spoil spray "
    "spread squeeze stamp start stir stop store strain stretch strip support sweep take taste teach tear test throw tie tighten "
    "touch trim turn twist update use visit wash water wear weigh win wipe wrap write"
)
_PAST = {
    "bear": "bore borne", "beat": "beat beaten", "bend": "bent", "bite": "bit bitten", "bring": "brought",
    "build": "built", "buy": "bought", "catch": "caught", "choose": "chose chosen", "cost": "cost", "cut": "cut",
    "draw": "drew drawn", "drink": "drank drunk", "drive": "drove driven", "eat": "ate eaten", "feed": "fed",
    "find": "found", "freeze": "froze frozen", "give": "gave given", "grind": "ground", "grow": "grew grown",
    "hang": "hung", "have": "had", "hear": "heard", "hide": "hid hidden", "hit": "hit", "hold": "held", "hurt": "hurt",
    "keep": "kept", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "lose": "lost", "make": "made",
    "meet": "met", "pay": "paid", "put": "put", "read": "read", "run": "ran", "sell": "sold", "send": "sent",
    "set": "set", "sew": "sewed sewn", "shake": "shook shaken", "shed": "shed", "show": "showed shown", "shut": "shut",
    "sow": "sowed sown", "spend": "spent", "spread": "spread", "sweep": "swept", "take": "took taken",
    "teach": "taught", "tear": "tore torn", "throw": "threw thrown", "wear": "wore worn", "win": "won", "write": "wrote written",
}  # fmt: skip

_ADJECTIVES = (
    "big small large tall short long wide narrow high low deep shallow thick thin fat slim heavy light fast slow quick "
    "early late soon near close far hot cold warm cool wet dry damp moist hard soft firm tough tender crisp smooth rough sharp blunt "
    "bright dark pale clear clean dirty fresh old new young strong weak loud quiet cheap dear rich poor safe sick "
    "healthy happy sad angry busy lazy easy simple plain strict mild sweet sour salty bitter spicy ripe sandy rocky sunny "
    "rainy cloudy windy noisy tight loose full empty smart clever kind nice fine great grand steep flat straight tidy "
    "lovely likely ugly pretty hungry thirsty tired sleepy lonely friendly greedy juicy oily muddy dusty rusty steady sturdy "
    "rare common few brave calm fair fierce gentle humble noble stable subtle dense stiff raw keen wise broad tiny"
)
_OWN_WAY = "better worse further farther less more elder"


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def _short(word: str) -> bool:
    """Is the last letter of a word doubled before an ending: one vowel between single consonants."""
    return (
        len(word) >= 3
        and word[-1] not in "aeiouwxy"
        and word[-2] in "aeiou"
        and word[-3] not in "aeiou"
        and sum(letter in "aeiou" for letter in word) == 1
    )


def _joined(word: str, ending: str) -> str:
    """
    Give *word* with an ending that begins with a vowel.

    >>> _joined("thin", "er"), _joined("dry", "er"), _joined("pale", "er"), _joined("sweep", "ing")
    ('thinner', 'drier', 'paler', 'sweeping')
    """
    if word.endswith("e"):
        return word[:-1] + ending
    if word.endswith("y") and word[-2] not in "aeiou" and ending != "ing":
        return f"{word[:-1]}i{ending}"
    return word + (word[-1] if _short(word) else "") + ending


@functools.cache
def nouns() -> frozenset[str]:
    """
    Give nouns that are counted, as one.

    >>> "paw" in nouns(), "home" in nouns()
    (True, False)
    """
    return frozenset(_THINGS.split())


@functools.cache
def plurals() -> frozenset[str]:
    """Give the same nouns as many."""
    return frozenset(_plural(noun) for noun in _THINGS.split())


@functools.cache
def stuff() -> frozenset[str]:
    """Give what is not counted."""
    return frozenset(_STUFF.split())


@functools.cache
def anything() -> frozenset[str]:
    """Give all of these nouns."""
    return nouns() | plurals() | stuff()


@functools.cache
def verbs() -> frozenset[str]:
    """Give verbs that take a thing, in their plain form."""
    return frozenset(_VERBS.split())


@functools.cache
def verb_forms() -> frozenset[str]:
    """
    Give all forms of those verbs.

    >>> {"hurt", "sheds", "protecting", "wiped", "carries", "left"} <= verb_forms()
    True
    """
    found: set[str] = set()
    for verb in _VERBS.split():
        past = _PAST.get(verb, _joined(verb, "ed"))
        found.update((verb, _plural(verb), _joined(verb, "ing"), *past.split()))
    return frozenset(found)


@functools.cache
def adjectives() -> frozenset[str]:
    """Give the adjectives that have a comparative in -er."""
    return frozenset(_ADJECTIVES.split())


@functools.cache
def comparatives() -> frozenset[str]:
    """
    Give what "than" follows.

    >>> {"bigger", "drier", "paler", "better", "sweeter"} <= comparatives(), "butter" in comparatives()
    (True, False)
    """
    return frozenset((*_OWN_WAY.split(), *(_joined(word, "er") for word in _ADJECTIVES.split())))
