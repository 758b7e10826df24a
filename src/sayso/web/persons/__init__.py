"""For admins: who may log in, and who is logged in."""

from sayso.web.persons.routes import router

__all__ = ["router"]
