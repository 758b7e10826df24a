"""One report: its text with every statement marked in place, and who speaks beside it."""

from sayso.web.report.routes import router

__all__ = ["router"]
