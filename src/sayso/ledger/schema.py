"""The tables of the ledger, as they stand after every migration.

One table a record type, with plain columns that read well in Datasette, DuckDB or a notebook.
A nested field is named by its path: `source.kind` is `source_kind`, the statement's own span is
`span_start`, `span_end` and `span_text`. Fields that hold a list (the spans of a source, a cue,
a content; hedges, authors, roles) are columns of JSON text in the form that the exports write:
a statement is then one row, written and read whole, with no join. Mentions are a table, because
the source of a statement is looked for by every name that its actor has, and so are the
participants of events: their `role` is `actor` or `recipient`.

Columns that no record holds:

- `statements.number`: the integer key that the word index points at;
- `statements.source_text`, `statements.content_text`: the words of the spans, pieces joined by
  " … " and white space evened out, for searching and for people;
- `reports.text_sha256`: the SHA-256 of `text` in UTF-8, so that `verify` sees a changed text;
- `actors.report`: the report that the actor was found in;
- `mentions.position`, `participants.position`: the place in the list of the actor or the event;
- `events.time_first`, `events.time_last`: the first and last date that the event's time covers,
  as far as they are known, so that events are found by when they happened;
- `relations.span_start`, `relations.spans_text`: where the words that say so begin, and the words
  as in `content_text`.

Lists go through the reports by `published` and `id`, and find the statements, events, relations,
places or times of each in the order of the text (statements narrowed by act or stance and events by
code where these are asked for): each step is an index, so the first rows come at once however large
the ledger is.

The types are portable; only the word index (`sayso.ledger.search`, and the migration that makes
it), the order of joins (`sayso.ledger.joins`) and the connection (`sayso.ledger.sqlite`) know which
database this is.
"""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _of(name: str, owner: str, *, null: bool = False, key: bool = False) -> Column[str]:
    """A reference to the row of `owner` that this row belongs to or speaks of."""
    return Column(name, Text, ForeignKey(f"{owner}.id"), nullable=null, primary_key=key)


def _span(field: str, *, null: bool = False) -> tuple[Column[int] | Column[str], ...]:
    return (
        _number(f"{field}_start", null=null),
        _number(f"{field}_end", null=null),
        _text(f"{field}_text", null=null),
    )


def _score() -> Column[float]:
    return Column("score", Double, nullable=False)


reports = Table(
    "reports",
    metadata,
    _key("id"),
    _text("sha256"),
    _text("media_type"),
    _text("uri", null=True),
    _text("retrieved", null=True),
    _text("title", null=True),
    _text("publisher", null=True),
    _text("authors"),
    _text("language", null=True),
    _text("published", null=True),
    _text("published_from", null=True),
    _text("text"),
    _text("reader", null=True),
    _text("text_sha256"),
    Index(None, "published", "id"),
)

actors = Table(
    "actors",
    metadata,
    _key("id"),
    _of("report", "reports"),
    _text("name"),
    _text("kind"),
    _text("country", null=True),
    _text("roles"),
    Index(None, "report", "id"),
)

mentions = Table(
    "mentions",
    metadata,
    _of("actor", "actors", key=True),
    Column("position", Integer, primary_key=True),
    _text("report"),
    _number("start"),
    _number("end"),
    _text("text"),
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
    Column("number", Integer, primary_key=True),
    Column("id", Text, unique=True, nullable=False),
    _of("report", "reports"),
    *_span("span"),
    _text("source_kind"),
    _of("source_actor", "actors", null=True),
    _text("source_text"),
    _text("source_spans"),
    _text("cue_spans", null=True),
    _text("content_text"),
    _text("content"),
    _text("act"),
    _text("stance"),
    _text("polarity"),
    _text("certainty"),
    _text("hedges"),
    _text("quote"),
    Column("parent", Text, _parent, nullable=True),
    _number("depth"),
    _text("said_at_span", null=True),
    _text("said_at_value", null=True),
    _score(),
    Index(None, *READING_ORDER),
    Index(None, "act", *READING_ORDER),
    Index(None, "stance", *READING_ORDER),
    Index(None, "source_actor"),
    Index(None, "parent"),
)

events = Table(
    "events",
    metadata,
    _key("id"),
    _of("report", "reports"),
    _of("statement", "statements"),
    *_span("trigger"),
    _text("code"),
    _text("mode", null=True),
    _text("context", null=True),
    _text("instruments"),
    *_span("place_span", null=True),
    _text("place_name", null=True),
    _number("place_geonameid", null=True),
    Column("place_latitude", Double, nullable=True),
    Column("place_longitude", Double, nullable=True),
    _text("place_country", null=True),
    _text("place_precision", null=True),
    *_span("time_span", null=True),
    _text("time_value", null=True),
    _text("time_precision", null=True),
    _text("time_first", null=True),
    _text("time_last", null=True),
    _text("status"),
    _text("quantities"),
    _score(),
    Index(None, *TRIGGER_ORDER),
    Index(None, "code", *TRIGGER_ORDER),
    Index(None, "statement"),
)

participants = Table(
    "participants",
    metadata,
    _of("event", "events", key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    *_span("span"),
    _of("actor", "actors", null=True),
    Index(None, "actor"),
)

relations = Table(
    "relations",
    metadata,
    _key("id"),
    _of("report", "reports"),
    _of("statement", "statements"),
    _text("kind"),
    _of("from", "actors"),
    _of("to", "actors"),
    _number("span_start"),
    _text("spans_text"),
    _text("spans"),
    _text("status"),
    *_span("time_span", null=True),
    _text("time_value", null=True),
    _text("time_precision", null=True),
    _score(),
    Index(None, *TEXT_ORDER),
    Index(None, "statement"),
    Index(None, "from"),
    Index(None, "to"),
)

places = Table(
    "places",
    metadata,
    _key("id"),
    _of("report", "reports"),
    *_span("span"),
    _text("name"),
    _number("geonameid", null=True),
    Column("latitude", Double, nullable=True),
    Column("longitude", Double, nullable=True),
    _text("country", null=True),
    _text("precision", null=True),
    Index(None, *TEXT_ORDER),
)

times = Table(
    "times",
    metadata,
    _key("id"),
    _of("report", "reports"),
    *_span("span"),
    _text("value", null=True),
    _text("precision"),
    Index(None, *TEXT_ORDER),
)

rejects = Table(
    "rejects",
    metadata,
    _key("id"),
    _text("input"),
    _text("stage"),
    _text("reason"),
)
