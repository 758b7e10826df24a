"""The raw bytes of a report, as they were received, with words marked; harmless to look at."""

from sayso.web.raw.routes import router

__all__ = ["router"]
