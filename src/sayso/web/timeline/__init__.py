"""The timeline: when it was said against when it happened."""

from sayso.web.timeline.routes import router

__all__ = ["router"]
