"""Judging the records of a ledger: what a person gives, checked against what is there."""

from sayso.pipeline.judging.aside import judgements_aside
from sayso.pipeline.judging.deciding import Given, decide
from sayso.pipeline.judging.honouring import judge

__all__ = ["Given", "decide", "judge", "judgements_aside"]
