"""The network: who speaks of, acts on and is tied to whom."""

from sayso.web.network.routes import router

__all__ = ["router"]
