"""Judging, what to judge next, and what was decided."""

from sayso.web.judging.routes import router

__all__ = ["router"]
