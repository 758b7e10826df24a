"""Search: statements by their words, narrowed by what they are beside; any record by its id."""

from sayso.web.search.routes import router

__all__ = ["router"]
