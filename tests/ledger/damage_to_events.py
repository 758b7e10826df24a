"""What a person can do to events and relations by hand, as in `tests.ledger.damage`."""

from tests.ledger.damage import (
    CITED,
    DENIED,
    DEPARTURE,
    FIRST,
    HARM,
    LED,
    MONDAY,
    REFUSAL,
    REPORT,
    SEL,
    STRIKE,
    THIRD,
)

DAMAGE = {
    "report gone, its event left": (
        "DELETE FROM reports WHERE id = :report; DELETE FROM statements",
        (STRIKE, "orphan", f"events: its report {REPORT}"),
    ),
    "report gone, its relation left": (
        "DELETE FROM reports WHERE id = :report; DELETE FROM statements",
        (CITED, "orphan", f"relations: its report {REPORT}"),
    ),
    "event gone, participants left": (
        "DELETE FROM events WHERE id = :refusal",
        (REFUSAL, "orphan", "participants: its event"),
    ),
    "event of another report": (
        "UPDATE events SET report = :other WHERE id = :strike",
        (STRIKE, "invariant", "its id does not follow"),
    ),
    "event under another id": (
        "UPDATE events SET id = 'e-0' WHERE id = :strike",
        ("e-0", "invariant", "its id does not follow"),
    ),
    "event of another statement": (
        "UPDATE events SET statement = :third WHERE id = :strike",
        (STRIKE, "invariant", f"is not in the content of {THIRD}"),
    ),
    "event of an outer statement": (
        "UPDATE events SET statement = :reported WHERE id = :strike",
        (STRIKE, "invariant", f"stands in the content of {DENIED}, which is deeper"),
    ),
    "statement gone, its event left": (
        "DELETE FROM statements WHERE id = :third",
        (DEPARTURE, "invariant", f"its statement {THIRD} is not there"),
    ),
    "words of a trigger": (
        "UPDATE events SET trigger_text = 'bombing' WHERE id = :strike",
        (STRIKE, "invariant", "trigger span 46:52 says 'bombing'"),
    ),
    "start of a trigger": (
        "UPDATE events SET trigger_start = 40 WHERE id = :strike",
        (STRIKE, "invariant", "trigger span 40:52"),
    ),
    "end of a trigger that is no number": (
        "UPDATE events SET trigger_end = 'there' WHERE id = :strike",
        (STRIKE, "value", "trigger.end"),
    ),
    "code of an event": (
        "UPDATE events SET code = 'AID' WHERE id = :strike",
        (STRIKE, "invariant", "does not follow from its trigger and code"),
    ),
    "unknown code": (
        "UPDATE events SET code = 'WAR' WHERE id = :strike",
        (STRIKE, "value", "code: Input should be"),
    ),
    "mode that is no text": (
        "UPDATE events SET mode = x'ff' WHERE id = :strike",
        (STRIKE, "value", "mode"),
    ),
    "unknown status of an event": (
        "UPDATE events SET status = 'true' WHERE id = :strike",
        (STRIKE, "value", "status"),
    ),
    "score of an event": (
        "UPDATE events SET score = 7 WHERE id = :strike",
        (STRIKE, "invariant", "score 7.0 is not between"),
    ),
    "instruments not JSON": (
        "UPDATE events SET instruments = 'guns' WHERE id = :departure",
        (DEPARTURE, "value", "expected value"),
    ),
    "words of an instrument": (
        (
            "UPDATE events SET instruments = replace(instruments, 'Ships', 'Boats')"
            " WHERE id = :departure"
        ),
        (DEPARTURE, "invariant", "instruments span 111:116 says 'Boats'"),
    ),
    "name of the place of an event": (
        "UPDATE events SET place_name = 'Oster' WHERE id = :departure",
        (DEPARTURE, "invariant", f"says of 'Sel' what {SEL} does not"),
    ),
    "name of the place of an event gone": (
        "UPDATE events SET place_name = NULL WHERE id = :departure",
        (DEPARTURE, "value", "place.name"),
    ),
    "words of the place of an event gone": (
        (
            "UPDATE events SET place_span_start = NULL, place_span_end = NULL,"
            " place_span_text = NULL WHERE id = :departure"
        ),
        (DEPARTURE, "value", "place.span"),
    ),
    "country of a place that an event has not": (
        "UPDATE events SET place_country = 'NOR' WHERE id = :strike",
        (STRIKE, "value", "place."),
    ),
    "time of an event": (
        "UPDATE events SET time_value = '2031-05-04' WHERE id = :harm",
        (HARM, "invariant", f"says of 'Monday' what {MONDAY} does not"),
    ),
    "words of the time of an event": (
        "UPDATE events SET time_span_text = 'Sunday' WHERE id = :harm",
        (HARM, "invariant", "time span 103:109 says 'Sunday'"),
    ),
    "precision of the time of an event": (
        "UPDATE events SET time_precision = NULL WHERE id = :harm",
        (HARM, "value", "time.precision"),
    ),
    "first date of an event": (
        "UPDATE events SET time_first = '1999' WHERE id = :harm",
        (HARM, "derived", "time_first should be '2031-05-05', found '1999'"),
    ),
    "last date of an event that has none": (
        "UPDATE events SET time_last = '1999' WHERE id = :strike",
        (STRIKE, "derived", "time_last should be None, found '1999'"),
    ),
    "quantity upside down": (
        "UPDATE events SET quantities = json_set(quantities, '$[0].low', 5) WHERE id = :harm",
        (HARM, "invariant", "counts from 5 to 0 injured"),
    ),
    "quantity of the unknown": (
        "UPDATE events SET quantities = json_set(quantities, '$[0].of', 'sad') WHERE id = :harm",
        (HARM, "value", "quantities.0.of"),
    ),
    "words of a participant": (
        "UPDATE participants SET span_text = 'allies' WHERE role = 'actor'",
        (REFUSAL, "invariant", "actors span 25:34 says 'allies'"),
    ),
    "participant who is not there": (
        "UPDATE participants SET actor = 'a-0' WHERE role = 'actor'",
        (REFUSAL, "invariant", "actor a-0, which is not there"),
    ),
    "end of a participant that is no number": (
        "UPDATE participants SET span_end = 'there' WHERE role = 'actor'",
        (REFUSAL, "value", "actors.0.span.end"),
    ),
    "order of participants": (
        "UPDATE participants SET position = 3 WHERE actor = :paper",
        (REFUSAL, "derived", "a participant is gone or out of place"),
    ),
    "unknown part in an event": (
        "UPDATE participants SET role = 'bystander' WHERE actor = :paper",
        (REFUSAL, "derived", "a participant is gone or out of place"),
    ),
    "first participant gone": (
        "DELETE FROM participants WHERE actor = :paper",
        (REFUSAL, "derived", "a participant is gone or out of place"),
    ),
    "relation of another report": (
        "UPDATE relations SET report = :other WHERE id = :cited",
        (CITED, "invariant", "its id does not follow"),
    ),
    "relation under another id": (
        "UPDATE relations SET id = 'l-0' WHERE id = :cited",
        ("l-0", "invariant", "its id does not follow"),
    ),
    "relation of another statement": (
        "UPDATE relations SET statement = :third WHERE id = :cited",
        (CITED, "invariant", f"is not in the content of {THIRD}"),
    ),
    "statement gone, its relation left": (
        "DELETE FROM statements WHERE id = :first",
        (CITED, "invariant", f"its statement {FIRST} is not there"),
    ),
    "kind of a relation": (
        "UPDATE relations SET kind = 'opposes' WHERE id = :cited",
        (CITED, "invariant", "does not follow from its kind"),
    ),
    "unknown kind of a relation": (
        "UPDATE relations SET kind = 'loves' WHERE id = :cited",
        (CITED, "value", "kind: Input should be"),
    ),
    "whom a relation is from": (
        "UPDATE relations SET \"from\" = 'a-0' WHERE id = :cited",
        (CITED, "invariant", "ties actor a-0, which is not there"),
    ),
    "relation to itself": (
        'UPDATE relations SET "to" = "from" WHERE id = :cited',
        (CITED, "invariant", "to itself"),
    ),
    "words of a relation": (
        "UPDATE relations SET spans = replace(spans, 'reported', 'denied') WHERE id = :cited",
        (CITED, "invariant", "spans span 11:19 says 'denied'"),
    ),
    "words of a relation gone": (
        "UPDATE relations SET spans = '[]' WHERE id = :cited",
        (CITED, "invariant", "has no words that say so"),
    ),
    "words of a relation not JSON": (
        "UPDATE relations SET spans = '[' WHERE id = :cited",
        (CITED, "value", "EOF"),
    ),
    "where a relation is told": (
        "UPDATE relations SET span_start = 12 WHERE id = :cited",
        (CITED, "derived", "span_start should be 11, found 12"),
    ),
    "words of a relation for people": (
        "UPDATE relations SET spans_text = 'mayor' WHERE id = :led",
        (LED, "derived", "spans_text should be 'the mayor … Óskar Dal'"),
    ),
    "unknown status of a relation": (
        "UPDATE relations SET status = 'over' WHERE id = :cited",
        (CITED, "value", "status"),
    ),
    "time of a relation": (
        "UPDATE relations SET time_value = NULL WHERE id = :led",
        (LED, "invariant", f"says of 'Monday' what {MONDAY} does not"),
    ),
    "score of a relation": (
        "UPDATE relations SET score = -1 WHERE id = :led",
        (LED, "invariant", "score -1.0 is not between"),
    ),
    "table of participants dropped": (
        "DROP TABLE participants",
        ("ledger", "table", "table participants"),
    ),
    "table of relations dropped": (
        "DROP TABLE relations",
        ("ledger", "table", "table relations"),
    ),
}
