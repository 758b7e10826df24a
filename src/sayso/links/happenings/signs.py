"""The table of signs that two reports, or two sentences of one, tell of one happening.

The weights were judged first and then fitted to the tuning topics of ECB+: docs/same-event.md.
"""

from __future__ import annotations

from typing import Final

from sayso.links.happenings.event_signs import (
    actors_alike,
    count_shared,
    other_actor,
    other_mode,
    other_number,
    other_place,
    other_recipient,
    other_status,
    other_time,
    place_shared,
    recipients_alike,
    same_actor,
    same_kind,
    same_recipient,
    same_word,
    time_shared,
    wider_word,
)
from sayso.links.happenings.sign import Sign
from sayso.links.happenings.telling_signs import (
    far_in_print,
    like_story,
    like_words,
    near_in_print,
    other_names,
    retold,
    same_report,
    same_sentence,
    story_alone,
)

SIGNS: Final = (
    Sign("same word", 1.5, same_word),
    Sign("same kind", 0.2, same_kind),
    Sign("wider word", -1.4, wider_word),
    Sign("other mode", -0.9, other_mode),
    Sign("same actor", 1.0, same_actor),
    Sign("other actor", -1.5, other_actor),
    Sign("same recipient", 0.8, same_recipient),
    Sign("other recipient", -2.0, other_recipient),
    Sign("actors alike", 1.3, actors_alike),
    Sign("recipients alike", 0.6, recipients_alike),
    Sign("same place", 0.5, place_shared),
    Sign("other place", -1.8, other_place),
    Sign("same time", 1.3, time_shared),
    Sign("other time", -2.0, other_time),
    Sign("near in print", 0.8, near_in_print),
    Sign("far in print", -0.6, far_in_print),
    Sign("like words", 1.4, like_words),
    Sign("story alone", -1.2, story_alone),
    Sign("like story", 3.0, like_story),
    Sign("other names", -2.2, other_names),
    Sign("same report", 2.2, same_report),
    Sign("retold", 1.0, retold),
    Sign("same sentence", -2.0, same_sentence),
    Sign("same number", 1.2, count_shared),
    Sign("other number", -0.8, other_number),
    Sign("other status", -0.2, other_status),
)
"""What speaks for one happening and what against it, and how much."""
