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
from sayso.links.matching import Row, Table

SIGNS: Final = Table(
    -2.4,
    Row("same word", 1.5, same_word),
    Row("same report", 2.2, same_report),
    Row("retold", 1.0, retold),
    Row("far in print", -0.6, far_in_print),
    Row("same number", 1.2, count_shared),
    Row("same time", 1.3, time_shared),
    Row("same actor", 1.0, same_actor),
    Row("actors alike", 1.3, actors_alike),
    Row("wider word", -1.4, wider_word),
    Row("same recipient", 0.8, same_recipient),
    Row("near in print", 0.8, near_in_print),
    Row("like words", 1.4, like_words),
    Row("same place", 0.5, place_shared),
    Row("other status", -0.2, other_status),
    Row("like story", 3.0, like_story),
    Row("recipients alike", 0.6, recipients_alike),
    Row("other place", -1.8, other_place),
    Row("story alone", -1.2, story_alone),
    Row("same kind", 0.2, same_kind),
    Row("other time", -2.0, other_time),
    Row("other names", -2.2, other_names),
    Row("other number", -0.8, other_number),
    Row("other mode", -0.9, other_mode),
    Row("same sentence", -2.0, same_sentence),
    Row("other actor", -1.5, other_actor),
    Row("other recipient", -2.0, other_recipient),
)
"""What speaks for one happening and what against it, and how much.

In the order in which most pairs are settled after the fewest rows.
"""
