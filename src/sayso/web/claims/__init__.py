"""The board of contested claims, and everybody's word on one."""

from sayso.web.claims.routes import router

__all__ = ["router"]
