"""What the pages of a dossier say of records, in words for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.export.dossier.gathering import Size
from sayso.export.dossier.timeline import Timeline
from sayso.export.dossier.topic import Topic
from sayso.export.quoting import Word
from sayso.export.telling import file_name
from sayso.model import Act, Claim, Report, Standing, Statement, Status

_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:T(\d\d:\d\d)[^Z]*(Z?))?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_UNPRINTABLE = dict.fromkeys((*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)), "\ufffd")

_OPENING, _CLOSING = tuple("\"“'‘"), tuple("\"”'’")

PROMISE = "sayso takes no side: every line is somebody’s word, quoted in place."
NOTHING = "Nothing in the ledger is on this topic."

_ACTS = {
    Act.DENY: "denies",
    Act.DOUBT: "doubts",
    Act.ASK: "asks",
    Act.DEMAND: "demands",
    Act.PROMISE: "promises",
    Act.THREATEN: "threatens",
    Act.ACCUSE: "accuses",
    Act.ADMIT: "admits",
    Act.BELIEVE: "believes",
    Act.DECLINE: "declines to comment",
}


def printable(text: str) -> str:
    """`text` with control characters replaced one by one; line ends and tabs stay."""
    return text.translate(_UNPRINTABLE)


def day(time: str | None) -> str:
    """A date as people write it: 5 May 2031, May 2031, 2031; else as it is given."""
    if time is None:
        return "no date"
    first, to, last = time.partition("/")
    if to:
        return f"{_point(first)} to {_point(last)}"
    return _point(time)


def _point(time: str) -> str:
    date = _DAY.fullmatch(time)
    if date is None:
        return {"": "unknown", "..": "open"}.get(time, time)
    year, month, number, clock, zone = date.groups()
    named = _MONTHS[int(month) - 1] if month else None
    told = " ".join(filter(None, (number and number.lstrip("0"), named, year)))
    return f"{told}, {clock}{' UTC' if zone == 'Z' else ''}" if clock else told


def act(statement: Statement) -> str:
    """What the source does but say; nothing for saying."""
    return _ACTS.get(statement.act, "")


def happened(status: Status) -> str:
    """How an event stands; nothing where it is told to have happened."""
    return "" if status is Status.REPORTED else status.value


def origins(claim: Claim) -> str:
    """From how many origins a claim comes: "1 origin", "1 to 3 origins"."""
    fewest, most = claim.fewest_origins, claim.most_origins
    number = f"{fewest:,}" if fewest == most else f"{fewest:,} to {most:,}"
    return f"{number} {'origin' if most == 1 else 'origins'}"


def told_from(claim: Claim) -> str:
    """From how many origins a claim is affirmed; from how many it is denied where nobody does."""
    denied = claim.standing is Standing.DENIED
    return f"{'denied' if denied else 'affirmed'} from {origins(claim)}"


def count(number: int, word: str) -> str:
    """So many of what `word` names."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def title(report: Report) -> str:
    """What a report is called: its title, else its file, else its id."""
    return " ".join((report.title or file_name(report) or report.id).split())


def own_marks(*pieces: str) -> bool:
    """Whether the words begin or end with quotation marks of their own, and need no more."""
    return pieces[0].lstrip()[:1] in _OPENING or pieces[-1].rstrip()[-1:] in _CLOSING


def quoted(*pieces: str) -> str:
    """Words of a report in quotation marks, theirs or ours, on one line."""
    words = " … ".join(" ".join(piece.split()) for piece in pieces)
    return words if own_marks(words) else f"“{words}”"


def place(word: Word) -> str:
    """What a link to the words is called: the report's title, where the chain does not tell it."""
    name = title(word.report)
    return "in its place" if any(voice.name == name for voice in word.chain) else name


def web_address(report: Report) -> str | None:
    """Where the report stands on the web; null for one from elsewhere."""
    uri = report.uri or ""
    return uri if uri.lower().startswith(("https://", "http://")) else None


def name(topic: Topic) -> str:
    """What a dossier on `topic` is called."""
    return topic.words or topic.actor or topic.place or "All reports"


def searched(topic: Topic) -> str:
    """What was searched, as a sentence."""
    return "; ".join(_conditions(topic)) or "everything in the ledger"


def _conditions(topic: Topic) -> Iterator[str]:
    if topic.words:
        yield f"“{topic.words}” in what is said, or in the name of who says it or is spoken of"
    if topic.actor:
        yield f"who says it, or is spoken of, is called “{topic.actor}”"
    if topic.place:
        yield f"“{topic.place}” is named as a place"
    if topic.since:
        yield f"published on {day(topic.since)} or later"
    if topic.until:
        yield f"published on {day(topic.until)} or before"


def found(size: Size) -> str:
    """How much there is on a topic."""
    told = (
        f"{count(size.statements, 'statement')} and {count(size.events, 'event')}"
        f" in {count(size.reports, 'report')}"
    )
    return f"{told}; {count(size.claims, 'claim')}"


def period(size: Size) -> str:
    """From when to when the reports were published."""
    first, last = day(size.first), day(size.last)
    return first if first == last else f"{first} to {last}"


def unlinked(size: Size) -> str:
    """That reports are not linked yet, and what to do."""
    return (
        f"{count(size.unlinked, 'report')} not linked with the others yet, so what they repeat or"
        " deny is not told here: `sayso link` links them."
    )


def left_out(timeline: Timeline) -> str:
    """What a timeline leaves out, and where it is."""
    said, happened = timeline.more_said, timeline.more_happened
    return (
        f"Not shown: {count(said, 'statement')} and {count(happened, 'event')}."
        " `sayso statements` and `sayso events` list them."
    )
