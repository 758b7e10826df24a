"""The map: where things are told to have happened."""

from sayso.web.map.routes import router

__all__ = ["router"]
