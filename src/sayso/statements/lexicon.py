"""The word tables of the rules: what cue words do, what they never do, what says how sure.

Words are dictionary forms unless a table says otherwise. Read them, argue with them, extend them.
"""

from __future__ import annotations

from sayso.model import Act, Certainty, Stance


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[frozenset[str], ...]:
    """Phrases that commas part, each as the set of its words."""
    return tuple(_words(phrase) for phrase in text.split(","))


ACTS: dict[Act, frozenset[str]] = {
    Act.DECLINE: _words("decline"),
    Act.DENY: _words(
        "contradict contradiction debunk denial deny disavow disclaim dismiss dismissal "
        "dispute rebuff rebut rebuttal refutation refute reject rejection repudiate"
    ),
    Act.DOUBT: _words(
        "disbelieve distrust doubt doubtful dubious mistrust question sceptical scepticism "
        "skeptical skepticism uncertain unconvinced unsure"
    ),
    Act.ASK: _words("ask inquire enquire inquiry query wonder"),
    Act.DEMAND: _words(
        "appeal beg call command demand direct forbid implore instruct order petition "
        "plea plead press prod recommend request require summon urge"
    ),
    Act.PROMISE: _words(
        "assurance assure commit commitment guarantee oath pledge promise swear undertake vow"
    ),
    Act.THREATEN: _words("threat threaten ultimatum"),
    Act.ACCUSE: _words(
        "accusation accuse allegation allege assail attack bash berate blame blast castigate "
        "censure charge chide condemn condemnation criticise criticism criticize decry "
        "denounce deride excoriate fault impugn indict lambast lambaste mock rebuke reprimand "
        "ridicule scold slam"
    ),
    Act.ADMIT: _words(
        "acknowledge acknowledgement acknowledgment admission admit apologise apologize "
        "apology concede concession confess confession own recognise recognize regret"
    ),
    Act.BELIEVE: _words(
        "accept afraid agree aim alarmed ambition angry anticipate anxious appreciate assume "
        "assumption aware belief believe certain concern concerned confidence confident "
        "confuse conscious consider contemplate conviction convince convinced decide deem "
        "desire despise determined disagree disapprove discover dislike dismayed dread eager "
        "embrace enjoy envisage envision expect expectation expected fear fearful feel find "
        "forget furious glad grateful guess happy hate hear hesitant hope hopeful imagine "
        "impression infer intend intent intention keen know knowledge learn like loathe love "
        "mind misunderstand nervous notice oppose opposed opposition optimistic perceive "
        "perception persuaded pessimistic plan pleased prefer preference presume proud ready "
        "realise realize recall reckon regard reluctant remember resent respect satisfied see "
        "seek sense shocked sorry support suppose sure surprised suspect suspicion suspicious "
        "sympathise sympathize think thought trust unaware understand understanding unhappy "
        "unwilling upset view wait want wary watch welcome willing wish witness worried worry"
    ),
}
"""The acts that a cue's words tell; a cue with none of these words is `say`."""

PHRASES: dict[Act, tuple[frozenset[str], ...]] = {
    Act.BELIEVE: _phrases("rule out"),
    Act.DENY: _phrases(
        "brush aside, brush off, cold pour water, explain away, laugh off, object to, "
        "objection to, play down, pour scorn, push back, shoot down, shrug off, throw out, "
        "wave aside, wave away"
    ),
    Act.DECLINE: _phrases("answer request, reply request, request respond, request return"),
    Act.DEMAND: _phrases("call on, call upon"),
    Act.SAY: _phrases("answer question, know let, known make"),
}
"""The acts of verbs that mean something of their own with another word of the cue."""

STANCES: dict[Stance, tuple[frozenset[str], ...]] = {
    Stance.DENIES: _phrases(
        "disagree, disapprove, oppose, opposed, opposition, reluctance, reluctant, rule out, "
        "unwilling"
    ),
    Stance.UNCERTAIN: _phrases("unaware"),
    Stance.NONE: _phrases("back take, recant, retract, retraction, withdraw"),
}
"""Cues, less those that deny or doubt by their act, that do not affirm."""

STATES = _words("alarmed certain concerned confident convinced persuaded satisfied sure worried")
"""Adjectives of a mind made up, also in passive dress ("is convinced"): with them a clause is
thought, and negated they doubt it."""

DENIALS = _words("deny denial")
"""Cues that deny whatever they govern."""

CONFIRMING = _words("confirm verify corroborate substantiate establish")
"""Verbs that, negated, leave the content uncertain."""

WISHES = _words(
    "aim desire hope intend intent intention like love plan prefer seek support want willing wish"
)
"""Attitudes that, negated, turn against the content."""

FALSE = _words(
    "absurd baseless bogus fabricated fabrication fake false falsehood fantasy fiction "
    "groundless hoax incorrect invented invention lie ludicrous misinformation misleading "
    "myth nonsense nonsensical pathetic preposterous propaganda ridiculous rubbish rumor rumour "
    "slander unfounded untrue wrong"
)
"""To call a report one of these is to deny it."""

CALLING = _words("brand call describe denounce dismiss label portray term ")
"""Cues that put a name to something: "called it a lie"."""

TELLING = _words("advise ask beg caution challenge encourage exhort invite remind tell warn")
"""Cues that demand when they govern an infinitive or "against": "told them to leave"."""

PRESSING = _words("challenge grill press probe question quiz")
"""Cues that ask when they govern "on" or "about": "pressed on the toll"."""

ASSURING = _words("assure guarantee swear")
"""Cues that promise only what the one who speaks will do."""

EXPRESSING = _words("express voice")
"""Verbs that put an attitude in words."""

INQUIRIES = _words(
    "analysis audit auditor autopsy committee coroner examination examiner hearing inquest inquiry "
    "investigation investigator jury ombudsman panel probe rapporteur researcher review test trial"
)
"""Who finds, besides bodies and documents, and publishes what was found."""

ANSWERING = _words(
    "answer clarify comment confirm deny disclose discuss draw elaborate explain identify name "
    "repeat respond reveal say specify speak talk tell"
)
"""Cues of an answer, which "would not" declines and which one refuses to give."""

ANSWERS = _words(
    "answer comment date detail explanation figure identity information interview name number "
    "reason statement"
)
"""What one refuses to give, too."""

HEDGES: dict[Certainty, frozenset[str]] = {
    Certainty.POSSIBLE: _words(
        "allege alleged allegedly conceivable conceivably could may maybe might perhaps "
        "possibility possible possibly purported purportedly reportedly rumor rumored rumour "
        "rumoured uncertain unclear unsure"
    ),
    Certainty.PROBABLE: _words(
        "apparent apparently appear assume assumption belief believe consider deem "
        "expect expected fear feel guess likelihood likely presumably presume probable "
        "probably reckon seem seemingly seems suppose supposedly suspect suspicion think "
        "thought"
    ),
    Certainty.CERTAIN: _words(
        "absolutely assured certain certainly certainty clear clearly confident confirm "
        "confirmation conviction convinced definite definitely definitively evident evidently "
        "indisputable indisputably know obvious obviously prove proven sure surely undeniable "
        "undeniably undoubtedly unquestionably"
    ),
}
"""Words that say how sure the speaker is. The weakest one in a statement decides."""

NEGATORS = _words("no not n't n’t never nobody none nothing neither nor nowhere cannot")
"""Words, as they stand, that negate a cue or a clause."""

HEDGING_NOUNS = _words(
    "assumption belief certainty confirmation conviction fear "
    "likelihood possibility suspicion thought"
)
"""The nouns among the hedges."""

KNOWING = _words("aware know recall remember rule sure understand")
"""Attitudes that, negated, leave the content open: "did not rule out"."""

PERCEIVING = _words("hear notice observe see watch witness")
"""Cues that, negated, take no stance: "had not seen the crates"."""

LEARNING = KNOWING | PERCEIVING | _words("learn")
"""Cues that affirm even what they are only about, and that "nothing" negates."""

CLITICS = {
    "'d": "would",
    "'ll": "will",
    "ca": "can",
    "n't": "not",
    "n’t": "not",
    "sha": "shall",
    "wo": "will",
    "’d": "would",
    "’ll": "will",
}
"""The full words of what is left of them in "won't" and "they'll"."""

CONDITIONS = _words("if once provided unless until")
"""Words that open a condition."""

BARELY = _words("barely hardly rarely scarcely seldom")
"""Adverbs that all but negate."""

QUANTITIES: dict[str, frozenset[str]] = {
    "not": _words("neither no no-one nobody none nothing"),
    "any": _words("any anybody anyone anything"),
    "few": _words("few little"),
}
"""Words of a subject or object that say of how many a clause holds."""

GOVERNORS: dict[str, frozenset[str]] = {
    "fails": _words(
        "afraid avoid decline fail failure forget impossible inability neglect omit refusal "
        "refuse reluctance reluctant unable unlikely unwilling"
    ),
    "prevents": _words(
        "avert avoid ban bar block deter discourage dissuade exclude forbid forestall halt keep "
        "preclude prevent prohibit protect stall stop thwart"
    ),
    "cancels": _words(
        "abandon avoid ban bar block cancel delay deny drop end halt lack oppose postpone "
        "prevent refuse reject scrap stop suspend withhold"
    ),
    "brings about": _words(
        "able allow begin bother cause continue dare enable force get go happen have help lead "
        "let make manage proceed see start succeed use"
    ),
    "wants": _words(
        "able ability agree agreement aim ask attempt authority bid call chance consider decide "
        "decision demand desire determined eager effort expect free hope intend intention like "
        "likely need offer opportunity order permission plan pledge power prefer prepare promise "
        "proposal propose push ready request right seek threat threaten try urge vow want "
        "willing wish"
    ),
    "thinks": _words(
        "appear assume believe consider doubt estimate expect fear feel figure guess hope "
        "predict reckon seem speculate suggest suppose suspect think worry"
    ),
    "leaves open": _words(
        "ask consider debate decide determine doubtful examine inquire investigate probe question "
        "uncertain unclear unknown unsure wonder"
    ),
    "denies": _words("denial deny dismiss dispute doubt reject"),
    "knows": _words(
        "acknowledge admit confirm discover find indicate know learn note notice prove realize "
        "recall regret remember reveal see show"
    ),
    "says": _words(
        "add announce argue assert claim contend declare explain insist maintain report say "
        "state tell warn write"
    ),
    "may be": _words(
        "chance danger fear hope likelihood likely possibility possible potential "
        "prospect risk threat"
    ),
}
"""What a word does to what it governs: "failed to pay", "kept them from going", "a risk of war"."""

TIMES = _words(
    "afternoon april august day december evening february friday january july june march may "
    "midnight monday month morning night noon november october saturday september sunday thursday "
    "today tomorrow tonight tuesday wednesday week weekend year yesterday"
)
"""Nouns of time, which name nobody."""

SEEMING = _words("appear seem tend")
"""Verbs with which, whatever their subject, the author himself weighs what he says."""

WEIGHING = _words("clear uncertain unclear")
"""Words with which he does so where nobody else is named."""

CARRIERS = _words("media newspaper paper press radio television tv website")
"""Nouns for where something is reported: "it was reported on state radio"."""

CITING = _words("cite quote")
"""Verbs whose object is the one who says what the sentence credits: "citing two officials"."""
