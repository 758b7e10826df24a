"""What PLOVER codes an event with: the modes of each type, and the contexts of any.

Source: the PLOVER manual, draft 2.0 (openeventdata/PLOVER, Open Event Data Alliance).
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import EventType

_MODES = {
    EventType.CONSULT: "visit third-party multilateral phone",
    EventType.RETREAT: "withdraw release disarm ceasefire access resign",
    EventType.REQUEST: "assist change yield meet",
    EventType.ACCUSE: "disapprove investigate allege",
    EventType.REJECT: "assist change yield meet",
    EventType.THREATEN: "restrict arrest relations expel territory violence",
    EventType.PROTEST: "demo riot strike hunger boycott obstruct vandalize",
    EventType.SANCTION: "convict expel withdraw discontinue",
    EventType.MOBILIZE: "troops weapons police militia",
    EventType.COERCE: (
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"
    ),
    EventType.ASSAULT: (
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
        "aerial drone heavy-weapons crowd-control unconventional"
    ),
}
MODES: Mapping[EventType, frozenset[str]] = {
    code: frozenset(_MODES.get(code, "").split()) for code in EventType
}
"""The modes that each type of event may have; some have none."""

CONTEXTS = frozenset(
    (
        "military intelligence executive legislative election political_institutions pro_democracy "
        "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
        "human_security gender lgbt religion_ethnicity inequality diplomatic territory "
        "peacekeeping health asylum migration disasters natural_resource environment technology "
        "terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking"
    ).split()
)
