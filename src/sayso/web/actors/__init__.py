"""People and groups over all reports, and what is told of each."""

from sayso.web.actors.routes import router

__all__ = ["router"]
