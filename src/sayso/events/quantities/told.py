"""How many were killed, injured, arrested … on each statement's word, whatever the event.

PLOVER has no event type for accidents and disasters; their numbers are told, and disputed, all the
same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sayso.events.quantities.counted_words import counted_words
from sayso.events.quantities.outcomes import is_open
from sayso.events.quantities.quantities import quantities_of_word
from sayso.model import Quantity
from sayso.reader import Run
from sayso.statements import Account
from sayso.statements.attribution import grammar


def quantities_told(account: Account) -> Mapping[str, tuple[Quantity, ...]]:
    """The quantities that each statement tells by its own words, in text order, by its id.

    Of those that were, not of those that may be; each number of people once.
    """
    doc = account.doc
    told: dict[str, dict[tuple[int, str], Quantity]] = defaultdict(dict)
    for token, word in counted_words(doc, Run(0, len(doc))):
        if is_open(doc, token):
            continue
        statement = account.statement_at(token)
        if statement is None:
            continue
        for one in quantities_of_word(doc, token, word):
            own = any(span.contains(one.span) for span in statement.content)
            if own and (one.high == 0 or not grammar.is_negated(doc, token)):
                told[statement.id].setdefault((one.span.start, one.of), one)
    return {
        statement: tuple(sorted(found.values(), key=lambda one: (one.span, one.of)))
        for statement, found in told.items()
    }
