"""The JSON Schemas of what the API answers, made from the records themselves."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from sayso.export.codec import RECORD_TYPES
from sayso.export.signs import Sign
from sayso.ledger import Party, Spot
from sayso.model import Stance
from sayso.web.api.asked import LISTS
from sayso.web.api.problems import MEDIA_TYPE

Schema = dict[str, Any]

_REF = "#/components/schemas/"
_STRING = {"type": "string"}
_NULLABLE = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}


def answer(
    schema: str, description: str, *problems: int, status: int = 200
) -> dict[int | str, Schema]:
    """What a request is answered with: a body of this schema, or one of these problems."""
    wrong: dict[int | str, Schema] = {code: _problem(code) for code in (422, *problems)}
    content = {"application/json": {"schema": _ref(schema)}}
    return {status: {"description": description, "content": content}, **wrong}


def components() -> dict[str, Schema]:
    """Every schema by its name."""
    found: dict[str, Schema] = {}
    for kind, name in RECORD_TYPES.items():
        made = TypeAdapter(kind).json_schema(mode="serialization", ref_template=f"{_REF}{{model}}")
        found |= {part: _strict(each) for part, each in made.pop("$defs", {}).items()}
        found[kind.__name__] = _record(made, name)
    for plain in (Party, Spot):
        made = TypeAdapter(plain).json_schema(mode="serialization", ref_template=f"{_REF}{{model}}")
        found |= made.pop("$defs", {})
        found[plain.__name__] = _strict(made)
    found |= {f"{name.capitalize()}Page": _page(name) for name, _, _ in LISTS}
    records = [_ref(kind.__name__) for kind in RECORD_TYPES]
    return found | _JOINT | {"Record": {"oneOf": records}}


def _record(made: Schema, name: str) -> Schema:
    """The schema of a record as it is exported: with its type, and `from` by that name."""
    fields = {"from" if key == "from_" else key: each for key, each in made["properties"].items()}
    told = {**made, "properties": {"type": {"const": name}, **fields}}
    return _strict(told)


def _strict(made: Schema) -> Schema:
    """`made` with every field there, and no other."""
    if "properties" not in made:
        return made
    return {**made, "required": list(made["properties"]), "additionalProperties": False}


def _object(**fields: Schema) -> Schema:
    return _strict({"type": "object", "properties": fields})


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _page(name: str) -> Schema:
    return _object(records=_list(_ref(name.capitalize())), next=_NULLABLE)


def _ref(schema: str) -> Schema:
    return {"$ref": f"{_REF}{schema}"}


def _problem(status: int) -> Schema:
    return {
        "description": _WRONG[status],
        "content": {MEDIA_TYPE: {"schema": _ref("Problem")}},
    }


_WRONG = {
    401: "Nobody's token.",
    403: "Not allowed to this person, or to anybody.",
    404: "No such record.",
    422: "Asked in a way that makes no sense; `detail` says what.",
}
_VOICE = _object(name=_STRING, report=_NULLABLE, published=_NULLABLE, statement=_NULLABLE)
_FIGURE = _object(
    statement=_STRING,
    text=_STRING,
    low={"type": ["integer", "null"]},
    high={"type": ["integer", "null"]},
    replaced_by=_NULLABLE,
)
_SPOKEN: Schema = {"statement": _ref("Statement"), "chain": _list(_VOICE)}
_JOINT: dict[str, Schema] = {
    "Problem": {
        **_object(type=_STRING, title=_STRING, status={"type": "integer"}, detail=_STRING),
        "description": "Problem details as RFC 9457 has them.",
    },
    "ClaimInFull": _object(
        claim=_ref("Claim"),
        members=_list(_object(stance={"enum": list(Stance)}, **_SPOKEN)),
        contradictions=_list(_ref("Link")),
        corrections=_list(_ref("Link")),
        declined=_list(_object(**_SPOKEN)),
        judgements=_list(_ref("Judgement")),
        numbers=_list(_object(of=_STRING, figures=_list(_FIGURE), more=_COUNT)),
    ),
    "PartyPage": _object(parties=_list(_ref("Party")), next=_NULLABLE),
    "PartyTold": _object(
        party=_ref("Party"),
        records=_list({"oneOf": [_ref(each) for each in ("Statement", "Event", "Relation")]}),
        next=_NULLABLE,
    ),
    "Network": _object(
        parties=_list(_object(id=_STRING, name=_STRING, kind=_STRING)),
        ties=_list(
            _object(
                **{"from": _STRING},
                to=_STRING,
                kind=_STRING,
                sign={"enum": list(Sign)},
                times=_COUNT,
                first=_NULLABLE,
                last=_NULLABLE,
            )
        ),
    ),
    "Spots": _object(spots=_list(_ref("Spot")), is_more={"type": "boolean"}),
    "Timeline": _object(
        said=_list(_ref("Statement")), happened=_list(_ref("Event")), next=_NULLABLE
    ),
    "Review": _object(
        rows=_list(
            _object(
                statement=_STRING,
                claim=_NULLABLE,
                weight={"type": "number"},
                reasons=_list(_STRING),
            )
        )
    ),
    "Hits": _object(
        hits=_list(
            _object(
                statement=_ref("Statement"),
                pieces=_list(_STRING),
                speaker=_NULLABLE,
                title=_NULLABLE,
                publisher=_NULLABLE,
                published=_NULLABLE,
            )
        ),
        count=_COUNT,
        is_bounded={"type": "boolean"},
        facets={
            "type": "object",
            "additionalProperties": _list(_object(value=_STRING, name=_STRING, count=_COUNT)),
        },
        next=_NULLABLE,
    ),
    "Located": _object(
        words=_list(
            _object(
                record=_STRING,
                role=_STRING,
                report=_STRING,
                sha256=_STRING,
                media_type=_STRING,
                start=_COUNT,
                end=_COUNT,
                text=_STRING,
                encoding=_NULLABLE,
                part=_NULLABLE,
                ranges=_list({"type": "array", "prefixItems": [_COUNT, _COUNT]}),
                boxes=_list({"type": "object"}),
                unmapped=_COUNT,
            )
        )
    ),
}
