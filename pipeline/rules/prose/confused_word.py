"""prose/confused-word"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import Found, Rule
from pipeline.model import Passage
from pipeline.prose.english.classes import DETERMINER
from pipeline.prose.english.confused import EVERYDAY
from pipeline.prose.english.slips import find, slip

_DISEASE = "(?:cancer|gland|surgery|biopsy|exam|examination|problems|screening|tumours?|tumors?)"

SLIPS = (
    slip("alot", r"<<alot>>", "a lot"),
    slip(
        "lot off",
        r"(?:a|whole) <<lot off>> (?:people|time|money|the|things|work|research|evidence|our|us|them|patients|different|new|help|water|pain)\b",
        "lot of",
    ),
    slip(
        "off",
        r"(?:piece|peace|most|some|many|all|half|because|instead|kind|sort|part|number|plenty|couple|types?|side effects) <<off>> (?:the|our|us|them|these|those|this|your|their|mind|people|patients)\b(?! (?:shelf|peg|record|ground|road|beaten|grid|bat|rack|cuff|air|market))",
        "of",
        "unsafe",
    ),
    slip(
        "trail",
        r"(?:clinical|controlled|randomi[sz]ed|placebo-controlled|double-blind|drug|vaccine|medical) <<trail>>",
        "trial",
    ),
    slip(
        "trails",
        r"(?:clinical|controlled|randomi[sz]ed|placebo-controlled|double-blind|drug|vaccine|medical) <<trails>>",
        "trials",
    ),
    slip(
        "patience",
        r"(?:these|those|our|many|most|some|all|to|for|help|helps|treat|treats|treating|young|older|few|in|of|with|and|both|female|male|hospital|cancer) <<patience>> (?:who|are|were|have|suffering|whose|can|may|should|will|did|do|need|reported|felt)\b(?! (?:be|not|been|pay|make|help)\b)",
        "patients",
    ),
    slip("prostrate", rf"<<prostrate>> {_DISEASE}\b", "prostate"),
    slip(
        "pubic",
        r"<<pubic>> (?:health|transport|transportation|services?|sector|funds|funding|policy|holiday|holidays|school|schools|relations|opinion|library|meeting|hearing|awareness|domain|body|bodies|money|spending)\b",
        "public",
    ),
    slip(
        "threw",
        r"(?:went|go|goes|going|gone|get|gets|got|getting|put|all|right|walk|walked|come|comes|came|look|looked|run|live|lived|pass|passes|passed|read) <<threw>>\b",
        "through",
    ),
    slip(
        "principal",
        r"in <<principal>>(?=[.,;:!?)]|$| (?:we|it|they|the|this|there|you|yes)\b)",
        "principle",
    ),
    slip(
        "principals",
        r"(?:basic|guiding|core|fundamental|underlying|general|first|main|ethical|moral|scientific|same|design|the) <<principals>> (?:of (?:care|good|design|medicine|treatment|safe|ethics|law|physics|the|our|this|research|science|healthy|practice)|that guide|behind|underlying|are)\b(?! (?:school|schools|company|firm))",
        "principles",
        "unsafe",
    ),
    slip(
        "principals",
        r"(?:basic|guiding|core|fundamental|underlying|ethical|moral|scientific) <<principals>>",
        "principles",
    ),
    slip(
        "principal",
        r"(?:basic|guiding|fundamental|underlying|ethical|precautionary|moral) <<principal>>(?=[.,;:!?)]|$| (?:of|is|that|behind|in|for)\b)",
        "principle",
    ),
    slip(
        "principle",
        r"<<principle>> (?:investigators?|components?|author|cause|reason|residence|aim|purpose|researcher|diagnosis|source)\b",
        "principal",
    ),
    slip(
        "suppose to",
        r"(?:is|are|was|were|'m|'re|'s|be|am|not|isn't|aren't|wasn't|weren't|you're|i'm|it's|they're|we're|been) <<suppose>> to\b",
        "supposed",
    ),
    slip(
        "use to",
        r"(?:he|she|it|there|who|we|they|i|you|people) <<use>> to (?:be|have|think|live|believe|smoke|work|like|love|drink|know|take it for)\b(?! (?:able|sure|used)\b)",
        "used",
        "unsafe",
    ),
    slip("bare", r"<<bare>> (?:in mind|with (?:us|me|it|the pain|this)|witness)\b", "bear"),
    slip(
        "form ",
        rf"(?:suffer|suffers|suffered|suffering|recover|recovers|recovered|recovering|away|apart|benefit|benefits|benefited|come|comes|came|coming|died|dies|dying|far|range|ranges|ranging|prevent (?:you|them|it|him|her|people)|protects?|stems?|resulting|results|derived|obtained|downloaded|inherited|separate|excluded|removed|extracted|taken|copied|received|learned|learnt|moved|separated|escape|escaped|heard|released|generated|started|installed|bought|borrowed|kept|quotes?|days|weeks|months) <<form>> (?:{DETERMINER}|it|them|him|depression|asthma|pain|cancer|stress|anxiety|a|illness|home|work|people|patients|other|and|mild|\d)",
        "from",
        "unsafe",
    ),
    slip(
        "form",
        r"(?:suffer|suffers|suffered|suffering|recover|recovers|recovered|recovering) <<form>>\b",
        "from",
    ),
    slip(
        "form",
        r"(?:where|different|far|away|apart) <<form>> (?:the|what|that|each|one|other|home|your|our|their|those|it)\b",
        "from",
    ),
    slip(
        "illicit",
        rf"<<illicit>> (?:{DETERMINER}|responses?)\b(?! (?:drug|drugs|trade|substance|trafficking))",
        "elicit",
    ),
    slip(
        "illicit",
        r"to <<illicit>> (?!drug|trade|traffic|substance|market|activit|money|fund)",
        "elicit",
        "unsafe",
    ),
    slip("elicit", r"<<elicit>> (?:drugs?|substances?|trade|trafficking|market)\b", "illicit"),
    slip(
        "heroine",
        r"<<heroine>> (?:addiction|addicts?|use|users?|overdoses?|abuse|dealers?|withdrawal|dependence|dependency)\b",
        "heroin",
    ),
    slip(
        "martial",
        r"<<martial>> (?:status|problems|counselling|counseling|breakdown|home|therapy)\b",
        "marital",
    ),
    slip("marital", r"<<marital>> (?:arts?|law)\b", "martial"),
    slip(
        "piece of mind",
        r"(?:for|your|their|with|gives?|give you|giving|of|brings?|offers?|more|some|and|complete|total|great) <<piece>> of mind\b",
        "peace",
    ),
    slip("wait loss", r"<<wait>> loss\b", "weight"),
    slip("weighting room", r"<<weighting>> (?:room|rooms)\b", "waiting"),
    slip(
        "personal",
        r"(?:medical|nursing|trained|qualified|military|key|hospital|emergency|security|support|healthcare|health care|clinical|all) <<personal>>(?=[.,;:!?)]|$| (?:are|were|have|who|at|in|on|and|should|must|can|will|from)\b)",
        "personnel",
        "unsafe",
    ),
    slip("loosing", r"<<loosing>> (?:control|touch|hope|out|interest)\b", "losing"),
    slip(
        "moral",
        r"(?:staff|team|low|boost|boosts|boosted|raise|raises|improve|poor|high|troop|employee) <<moral>>(?=[.,;:!?)]|$| (?:is|was|and|at|in|has|of)\b)",
        "morale",
    ),
    slip(
        "complement",
        r"(?:pay|paid|nice|kind|biggest|great|greatest) (?:a |you a |him a |her a )?<<complement>>(?=[.,;!?)]|$)",
        "compliment",
        "unsafe",
    ),
    slip(
        "complimentary",
        r"<<complimentary>> (?:medicine|medicines|therapy|therapies|treatments?|and alternative|approaches|to)\b",
        "complementary",
    ),
    slip(
        "desert",
        r"(?:for|chocolate|eat|eating|your|a|favourite|favorite|sweet) <<desert>>(?=,? (?:after dinner|with cream|spoons?|menu|recipe|wine)\b)",
        "dessert",
    ),
    slip(
        "women",
        r"(?:a|one|this|another|every|each|the old|the young|pregnant a|any) <<women>> (?:who (?:is|was|has)|is|was|has|in her|with her|can|should|may|over|under|who)\b",
        "woman",
    ),
    slip(
        "a men",
        r"(?:a|one|this|another|every|each) <<men>> (?:who|is|was|has|in his|can|should|may)\b",
        "man",
        "unsafe",
    ),
    slip("statue of limitations", r"<<statue>> of limitations\b", "statute"),
    slip(
        "hole",
        r"(?:the|a) <<hole>> (?:range|lot|family|day|week|year|time|world|body|country|story|point|process|population|thing|team)\b",
        "whole",
    ),
    slip("sight effects", r"<<sight>> effects?\b", "side"),
    slip("site effects", r"<<site>> effects\b", "side"),
    slip("in vein", r"in <<vein>>(?=[.,;:!?)]|$)", "vain"),
    slip(
        "brake",
        r"<<brake>> (?:down|up|the (?:law|rules?|bank|silence|ice|news|habit|cycle))\b",
        "break",
    ),
    slip(
        "lightening",
        r"(?:thunder and|struck by|hit by|bolt of|flash of) <<lightening>>\b",
        "lightning",
    ),
    slip(
        "loath",
        r"(?:i|we|they|you|people|who) <<loath>> (?:the|it|this|that|to be)\b",
        "loathe",
        "unsafe",
    ),
    slip(
        "cloths",
        r"(?:wear|wears|wearing|wore|clean|warm|loose|dirty|put on|change your|change their|take off your|light|comfortable|baby) <<cloths>>(?=[.,;:!?)]|$| (?:that|to|and|for|in|which|when)\b)",
        "clothes",
        "unsafe",
    ),
    slip("now a days", r"<<now a days>>\b", "nowadays"),
    slip("in tact", r"<<in tact>>(?=[.,;:!?)]|$| (?:and|but|after|for)\b)", "intact"),
    slip(
        "apart of",
        r"(?:is|are|be|being|been|was|were|becomes?|became|feel) <<apart>> of (?:the|a|an|our|your|their|this|his|her|my|it)\b",
        "a part",
    ),
    slip(
        "a part from",
        r"<<a part>> from (?:the|this|that|these|a|being|having|its|their|your)\b",
        "apart",
        "unsafe",
    ),
    slip(
        "aloud",
        r"(?:is|are|was|were|not|be|only|you're|aren't|isn't) <<aloud>> (?:to|in|on|at|here)\b",
        "allowed",
    ),
    slip(
        "accept",
        r"(?:everyone|everything|nothing|anyone|anything|nobody|none|every day|open daily|no one) <<accept>> (?:for|the|on|in|when|that|one|two|a|you|me|monday|tuesday|sunday|sundays|saturday)\b",
        "except",
    ),
    slip(
        "except",
        r"(?:to|will|can|we|cannot|please|not|they|must|would) <<except>> (?:the|your|that|a|an|new|any|this|cash|cards|help|responsibility|donations|patients|gifts|referrals|applications)\b(?! (?:one|ones|last|first) )",
        "accept",
        "unsafe",
    ),
    slip(
        "quite",
        r"(?:be|keep|kept|stay|very|a|too|so|more) <<quite>>(?=[.,;:!?)]|$| (?:room|place|space|time|corner|moment|please|night)\b(?!-))",
        "quiet",
        "unsafe",
    ),
    *EVERYDAY,
    slip("diary", r"<<diary>> (?:products?|free|intolerance|cows?|farms?|foods?|milk)\b", "dairy"),
    slip(
        "in sufficient",
        r"<<in sufficient>> (?:evidence|data|funds|sleep)\b",
        "insufficient",
        "unsafe",
    ),
)


def check(prose: Sequence[Passage]) -> Iterator[Found]:
    """
    Each word is the one that is meant, and not another that sounds or looks like it.

    Why: "clinical trail" and "suffer form" are words, so that no spelling checker sees the slip; some,
    like "pubic health", embarrass.
    Fix: take the suggestion. Only fixed company gives a word away: "trail" is found behind "clinical",
    "form" behind "suffer".
    """
    yield from find(prose, SLIPS)


RULE = Rule(
    level="error",
    check=check,
    bad=(
        "The clinical trail began.",
        "The *pubic* health team came.",
        "People who suffer form asthma need alot of rest.",
        "In principal, yes. Bare in mind that you are suppose to rest.",
        "He was treated for prostrate cancer.",
    ),
    good=(
        "The trail is long, and the form is short. In principle, the principal is heard.",
        "Bear in mind that a bare wall is cold. The piece of mind he gave me.",
        "The tools we use to be sure. They suffer from it.",
    ),
    languages=frozenset({"en"}),
)
