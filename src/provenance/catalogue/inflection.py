"""Inflected forms of English words, for patterns that say `word~`.

Over-generates on purpose (every form that either reading as noun or verb could take): a form nobody writes costs nothing.
"""

from __future__ import annotations

from functools import cache

_IRREGULAR = {
    "be": "be is are was were been being am", "have": "have has had having", "do": "do does did done doing",
    "go": "go goes went gone going", "say": "say says said saying", "make": "make makes made making", "take": "take takes took taken taking",
    "come": "come comes came coming", "give": "give gives gave given giving", "get": "get gets got gotten getting", "see": "see sees saw seen seeing",
    "know": "know knows knew known knowing", "think": "think thinks thought thinking", "find": "find finds found finding",
    "tell": "tell tells told telling", "leave": "leave leaves left leaving", "feel": "feel feels felt feeling", "put": "put puts putting",
    "bring": "bring brings brought bringing", "begin": "begin begins began begun beginning", "keep": "keep keeps kept keeping",
    "hold": "hold holds held holding", "write": "write writes wrote written writing", "stand": "stand stands stood standing",
    "hear": "hear hears heard hearing", "let": "let lets letting", "mean": "mean means meant meaning", "set": "set sets setting",
    "meet": "meet meets met meeting", "run": "run runs ran running", "pay": "pay pays paid paying", "sit": "sit sits sat sitting",
    "speak": "speak speaks spoke spoken speaking", "lie": "lie lies lay lain lied lying", "lead": "lead leads led leading",
    "read": "read reads reading", "grow": "grow grows grew grown growing", "lose": "lose loses lost losing", "fall": "fall falls fell fallen falling",
    "send": "send sends sent sending", "build": "build builds built building", "draw": "draw draws drew drawn drawing",
    "break": "break breaks broke broken breaking", "spend": "spend spends spent spending", "cut": "cut cuts cutting", "rise": "rise rises rose risen rising",
    "drive": "drive drives drove driven driving", "buy": "buy buys bought buying", "wear": "wear wears wore worn wearing",
    "choose": "choose chooses chose chosen choosing", "throw": "throw throws threw thrown throwing", "catch": "catch catches caught catching",
    "fight": "fight fights fought fighting", "teach": "teach teaches taught teaching", "eat": "eat eats ate eaten eating",
    "drink": "drink drinks drank drunk drinking", "sell": "sell sells sold selling", "seek": "seek seeks sought seeking",
    "shoot": "shoot shoots shot shooting", "strike": "strike strikes struck stricken striking", "win": "win wins won winning",
    "hit": "hit hits hitting", "hurt": "hurt hurts hurting", "cost": "cost costs costing", "shut": "shut shuts shutting", "spread": "spread spreads spreading",
    "split": "split splits splitting", "bear": "bear bears bore borne born bearing", "beat": "beat beats beaten beating", "bend": "bend bends bent bending",
    "bet": "bet bets betting", "bind": "bind binds bound binding", "bite": "bite bites bit bitten biting", "blow": "blow blows blew blown blowing",
    "burn": "burn burns burned burnt burning", "burst": "burst bursts bursting", "deal": "deal deals dealt dealing", "dig": "dig digs dug digging",
    "dream": "dream dreams dreamed dreamt dreaming", "feed": "feed feeds fed feeding", "flee": "flee flees fled fleeing", "fly": "fly flies flew flown flying",
    "forget": "forget forgets forgot forgotten forgetting", "forbid": "forbid forbids forbade forbidden forbidding", "freeze": "freeze freezes froze frozen freezing",
    "hang": "hang hangs hung hanged hanging", "hide": "hide hides hid hidden hiding", "lay": "lay lays laid laying", "lend": "lend lends lent lending",
    "light": "light lights lit lighted lighting", "overcome": "overcome overcomes overcame overcoming", "ride": "ride rides rode ridden riding",
    "ring": "ring rings rang rung ringing", "shake": "shake shakes shook shaken shaking", "shine": "shine shines shone shining", "show": "show shows showed shown showing",
    "sing": "sing sings sang sung singing", "sink": "sink sinks sank sunk sinking", "sleep": "sleep sleeps slept sleeping", "slide": "slide slides slid sliding",
    "steal": "steal steals stole stolen stealing", "stick": "stick sticks stuck sticking", "sting": "sting stings stung stinging", "swear": "swear swears swore sworn swearing",
    "sweep": "sweep sweeps swept sweeping", "swim": "swim swims swam swum swimming", "swing": "swing swings swung swinging", "tear": "tear tears tore torn tearing",
    "undergo": "undergo undergoes underwent undergone undergoing", "undertake": "undertake undertakes undertook undertaken undertaking", "understand": "understand understands understood understanding",
    "wake": "wake wakes woke woken waking", "wind": "wind winds wound winding", "withdraw": "withdraw withdraws withdrew withdrawn withdrawing", "weave": "weave weaves wove woven weaving",
    "spill": "spill spills spilled spilt spilling", "spin": "spin spins spun spinning", "spit": "spit spits spat spitting", "spring": "spring springs sprang sprung springing",
    "dry": "dry dries dried drying", "tie": "tie ties tied tying", "die": "die dies died dying", "swallow": "swallow swallows swallowed swallowing",
    "man": "man men", "woman": "woman women", "child": "child children", "person": "person persons people", "foot": "foot feet", "tooth": "tooth teeth", "mouse": "mouse mice",
    "goose": "goose geese", "life": "life lives", "wife": "wife wives", "knife": "knife knives", "leaf": "leaf leaves", "half": "half halves", "thief": "thief thieves", "wolf": "wolf wolves",
    "policeman": "policeman policemen", "policewoman": "policewoman policewomen", "spokesman": "spokesman spokesmen", "spokeswoman": "spokeswoman spokeswomen",
    "ox": "ox oxen", "crisis": "crisis crises", "medium": "medium media mediums", "analysis": "analysis analyses",
}  # fmt: skip
_VOWELS = frozenset("aeiou")


@cache
def inflect(word: str) -> frozenset[str]:
    """Give the word and its inflected forms.

    >>> sorted(inflect("carry"))
    ['carried', 'carries', 'carry', 'carrying']
    >>> "shot" in inflect("shoot")
    True
    """
    irregular = _IRREGULAR.get(word)
    if irregular is not None:
        return frozenset(irregular.split())
    forms = {word}
    if len(word) > 1 and word[-1] == "y" and word[-2] not in _VOWELS:
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    elif word[-1] == "e":
        forms |= {f"{word}s", f"{word}d", f"{word[:-1]}ing"}
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        forms |= {f"{word}es", f"{word}ed", f"{word}ing"}
    else:
        forms |= {f"{word}s", f"{word}ed", f"{word}ing"}
        if _doubles(word):
            forms |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
        if word[-1] == "o":
            forms.add(f"{word}es")
    return frozenset(forms)


def _doubles(word: str) -> bool:
    return len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS
