"""The formats that a ledger can be exported in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sayso.export.formats.acled import write_acled
from sayso.export.formats.bibliography import write_bibtex, write_csl_json
from sayso.export.formats.brat import write_brat
from sayso.export.formats.claim_review import write_claim_review
from sayso.export.formats.conll import write_conll
from sayso.export.formats.datasette import write_datasette
from sayso.export.formats.followthemoney import write_followthemoney
from sayso.export.formats.format import FileFormat, FolderFormat, Format
from sayso.export.formats.geojson import write_geojson
from sayso.export.formats.graphml import write_graphml
from sayso.export.formats.jsonl import write_jsonl
from sayso.export.formats.plover import write_plover
from sayso.export.formats.prov import write_prov
from sayso.export.formats.stix import write_stix
from sayso.export.formats.tables import write_csv, write_parquet
from sayso.export.formats.web_annotation import write_web_annotation

_ALL: tuple[Format, ...] = (
    FileFormat(
        name="jsonl",
        purpose="every record, whole, one JSON object a line",
        media_type="application/x-ndjson",
        suffix=".jsonl",
        write=write_jsonl,
    ),
    FolderFormat(
        name="csv",
        purpose="a table a type of record, for spreadsheets",
        media_type="text/csv",
        suffix=".csv",
        write=write_csv,
    ),
    FolderFormat(
        name="parquet",
        purpose="a table a type of record, for DuckDB, Polars, pandas, R",
        media_type="application/vnd.apache.parquet",
        suffix=".parquet",
        extra="parquet",
        write=write_parquet,
    ),
    FileFormat(
        name="geojson",
        purpose="events and named places, for maps: QGIS, geopandas, R sf",
        media_type="application/geo+json",
        suffix=".geojson",
        write=write_geojson,
    ),
    FileFormat(
        name="graphml",
        purpose="who speaks of, acts on and denies whom, for Gephi, networkx, igraph",
        media_type="application/graphml+xml",
        suffix=".graphml",
        write=write_graphml,
    ),
    FileFormat(
        name="acled",
        purpose="an event table in the layout of ACLED, with who says so",
        media_type="text/csv",
        suffix=".csv",
        write=write_acled,
    ),
    FileFormat(
        name="plover",
        purpose="event records in PLOVER's own layout, one JSON object a line",
        media_type="application/x-ndjson",
        suffix=".jsonl",
        write=write_plover,
    ),
    FileFormat(
        name="datasette",
        purpose="what the tables and columns hold, for the ledger in Datasette",
        media_type="application/json",
        suffix=".metadata.json",
        write=write_datasette,
    ),
    FileFormat(
        name="followthemoney",
        purpose="FollowTheMoney entities, for Aleph, OpenAleph and nomenklatura",
        media_type="application/x-ndjson",
        suffix=".ftm.json",
        write=write_followthemoney,
    ),
    FileFormat(
        name="stix",
        purpose="a STIX 2.1 bundle, for OpenCTI, MISP and other platforms",
        media_type="application/stix+json;version=2.1",
        suffix=".json",
        write=write_stix,
    ),
    FileFormat(
        name="web-annotation",
        purpose="W3C Web Annotations: the words marked in their pages",
        media_type="application/ld+json",
        suffix=".jsonld",
        write=write_web_annotation,
    ),
    FileFormat(
        name="claim-review",
        purpose="drafts of schema.org ClaimReview, for fact-checkers",
        media_type="application/ld+json",
        suffix=".jsonld",
        write=write_claim_review,
    ),
    FileFormat(
        name="bibtex",
        purpose="the reports as references, for LaTeX and JabRef",
        media_type="application/x-bibtex",
        suffix=".bib",
        write=write_bibtex,
    ),
    FileFormat(
        name="csl-json",
        purpose="the reports as references, for Zotero and pandoc",
        media_type="application/vnd.citationstyles.csl+json",
        suffix=".json",
        write=write_csl_json,
    ),
    FolderFormat(
        name="brat",
        purpose="texts with standoff annotations, for brat",
        media_type="text/plain",
        suffix=".ann",
        write=write_brat,
    ),
    FileFormat(
        name="conll",
        purpose="words in columns (CoNLL-U Plus), for training",
        media_type="text/plain",
        suffix=".conllup",
        write=write_conll,
    ),
    FileFormat(
        name="prov",
        purpose="where everything comes from, down to the bytes (W3C PROV-O)",
        media_type="application/ld+json",
        suffix=".jsonld",
        write=write_prov,
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""Every format, by its name, in the order in which people are told of them."""
