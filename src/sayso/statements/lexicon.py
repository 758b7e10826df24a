"""The word tables of the rules: what cue words do, what they never do, what says how sure.

Words are dictionary forms unless a table says otherwise. Read them, argue with them, extend them.
"""

from __future__ import annotations

from sayso.model import Act, Certainty


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACTS: dict[Act, frozenset[str]] = {
    Act.DECLINE: _words("decline refuse refusal"),
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

STATES = _words(
    "alarmed aware certain concerned confident convinced persuaded satisfied sure worried"
)
"""Adjectives of a mind made up, also in passive dress ("is convinced"): with them a clause is
thought, and negated they doubt it."""

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

TELLING = _words("ask tell warn advise beg invite encourage")
"""Cues that demand when they govern an infinitive: "told them to leave"."""

ANSWERING = _words(
    "answer comment confirm disclose discuss elaborate give identify name provide release "
    "respond reveal say speak specify talk tell"
)
"""Cues of an answer, which "would not" declines."""

HEDGES: dict[Certainty, frozenset[str]] = {
    Certainty.POSSIBLE: _words(
        "allege alleged allegedly conceivable conceivably could may maybe might perhaps "
        "possibility possible possibly purported purportedly reportedly rumor rumored rumour "
        "rumoured suggest uncertain unclear unsure"
    ),
    Certainty.PROBABLE: _words(
        "apparent apparently appear assume assumption belief believe consider deem estimate "
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

NEGATORS = _words("no not n't never nobody none nothing neither nor nowhere cannot")
"""Words, as they stand, that negate a cue or a clause."""

NEVER_CUES = _words(
    "appear be become chance evidence fact feature get have look possibility prove risk seem "
    "sign tend"
)
"""Words that credit nobody: with them the author himself weighs what he says."""

DEEDS = _words(
    "answer approach assail assault attack back ban bash battle blast block bomb cancel challenge "
    "confront counter cover cut defend drop embrace face fight file fire follow go hit hold "
    "kill launch lead lift make meet move open play post press pull pursue push put raise "
    "reach release return run seek send set show sign slam stand strike support take target "
    "touch turn use visit"
)
"""Words for deeds as much as for words: they credit somebody only with a clause or a quotation."""

CLAUSES = _words("that clause wh inverted quote paren as n:that n:is passive:that prep:for")
"""The frames in which a deed's word can only mean that something was said."""

REPORTED = _words("allegation belief claim denial hint report rumor rumour speculation suggestion")
"""Nouns whose content may follow without "that": "denied reports troops had fired"."""

GROUPING = _words(
    "appear attempt begin come continue decline fail go have keep refuse seem start try"
)
"""Verbs that only modulate the cue they govern: "declined to say", "went on to accuse"."""

LIGHT = _words(
    "become cause draw express file give have hold issue make offer post publish raise "
    "release repeat share sign spark submit voice write"
)
"""Verbs that are one cue with the noun they govern: "issued a denial"."""

IDENTIFYING = _words("be chair command direct found head lead own oversee represent run serve work")
"""Verbs of a relative clause that tells who a source is, and so belongs to its words."""

PERSPECTIVES = _words("account estimation eye judgment mind opinion telling view word")
"""Nouns of "in her view", "in his words"."""

WH = _words("how if what when where whether which who why")
"""Words that open an indirect question."""
RELATIVE = _words("that what which who whom")
"""Relative pronouns."""
DAYS = _words(
    "friday monday saturday sunday thursday today tomorrow tonight tuesday wednesday yesterday"
)
"""Words for a day that may stand right behind a cue: "said Friday"."""

CITING = _words("cite quote")
"""Verbs whose object is the one who says what the sentence credits: "citing two officials"."""

TOPICAL = _words("about against as for into of on over that to toward towards upon")
"""Prepositions that lead to what is said; others lead to its place, time or manner."""

PENDING = _words("ask disclose explain know reveal say specify tell")
"""Verbs after which "when", "where" or "how" opens what is asked or kept back."""

DOCUMENTS = _words(
    "announcement answer apology appeal comment communique denial explanation letter message "
    "order report response speech statement threat ultimatum verdict warning"
)
"""Objects of a light verb that say nothing of their content: "issued a statement"."""
WITHHELD = _words(
    "anonymity anonymous anonymously authorised authorized identified name named quoted"
)
"""Words of "asked not to be named", "insisted on anonymity"."""

THAT_NOUNS = _words("belief denial fear hope")
"""Nouns whose "that" always opens their content, whatever the parser takes it for."""

HEDGING_NOUNS = _words(
    "assumption belief certainty confirmation conviction fear "
    "likelihood possibility suspicion thought"
)
"""The nouns among the hedges."""

TIMES = DAYS | _words(
    "afternoon april august day december evening february friday january july june march may "
    "midnight month morning night noon november october september week weekend year"
)
"""Nouns of time: what "on Friday" leads to is not what is said."""

MINDED_FRAMES = _words("j:clause j:that j:wh")
"""Frames in which an adjective of STATES tells what somebody thinks."""

PLAIN_FRAMES = _words("according as n:is n:view paren passive:that passive:to")
"""Frames in which hardly anything but an attribution stands."""

KNOWING = _words("aware know recall remember sure understand")
"""Attitudes that, negated, leave the content open."""
