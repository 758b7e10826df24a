"""The tables of the ledger, as they stand after every migration.

One table a record type, with plain columns that read well in Datasette, DuckDB or a notebook.
A nested field is named by its path: `source.kind` is `source_kind`, the statement's own span is
`span_start`, `span_end` and `span_text`. Fields that hold a list (the spans of a source, a cue,
a content; hedges, authors, roles) are columns of JSON text in the form that the exports write:
a statement is then one row, written and read whole, with no join. Mentions are a table, because
the source of a statement is looked for by every name that its actor has.

Columns that no record holds:

- `statements.number`: the integer key that the word index points at;
- `statements.source_text`, `statements.content_text`: the words of the spans, pieces joined by
  " … " and white space evened out, for searching and for people;
- `reports.text_sha256`: the SHA-256 of `text` in UTF-8, so that `verify` sees a changed text;
- `actors.report`: the report that the actor was found in;
- `mentions.position`: the place of a mention in its actor's list.

Lists go through the reports by `published` and `id`, and find the statements, places or times of
each in the order of the text (statements narrowed by act or stance where these are asked for): each
step is an index, so the first rows come at once however large the ledger is.

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


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
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
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    _text("name"),
    _text("kind"),
    _text("country", null=True),
    _text("roles"),
    Index(None, "report", "id"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("actor", Text, ForeignKey("actors.id"), primary_key=True),
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

statements = Table(
    "statements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, unique=True, nullable=False),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    _number("span_start"),
    _number("span_end"),
    _text("span_text"),
    _text("source_kind"),
    Column("source_actor", Text, ForeignKey("actors.id"), nullable=True),
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
    Column("score", Double, nullable=False),
    Index(None, *READING_ORDER),
    Index(None, "act", *READING_ORDER),
    Index(None, "stance", *READING_ORDER),
    Index(None, "source_actor"),
    Index(None, "parent"),
)

places = Table(
    "places",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    _number("span_start"),
    _number("span_end"),
    _text("span_text"),
    _text("name"),
    Column("geonameid", Integer, nullable=True),
    Column("latitude", Double, nullable=True),
    Column("longitude", Double, nullable=True),
    _text("country", null=True),
    _text("precision", null=True),
    Index(None, *TEXT_ORDER),
)

times = Table(
    "times",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    _number("span_start"),
    _number("span_end"),
    _text("span_text"),
    _text("value", null=True),
    _text("precision"),
    Index(None, *TEXT_ORDER),
)

rejects = Table(
    "rejects",
    metadata,
    Column("id", Text, primary_key=True),
    _text("input"),
    _text("stage"),
    _text("reason"),
)
