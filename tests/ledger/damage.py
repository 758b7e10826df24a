"""Every kind of damage that a person can do to a ledger by hand, and the problem that shows it.

Where several SQL statements are needed, a semicolon and a blank stand between them.
"""

from tests.samples import gazette, herald, refused

REPORT = herald().report.id
FIRST, REPORTED, DENIED, SECOND, QUOTED, THIRD = (each.id for each in herald().statements)
PAPER, OFFICIALS, MAYOR = (each.id for each in herald().actors)
REFUSAL, STRIKE, HARM, DEPARTURE = (each.id for each in herald().events)
CITED, LED = (each.id for each in herald().relations)
[SEL], [MONDAY] = ([each.id for each in named] for named in (herald().places, herald().times))
REJECT = refused().id


OTHER = gazette().report.id
IDS = {
    "report": REPORT,
    "other": OTHER,
    "first": FIRST,
    "reported": REPORTED,
    "denied": DENIED,
    "quoted": QUOTED,
    "third": THIRD,
    "refusal": REFUSAL,
    "strike": STRIKE,
    "harm": HARM,
    "departure": DEPARTURE,
    "cited": CITED,
    "led": LED,
    "paper": PAPER,
    "sel": SEL,
    "monday": MONDAY,
}

# What is done → the record that shows it, the kind of problem, words of the message.
DAMAGE = {
    "text of a report": (
        "UPDATE reports SET text = replace(text, 'strike', 'STRIKE')",
        (FIRST, "invariant", "but the text has"),
    ),
    "text after the last sentence": (
        "UPDATE reports SET text = text || ' More.' WHERE id = :report",
        (REPORT, "derived", "text_sha256"),
    ),
    "text cut short": (
        "UPDATE reports SET text = substr(text, 1, 60) WHERE id = :report",
        (THIRD, "invariant", "outside a text of 60"),
    ),
    "SHA-256": (
        "UPDATE reports SET sha256 = '00' WHERE id = :report",
        (REPORT, "invariant", "does not follow from its SHA-256"),
    ),
    "report under another id": (
        "UPDATE reports SET id = 'r-0' WHERE id = :report",
        ("r-0", "invariant", "does not follow from its SHA-256"),
    ),
    "report gone": (
        "DELETE FROM reports WHERE id = :report",
        (FIRST, "orphan", f"report {REPORT}"),
    ),
    "report gone, its actors left": (
        "DELETE FROM reports WHERE id = :report; DELETE FROM statements",
        (PAPER, "orphan", f"report {REPORT}"),
    ),
    "unknown origin of a date": (
        "UPDATE reports SET published_from = 'rumour' WHERE id = :report",
        (REPORT, "value", "published_from"),
    ),
    "authors not JSON": (
        "UPDATE reports SET authors = 'A. Writer' WHERE id = :report",
        (REPORT, "value", "expected value"),
    ),
    "start of a span": (
        "UPDATE statements SET span_start = span_start - 1 WHERE id = :quoted",
        (QUOTED, "invariant", "span span"),
    ),
    "start that is no number": (
        "UPDATE statements SET span_start = 'here' WHERE id = :quoted",
        (QUOTED, "value", "span.start"),
    ),
    "words of a span": (
        "UPDATE statements SET span_text = 'Boats' WHERE id = :third",
        (THIRD, "invariant", "says 'Boats'"),
    ),
    "words of a content": (
        "UPDATE statements SET content = replace(content, 'strike', 'STRIKE') WHERE id = :denied",
        (DENIED, "invariant", "content span"),
    ),
    "start of a content": (
        "UPDATE statements SET content = json_set(content, '$[0].start', 40) WHERE id = :denied",
        (DENIED, "invariant", "its id does not follow"),
    ),
    "content gone": (
        "UPDATE statements SET content = '[]' WHERE id = :third",
        (THIRD, "invariant", "has no content"),
    ),
    "content not JSON": (
        "UPDATE statements SET content = '[{' WHERE id = :third",
        (THIRD, "value", "EOF"),
    ),
    "content of another shape": (
        "UPDATE statements SET content = '[5]' WHERE id = :third",
        (THIRD, "value", "content.0"),
    ),
    "source span": (
        "UPDATE statements SET source_spans = '[]' WHERE id = :quoted",
        (QUOTED, "invariant", "its id does not follow"),
    ),
    "cue span": (
        "UPDATE statements SET cue_spans = NULL WHERE id = :quoted",
        (QUOTED, "invariant", "its id does not follow"),
    ),
    "hedge": (
        "UPDATE statements SET hedges = replace(hedges, 'might', 'could') WHERE id = :third",
        (THIRD, "invariant", "hedges span"),
    ),
    "words of a quantity": (
        "UPDATE statements SET quantities = replace(quantities, 'No', 'Any') WHERE id = :quoted",
        (QUOTED, "invariant", "quantities span 55:61 says 'Any one'"),
    ),
    "end of a quantity": (
        "UPDATE statements SET quantities = json_set(quantities, '$[0].low', 5) WHERE id = :quoted",
        (QUOTED, "invariant", "counts from 5 to 0 injured"),
    ),
    "quantities not JSON": (
        "UPDATE statements SET quantities = 'some' WHERE id = :quoted",
        (QUOTED, "value", "expected value"),
    ),
    "when it was said": (
        "UPDATE statements SET said_at_span = '{}' WHERE id = :quoted",
        (QUOTED, "value", "said_at.span.start"),
    ),
    "when it was said, half": (
        "UPDATE statements SET said_at_value = NULL WHERE id = :quoted",
        (QUOTED, "value", "said_at.value"),
    ),
    "when it was said, the words alone gone": (
        "UPDATE statements SET said_at_span = NULL WHERE id = :quoted",
        (QUOTED, "value", "said_at"),
    ),
    "unknown act": (
        "UPDATE statements SET act = 'shout' WHERE id = :denied",
        (DENIED, "value", "found 'shout'"),
    ),
    "unknown stance": (
        "UPDATE statements SET stance = 'for' WHERE id = :denied",
        (DENIED, "value", "stance"),
    ),
    "unknown polarity": (
        "UPDATE statements SET polarity = '' WHERE id = :denied",
        (DENIED, "value", "polarity"),
    ),
    "unknown certainty": (
        "UPDATE statements SET certainty = 'sure' WHERE id = :denied",
        (DENIED, "value", "certainty"),
    ),
    "unknown quote": (
        "UPDATE statements SET quote = 'free' WHERE id = :denied",
        (DENIED, "value", "quote"),
    ),
    "unknown source kind": (
        "UPDATE statements SET source_kind = 'secret' WHERE id = :denied",
        (DENIED, "value", "source.kind"),
    ),
    "score": (
        "UPDATE statements SET score = 7 WHERE id = :denied",
        (DENIED, "invariant", "score 7.0 is not between"),
    ),
    "score that is no number": (
        "UPDATE statements SET score = 'high' WHERE id = :denied",
        (DENIED, "value", "score"),
    ),
    "depth": (
        "UPDATE statements SET depth = 1 WHERE id = :denied",
        (DENIED, "invariant", "its depth is 1, its parent's 1"),
    ),
    "depth of an author's word": (
        "UPDATE statements SET depth = 1 WHERE id = :third",
        (THIRD, "invariant", "has no parent"),
    ),
    "parent gone": (
        "DELETE FROM statements WHERE id = :reported",
        (DENIED, "invariant", f"parent {REPORTED} is not there"),
    ),
    "no parent": (
        "UPDATE statements SET parent = NULL WHERE id = :denied",
        (DENIED, "invariant", "has no parent"),
    ),
    "two that are each other's parents": (
        "UPDATE statements SET parent = :denied WHERE id = :reported",
        (REPORTED, "invariant", "its depth is 1, its parent's 2"),
    ),
    "statement of another report": (
        "UPDATE statements SET report = :other WHERE id = :third",
        (THIRD, "invariant", "its id does not follow"),
    ),
    "statement under another id": (
        "UPDATE statements SET id = 's-0' WHERE id = :third",
        ("s-0", "invariant", "its id does not follow"),
    ),
    "statement twice": (
        (
            "CREATE TEMP TABLE copy AS SELECT * FROM statements; "
            " UPDATE copy SET number = number + 100, id = 's-' || number; "
            " INSERT INTO statements SELECT * FROM copy WHERE content_text LIKE 'Ships might%'"
        ),
        ("s-6", "invariant", "its id does not follow"),
    ),
    "words to search by": (
        "UPDATE statements SET content_text = 'confirmed' WHERE id = :denied",
        (DENIED, "derived", "content_text should be 'the strike', found 'confirmed'"),
    ),
    "source to search by": (
        "UPDATE statements SET source_text = 'allies' WHERE id = :denied",
        (DENIED, "derived", "source_text should be 'officials'"),
    ),
    "actor gone": (
        "DELETE FROM mentions WHERE actor = :paper; DELETE FROM actors WHERE id = :paper",
        (REPORTED, "invariant", f"actor {PAPER}, which is not there"),
    ),
    "actor gone, mentions left": (
        "DELETE FROM actors WHERE id = :paper",
        (PAPER, "orphan", "mentions: its actor"),
    ),
    "actor of another report": (
        "UPDATE actors SET report = :other WHERE id = :paper",
        (PAPER, "invariant", f"mention in report {REPORT}"),
    ),
    "unknown actor kind": (
        "UPDATE actors SET kind = 'ghost' WHERE id = :paper",
        (PAPER, "value", "kind"),
    ),
    "roles not a list": (
        "UPDATE actors SET roles = '{}' WHERE id = :paper",
        (PAPER, "value", "roles"),
    ),
    "words of a mention": (
        "UPDATE mentions SET text = 'Der Herold' WHERE actor = :paper",
        (PAPER, "invariant", "mention span 0:10 says 'Der Herold'"),
    ),
    "start of a mention": (
        "UPDATE mentions SET start = 1 WHERE actor = :paper",
        (PAPER, "invariant", "mention span 1:10"),
    ),
    "order of mentions": (
        "UPDATE mentions SET position = 3 WHERE actor = :paper",
        (PAPER, "derived", "a mention is gone or out of place"),
    ),
    "report gone, its place left": (
        "DELETE FROM reports WHERE id = :report; DELETE FROM statements",
        (SEL, "orphan", f"places: its report {REPORT}"),
    ),
    "report gone, its time left": (
        "DELETE FROM reports WHERE id = :report; DELETE FROM statements",
        (MONDAY, "orphan", f"times: its report {REPORT}"),
    ),
    "place of another report": (
        "UPDATE places SET report = :other",
        (SEL, "invariant", "its id does not follow"),
    ),
    "place under another id": (
        "UPDATE places SET id = 'p-0'",
        ("p-0", "invariant", "its id does not follow"),
    ),
    "words of a place": (
        "UPDATE places SET span_text = 'Sol'",
        (SEL, "invariant", "says 'Sol'"),
    ),
    "start of a place": (
        "UPDATE places SET span_start = span_start - 1",
        (SEL, "invariant", "says 'Sel'"),
    ),
    "end of a place that is no number": (
        "UPDATE places SET span_end = 'there'",
        (SEL, "value", "span.end"),
    ),
    "id of a place that is no number": (
        "UPDATE places SET geonameid = 'Sel'",
        (SEL, "value", "geonameid"),
    ),
    "latitude": (
        "UPDATE places SET latitude = 99",
        (SEL, "invariant", "latitude 99.0 is not between"),
    ),
    "longitude": (
        "UPDATE places SET longitude = -1e3",
        (SEL, "invariant", "longitude -1000.0 is not between"),
    ),
    "latitude that is no number": (
        "UPDATE places SET latitude = 'north'",
        (SEL, "value", "latitude"),
    ),
    "longitude gone": (
        "UPDATE places SET longitude = NULL",
        (SEL, "invariant", "has one coordinate without the other"),
    ),
    "both coordinates gone": (
        "UPDATE places SET latitude = NULL, longitude = NULL",
        (SEL, "invariant", "was resolved, yet has no coordinates"),
    ),
    "unknown precision of a place": (
        "UPDATE places SET precision = 'hamlet'",
        (SEL, "value", "precision"),
    ),
    "time of another report": (
        "UPDATE times SET report = :other",
        (MONDAY, "invariant", "its id does not follow"),
    ),
    "time under another id": (
        "UPDATE times SET id = 't-0'",
        ("t-0", "invariant", "its id does not follow"),
    ),
    "words of a time": (
        "UPDATE times SET span_text = 'Sunday'",
        (MONDAY, "invariant", "says 'Sunday'"),
    ),
    "end of a time": (
        "UPDATE times SET span_end = 5000",
        (MONDAY, "invariant", "outside a text"),
    ),
    "start of a time that is no number": (
        "UPDATE times SET span_start = 'then'",
        (MONDAY, "value", "span.start"),
    ),
    "value of a time": (
        "UPDATE times SET value = 'yesterday'",
        (MONDAY, "invariant", "value 'yesterday' is neither EDTF"),
    ),
    "value of a time that no calendar has": (
        "UPDATE times SET value = '2031-02-30'",
        (MONDAY, "invariant", "value '2031-02-30' is neither EDTF"),
    ),
    "value of a time that is no text": (
        "UPDATE times SET value = x'00'",
        (MONDAY, "derived", "value"),
    ),
    "unknown precision of a time": (
        "UPDATE times SET precision = 'fortnight'",
        (MONDAY, "value", "precision"),
    ),
    "reason of a reject": (
        "UPDATE rejects SET reason = 'none'",
        (REJECT, "invariant", "its id does not follow"),
    ),
    "word index, one statement gone": (
        (
            "DELETE FROM statements_fts WHERE rowid ="
            " (SELECT number FROM statements WHERE id = :denied)"
        ),
        (DENIED, "index", "does not have it"),
    ),
    "word index, one too many": (
        "INSERT INTO statements_fts (rowid, content_text) VALUES (99, 'peace')",
        ("statement number 99", "index", "it is not there"),
    ),
    "word index, other words": (
        (
            "INSERT INTO statements_fts (statements_fts, rowid, content_text, source_text)"
            " SELECT 'delete', number, content_text, source_text"
            " FROM statements WHERE id = :denied; "
            "INSERT INTO statements_fts (rowid, content_text, source_text)"
            " SELECT number, 'the peace', source_text FROM statements WHERE id = :denied"
        ),
        ("statements_fts", "index", "where 'strike' stands"),
    ),
    "word index emptied": (
        "INSERT INTO statements_fts (statements_fts) VALUES ('delete-all')",
        (FIRST, "index", "does not have it"),
    ),
    "word index garbled": (
        "UPDATE statements_fts_data SET block = x'00' WHERE id > 10",
        ("ledger", "file", "damaged"),
    ),
    "word index dropped": (
        "DROP TABLE statements_fts",
        ("ledger", "table", "table statements_fts"),
    ),
    "trigger dropped": (
        "DROP TRIGGER statements_fts_update",
        ("ledger", "table", "trigger statements_fts_update is gone or changed"),
    ),
    "trigger made idle": (
        (
            "DROP TRIGGER statements_fts_update; CREATE TRIGGER statements_fts_update"
            " AFTER UPDATE ON statements BEGIN SELECT 1;END"
        ),
        ("ledger", "table", "trigger statements_fts_update is gone or changed"),
    ),
    "index dropped": (
        "DROP INDEX ix_statements_parent",
        ("ledger", "table", "index ix_statements_parent"),
    ),
    "table dropped": ("DROP TABLE rejects", ("ledger", "table", "table rejects")),
    "table of places dropped": ("DROP TABLE places", ("ledger", "table", "table places")),
    "table of times dropped": ("DROP TABLE times", ("ledger", "table", "table times")),
    "text that is no text": (
        "UPDATE actors SET name = CAST(x'ff' AS TEXT) WHERE id = :paper",
        ("ledger", "file", "UTF-8"),
    ),
}
