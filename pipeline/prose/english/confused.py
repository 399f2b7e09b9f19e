"""
Everyday words taken for others that sound alike: what is cooked, sown, worn, bought and paid.

Each is given away by fixed company only: "flower" behind "cups of", "steal" behind "stainless".
"""

from __future__ import annotations

from pipeline.prose.english.slips import slip

EVERYDAY = (
    slip(
        "principle",
        r"(?:school|college|vice|deputy|assistant|new|retired|former|our|head) <<principle>>(?= (?:of (?:the|our|their|a) (?:school|college|academy|[a-z]+ school)|said|says|told|has|was (?:a|the|born|hired))\b)",
        "principal",
        "unsafe",
    ),
    slip(
        "break",
        r"(?:press|hit|apply|release|slam|slammed|pressed|hand|parking|foot) <<break>>(?=[.,;!?)]|$| (?:pedal|before|when|gently|hard|and|until|to slow)\b)",
        "brake",
        "unsafe",
    ),
    slip(
        "break",
        r"(?:press|hit|apply|release|pressed|applied|released) the <<break>>(?=[.,;!?)]|$| (?:pedal|before|when|gently|hard|and|until|to)\b)",
        "brake",
        "unsafe",
    ),
    slip("breaks", r"<<breaks>> (?:pads?|fluid|lights?|discs?|failed)\b", "brakes", "unsafe"),
    slip(
        "whole",
        r"(?:a|the|this|that|small|big|deep|tiny|large|round|dig|drill|drilled|cut|burn|burnt) <<whole>> (?:in|into|through|under) (?:the|a|an|your|his|her|its|their|my|each|one)\b",
        "hole",
        "unsafe",
    ),
    slip(
        "wholes",
        r"(?:dig|drill|cut|make|punch|two|three|four|several|small|deep) <<wholes>>\b",
        "holes",
    ),
    slip(
        "waist",
        r"<<waist>> (?:of (?:time|money|water|energy|food|space)|your (?:time|money|energy)|water|time|money|paper|food|any|too much|bins?)\b",
        "waste",
    ),
    slip(
        "waste",
        r"(?:around|round|above|below) (?:your|his|her|the|my|their) <<waste>>(?=[.,;!?)]|$| (?:and|with|to)\b)",
        "waist",
        "unsafe",
    ),
    slip(
        "weak",
        r"(?:once|twice|times|days|hours|every|each|last|next|this|per|all|one|another|first|second|whole) (?:a )?<<weak>>(?=[.,;!?)]|$| (?:after|before|for|and|the|of|in|at|at the)\b)",
        "week",
        "unsafe",
    ),
    slip("weaks", r"<<weaks>>\b", "weeks"),
    slip("weeks", r"(?:feels?|felt|too|very|so|grew) <<weeks>>(?=[.,;!?)]|$)", "weak", "unsafe"),
    slip(
        "week",
        r"(?:feels?|felt|too|very|so|grew|became|heart is|pulse is|signal is) <<week>>(?=[.,;!?)]|$| (?:to|and|for|from|after)\b)",
        "weak",
        "unsafe",
    ),
    slip(
        "no",
        r"(?:do you|if you|you should|you must|need to|to|don't|doesn't|didn't|did you|let us|let me|we all|as you|may not) <<no>> (?:that|how|what|where|why|who|whether|the (?:answer|name|reason|risks?|rules))\b",
        "know",
        "unsafe",
    ),
    slip(
        "here",
        r"(?:can|could|cannot|can't|will|to|did|you|we|may|might|court will|judge will) <<here>> (?:the|a|your|his|her|their|this|that|from|you|it|voices|noises?|any|about)\b(?! (?:is|are|was))",
        "hear",
        "unsafe",
    ),
    slip(
        "hear",
        r"(?:over|come|stay|wait|live|lives|right|from|down|up|out|sit|sign|click) <<hear>>(?=[.,;!?)]|$| (?:to|and|for|until|on)\b)",
        "here",
        "unsafe",
    ),
    slip(
        "flower",
        r"(?:cups?|grams?|ounces?|pounds?|spoonfuls?|tablespoons?|bag|plain|wheat|rye|wholemeal|self-raising|white|corn|rice|strong) (?:of )?<<flower>>\b",
        "flour",
        "unsafe",
    ),
    slip(
        "flour",
        r"<<flour>> (?:beds?|pots?|shop|arrangement|garden|heads?|buds?|bulbs?)\b",
        "flower",
    ),
    slip(
        "peace",
        r"(?:a|one|each|every|small|another|this) <<peace>> of (?:cake|paper|advice|bread|wood|cloth|cheese|fruit|toast|string|work|furniture|land|string|meat|fabric|wire|equipment|information)\b",
        "piece",
    ),
    slip("coarse", r"of <<coarse>>(?=[.,;!?)]|$| (?:you|it|we|the|i|they|not|there)\b)", "course"),
    slip(
        "coarse",
        r"(?:training|language|main|first|second|golf|crash|evening|online|full|short) <<coarse>>(?=[.,;!?)]|$| (?:of|in|on|at|for|is|was)\b)",
        "course",
        "unsafe",
    ),
    slip(
        "course",
        r"<<course>> (?:salt|sand|grit|gravel|fabric|grain|hair|pepper|cloth|sandpaper)\b",
        "coarse",
    ),
    slip(
        "sight",
        r"(?:web|building|construction|camp|crash|work|burial|this) <<sight>>(?=[.,;!?)]|$| (?:is|was|for|has|uses|map)\b)",
        "site",
        "unsafe",
    ),
    slip(
        "roll",
        r"(?:play|plays|played|playing|active|major|key|important|leading|vital|big|central) (?:a |an |the )?(?:[a-z]+ )?<<roll>> (?:in|for)\b(?! (?:the hay))",
        "role",
        "unsafe",
    ),
    slip(
        "steal",
        r"(?:stainless|of|made of|carbon|sheet|mild|galvanised|galvanized) <<steal>>\b",
        "steel",
    ),
    slip(
        "heals",
        r"(?:high|your|cracked|sore|both|his|her|the|on their) <<heals>>(?=[.,;!?)]|$| (?:and|on|of|off|are|were|together)\b)",
        "heels",
        "unsafe",
    ),
    slip(
        "heel",
        r"(?:will|to|can|may|not|wounds?|cuts?|help it|slowly) <<heel>>(?=[.,;!?)]|$| (?:in|by|on|within|faster|slowly|well|the|quickly)\b)",
        "heal",
        "unsafe",
    ),
    slip(
        "pore",
        r"<<pore>> (?:the|it|in|a|boiling|some|hot|over the|into|out|off|cold|away)\b(?! (?:size|of|book|books|map|maps|documents))",
        "pour",
        "unsafe",
    ),
    slip(
        "sew",
        r"<<sew>> (?:the )?(?:seeds?|carrots|lettuce|radishes|peas|beans|grass seed)\b",
        "sow",
    ),
    slip(
        "soar", r"<<soar>> (?:throats?|muscles?|feet|back|eyes|gums|skin|nipples|spots?)\b", "sore"
    ),
    slip(
        "sauce",
        r"(?:light|power|reliable|open|news|energy|the|a good|good|water|protein|vitamin|single|trusted|main) <<sauce>> of (?:light|power|income|energy|news|information|protein|vitamins?|iron|water|fibre|fiber|heat|error|law|the (?:pain|problem|infection|river|leak|noise|error|fire))\b",
        "source",
        "unsafe",
    ),
    slip(
        "source",
        r"(?:tomato|soy|soya|chilli|apple|cream|cheese|pasta|white|hot|barbecue|fish|tartar) <<source>>(?=[.,;!?)]|$| (?:and|over|with|on|to|until|for|is)\b)",
        "sauce",
        "unsafe",
    ),
    slip(
        "wander",
        r"(?:i|you may|we|many people|may|might|people|often|doctors|parents) <<wander>> (?:if|why|whether|how|what|about)\b(?! (?:the (?:streets|garden)))",
        "wonder",
        "unsafe",
    ),
    slip(
        "board",
        r"(?:is|are|was|were|get|gets|got|feel|feels|very|so|too) <<board>>(?=[.,;!?)]|$| (?:of (?:the|it|this|waiting)|with|and tired|at (?:school|work|home))\b)(?! (?:members?))",
        "bored",
        "unsafe",
    ),
    slip("serial", r"(?:breakfast|bowl of|whole-grain|wholegrain|eat) <<serial>>\b", "cereal"),
    slip(
        "stationary",
        r"(?:office|school|of|order|buy|paper and|pens and) <<stationary>>(?=[.,;!?)]|$| (?:shop|cupboard|and|for|from|store)\b)",
        "stationery",
        "unsafe",
    ),
    slip(
        "stationery",
        r"(?:is|are|was|remain|remained|stay|stayed|a|keep) <<stationery>>(?=[.,;!?)]|$| (?:bike|car|vehicle|for|while|until|traffic)\b)",
        "stationary",
        "unsafe",
    ),
    slip(
        "lessen",
        r"(?:a|the|this|first|piano|important|valuable|each|every|one) <<lessen>>(?=[.,;!?)]|$| (?:in|for|from|on|of|plan|that|is)\b)",
        "lesson",
    ),
    slip(
        "proceed",
        r"(?:that|which|often|usually|symptoms) <<proceed>> (?:the|a|an) (?:headache|attack|seizure|name|colon|number|comma)\b",
        "precede",
        "unsafe",
    ),
    slip(
        "meat",
        r"(?:to|will|can|please|must|should|we|they|not|deadline|not) <<meat>> (?:the|a|your|him|her|them|us|with|at|every|once|our|in)\b",
        "meet",
        "unsafe",
    ),
    slip(
        "by",
        r"(?:to|can|could|must|should|may|will|you|they|we|and|not) <<by>> (?:the (?:tickets?|house|medicine|drugs?|food|seeds?|plants?|product|book|property)|a (?:new|ticket|house|car|used|second-hand|licen[cs]e|pair)|new|some|seeds|food|tickets|insurance|online|them)\b(?! (?:of|is|are|was|means))",
        "buy",
        "unsafe",
    ),
    slip(
        "right",
        r"(?:to|can|please|must|should|will|then|and) <<right>> (?:down|your (?:name|answer|address)|a (?:letter|report|note|will|list|book)|to (?:the|your|us|him|her) (?:council|doctor|landlord|court|bank|editor|address))\b",
        "write",
        "unsafe",
    ),
    slip(
        "write",
        r"(?:the|your|its|his|her|on the) <<write>> (?:dose|side|hand|answer|way|arm|leg|time|place|foot|eye|ear|temperature|size|thing|amount)\b",
        "right",
    ),
    slip(
        "were",
        r"<<were>> (?:do|can|did|does|should|will) (?:i|you|we|they|he|she|it|the)\b",
        "where",
        "unsafe",
    ),
    slip(
        "wear",
        r"(?:know|shows?|see|ask|from|anywhere|place|room|area|region|house|is|find out) <<wear>> (?:the|it|they|you|we|i|he|she|to (?:find|go|put|buy)|there)\b(?! (?:clothes|masks?|gloves|out))",
        "where",
        "unsafe",
    ),
    slip(
        "died",
        r"<<died>> (?:hair|black|blue|red|blonde|cloth|fabric|wool|green)\b",
        "dyed",
        "unsafe",
    ),
    slip(
        "pane",
        r"(?:back|chest|in|severe|stomach|sharp|joint|neck|muscle|much|of|no|chronic) <<pane>>(?=[.,;!?)]|$| (?:relief|killers?|and|in the|that|after|when)\b)",
        "pain",
        "unsafe",
    ),
    slip(
        "thyme",
        r"(?:last|first|long|this|next|same|much|any|each|every) <<thyme>>(?=[.,;!?)]|$| (?:to|the|i|we|you|you're)\b)",
        "time",
        "unsafe",
    ),
    slip(
        "herd",
        r"(?:have|has|had|was|were|be|been|i|we|never|you) <<herd>>(?=[.,;!?)]|$| (?:of|that|about|the (?:case|news|sound)|by|from|in court)\b)(?! of (?:cows|cattle|sheep|goats|deer|elephants))",
        "heard",
        "unsafe",
    ),
    slip(
        "mite",
        r"(?:it|you|they|we|he|she|this|that|i|there) <<mite>> (?:be|have|not|also|help|need|take|want|feel|cause)\b",
        "might",
    ),
)
