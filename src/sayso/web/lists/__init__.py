"""The reports, as a list."""

from sayso.web.lists.routes import router

__all__ = ["router"]
