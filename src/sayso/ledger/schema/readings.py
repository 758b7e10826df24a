"""The tables of what was read, report by report, and of what was not."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, Table

from sayso.ledger.schema.parts import TEXT, key, metadata, number, of, row_number, score, span, text

reports = Table(
    "reports",
    metadata,
    key("id"),
    text("sha256"),
    text("media_type"),
    text("uri", null=True),
    text("retrieved", null=True),
    text("title", null=True),
    text("publisher", null=True),
    text("authors"),
    text("language", null=True),
    text("published", null=True),
    text("published_from", null=True),
    text("text"),
    text("reader", null=True),
    text("text_sha256"),
    text("updated", null=True),
    text("canonical_url", null=True),
    text("credits"),
    *span("dateline", null=True),
    text("stated"),
    text("source_map", null=True),
    Index(None, "published", "id"),
    Index(None, "published", "id", "title", "publisher", "language"),
    Index(None, "publisher"),
)

actors = Table(
    "actors",
    metadata,
    key("id"),
    of("report", "reports"),
    text("name"),
    text("kind"),
    text("country", null=True),
    text("roles"),
    text("party"),
    Index(None, "report", "id"),
    Index(None, "party", "report"),
)

mentions = Table(
    "mentions",
    metadata,
    of("actor", "actors", key=True),
    Column("position", Integer, primary_key=True),
    text("report"),
    number("start"),
    number("end"),
    text("text"),
)

# A parent may be written after its child: both stand when the report's transaction ends.
_parent = ForeignKey("statements.id", deferrable=True, initially="DEFERRED")

# The order in which the records of a report are read, after whatever narrows the search.
TEXT_ORDER = ("report", "span_start")
READING_ORDER = (*TEXT_ORDER, "depth")
TRIGGER_ORDER = ("report", "trigger_start")

statements = Table(
    "statements",
    metadata,
    row_number(),
    Column("id", TEXT, unique=True, nullable=False),
    of("report", "reports"),
    *span("span"),
    text("source_kind"),
    of("source_actor", "actors", null=True),
    text("source_text"),
    text("source_spans"),
    text("cue_spans", null=True),
    text("content_text"),
    text("content"),
    text("act"),
    text("stance"),
    text("polarity"),
    text("certainty"),
    text("hedges"),
    text("quote"),
    Column("parent", TEXT, _parent, nullable=True),
    number("depth"),
    text("said_at_span", null=True),
    text("said_at_value", null=True),
    text("quantities"),
    score(),
    Index(None, *READING_ORDER),
    Index(None, "act", *READING_ORDER),
    Index(None, "stance", *READING_ORDER),
    Index(None, "source_actor"),
    Index(None, "parent"),
    Index(None, "score", "id"),
)

events = Table(
    "events",
    metadata,
    key("id"),
    of("report", "reports"),
    of("statement", "statements"),
    *span("trigger"),
    text("code"),
    text("mode", null=True),
    text("context", null=True),
    text("instruments"),
    *span("place_span", null=True),
    text("place_name", null=True),
    number("place_geonameid", null=True),
    Column("place_latitude", Double, nullable=True),
    Column("place_longitude", Double, nullable=True),
    text("place_country", null=True),
    text("place_precision", null=True),
    *span("time_span", null=True),
    text("time_value", null=True),
    text("time_precision", null=True),
    text("time_first", null=True),
    text("time_last", null=True),
    text("status"),
    text("quantities"),
    score(),
    Index(None, *TRIGGER_ORDER),
    Index(None, "code", *TRIGGER_ORDER),
    Index(None, "statement"),
    Index(None, "time_first", *TRIGGER_ORDER),
    Index(None, "place_name", "place_latitude", "place_longitude", "time_first", "place_country"),
)

participants = Table(
    "participants",
    metadata,
    of("event", "events", key=True),
    Column("role", TEXT, primary_key=True),
    Column("position", Integer, primary_key=True),
    *span("span"),
    of("actor", "actors", null=True),
    Index(None, "actor"),
)

relations = Table(
    "relations",
    metadata,
    key("id"),
    of("report", "reports"),
    of("statement", "statements"),
    text("kind"),
    of("from", "actors"),
    of("to", "actors"),
    number("span_start"),
    text("spans_text"),
    text("spans"),
    text("status"),
    *span("time_span", null=True),
    text("time_value", null=True),
    text("time_precision", null=True),
    score(),
    Index(None, *TEXT_ORDER),
    Index(None, "statement"),
    Index(None, "from"),
    Index(None, "to"),
)

places = Table(
    "places",
    metadata,
    key("id"),
    of("report", "reports"),
    *span("span"),
    text("name"),
    number("geonameid", null=True),
    Column("latitude", Double, nullable=True),
    Column("longitude", Double, nullable=True),
    text("country", null=True),
    text("precision", null=True),
    Index(None, *TEXT_ORDER),
    Index(None, "name", "report"),
)

times = Table(
    "times",
    metadata,
    key("id"),
    of("report", "reports"),
    *span("span"),
    text("value", null=True),
    text("precision"),
    Index(None, *TEXT_ORDER),
)

rejects = Table(
    "rejects",
    metadata,
    key("id"),
    text("input"),
    text("stage"),
    text("reason"),
)
