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
- `claims.number`: as `statements.number`; `claims.words`: the gist and the members' words, to be
  searched; `claims.contested`: how far up it stands (`sayso.ledger.claims.rows`);
- `members.position`, `origins.position`: the place in the list of the claim;
- `members.span_start`, `members.span_end`: from where to where its words stand, so that claims
  are found by whom they speak of, and where that is; `members.known_as`: the id that the claim has
  or had while this member puts it in words, so that it is found by ids of the past;
- `events.time_first`, `events.time_last`: the first and last date that the event's time covers,
  as far as they are known, so that events are found by when they happened;
- `relations.span_start`, `relations.spans_text`: where the words that say so begin, and the words
  as in `content_text`.

Claims and links are made again when new reports bear on them; statements never change for it.
Judgements are only added: triggers refuse anything else. What a judgement is about is no foreign
key, because it may be a claim that was made again since.

The records of a report that people judged are kept here as judged, so that all that is asked
follows what is in force: what was read in it stands in `as_read` as JSON, with the ids of what is
shown no more (`hidden`), and goes when nothing is in force any more. `named_claims` has, for each
claim that was merged or split, the statement and the places by which it is found when claims are
made again.

Acquisitions and deletions are the chain of custody: they are only added, and outlive the report
that they speak of. `reports.source_map` is JSON as the exports write it.

The link index holds what no record does: what the statements of each report assert (`assertions`),
the numbers by which alike ones are found (`link_keys`), and which reports were gone through, by
which version (`linked`). It is data of the pipeline, opaque here, and can be made again from the
records.

What pages ask across reports is counted as reports are added (`sayso.ledger.across`): `parties` are
actors of one name and kind (`actors.party`), with how many `actors` they are, how often they have
`said` and `denied` something, `acted` or been acted on (`befell`), and been `accused`; `called` is
the name to be searched, `countries` their codes, `weight` what they are ordered by. `ties` have a
row for each word of a tie from one party to another: `kind` is a type of event, a kind of relation
or `speaks_of`, `record` is what tells it, and `day` the first on which it happened, held or was
said (`number` is only a key).

A ledger that feeds are watched for remembers of each of the `feeds` what its server said of it
last, from when on it may be asked again (`due`) and how often in a row it could not be had; of each
of its entries (`feed_entries`) in which version it is known, how often its page was asked for, and
from when on it is to be (`due`, null if it is not). Claims that were written or made anew since
(`changed_claims`) are looked at for what is to be told of them from `due` on, those that are
`quiet` only to note it; `told_facts` are what was told or noted of each: that it is `disputed`, who
denies it, that it has a second origin.

Lists go through the reports by `published` and `id`, and find the statements, events, relations,
places or times of each in the order of the text (statements narrowed by act or stance and events by
code where these are asked for): each step is an index, so the first rows come at once however large
the ledger is.

The types are portable, and text is in the order of its code points in every database. Beside these
tables each database has word indexes and what keeps judgements and the chain of custody as they
were written: in SQLite by the migrations, on PostgreSQL by `sayso.ledger.stores.postgres`
(`schema.sql`), where the raw bytes of reports are a table too (`raw_bytes`).
"""

from sayso.ledger.schema.claims import claims, judgements, links, members, origins
from sayso.ledger.schema.custody import acquisitions, deletions
from sayso.ledger.schema.judging import as_read, named_claims
from sayso.ledger.schema.linking import assertions, link_keys, linked
from sayso.ledger.schema.parties import parties, ties
from sayso.ledger.schema.parts import metadata
from sayso.ledger.schema.readings import (
    READING_ORDER,
    TEXT_ORDER,
    TRIGGER_ORDER,
    actors,
    events,
    mentions,
    participants,
    places,
    rejects,
    relations,
    reports,
    statements,
    times,
)
from sayso.ledger.schema.watching import changed_claims, feed_entries, feeds, told_facts

__all__ = [
    "READING_ORDER",
    "TEXT_ORDER",
    "TRIGGER_ORDER",
    "acquisitions",
    "actors",
    "as_read",
    "assertions",
    "changed_claims",
    "claims",
    "deletions",
    "events",
    "feed_entries",
    "feeds",
    "judgements",
    "link_keys",
    "linked",
    "links",
    "members",
    "mentions",
    "metadata",
    "named_claims",
    "origins",
    "participants",
    "parties",
    "places",
    "rejects",
    "relations",
    "reports",
    "statements",
    "ties",
    "times",
    "told_facts",
]
