import io
import json
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from sayso.export.formats.geojson import write_geojson
from sayso.ledger import Ledger
from tests.export.formats.quay import TITLE, quay
from tests.samples import herald


@pytest.fixture
def collection(sample: Ledger) -> dict[str, Any]:
    stream = io.BytesIO()
    write_geojson(sample, stream)
    read: dict[str, Any] = json.loads(stream.getvalue())
    return read


def test_it_is_a_feature_collection(collection: dict[str, Any]) -> None:
    assert collection["type"] == "FeatureCollection"
    assert collection.keys() == {"type", "features"}
    for feature in collection["features"]:
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        assert feature["geometry"] == {"type": "Point", "coordinates": [9.5, 61.25]}


def test_what_has_coordinates_is_on_the_map(collection: dict[str, Any]) -> None:
    read = quay(), herald()
    events = [one.id for each in read for one in each.events if one.place]
    places = [one.id for each in read for one in each.places]
    assert sorted(feature["id"] for feature in collection["features"]) == sorted(events + places)


def test_an_event_tells_who_says_so_and_who_denies_it(collection: dict[str, Any]) -> None:
    shot = quay().events[0]
    (told,) = (one["properties"] for one in collection["features"] if one["id"] == shot.id)
    expected = {
        "record": "event",
        "code": "ASSAULT",
        "status": "reported",
        "actors": "Police",
        "recipients": "dockers",
        "trigger_text": "shot",
        "time_value": "2031-05-05",
        "killed_low": 3,
        "killed_high": None,
        "said_by": "the Dock Union",
        "chain": "example.org ← the Dock Union",
        "standing": "disputed",
        "denied_by": "Ana Roth",
        "title": TITLE,
    }
    assert {name: told[name] for name in expected} == expected
    assert told["content_text"].startswith("Police shot at dockers")


def test_a_place_tells_in_whose_words_it_stands(collection: dict[str, Any]) -> None:
    sel = quay().places[0]
    (told,) = (one["properties"] for one in collection["features"] if one["id"] == sel.id)
    assert (told["record"], told["place_name"], told["said_by"]) == (
        *("place", "Sel"),
        "the Dock Union",
    )


def test_gdal_reads_it(sample: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "ledger.geojson"
    with path.open("wb") as stream:
        write_geojson(sample, stream)
    meta, _, geometry, columns = pyogrio.raw.read(path)
    table = dict(zip(meta["fields"], columns, strict=True))
    assert meta["crs"] == "EPSG:4326"
    assert meta["geometry_type"] == "Point"
    assert len(geometry) == 4
    assert sorted(table["record"]) == ["event", "event", "place", "place"]
    assert set(table["said_by"]) == {"the Dock Union", "Harbour Post"}


def test_nothing_is_a_collection_without_features(empty: Ledger) -> None:
    stream = io.BytesIO()
    write_geojson(empty, stream)
    assert json.loads(stream.getvalue()) == {"type": "FeatureCollection", "features": []}
