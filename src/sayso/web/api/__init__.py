"""The JSON API: everything that the pages show, as records of the contract.

Lists are paged by their last record; errors are problem details (RFC 9457); the description is
OpenAPI 3.1, at `/api/openapi.json`, and for people at `/api`.
"""

from sayso.web.api.access import may_read
from sayso.web.api.across import router as across
from sayso.web.api.described import described
from sayso.web.api.lists import router as lists
from sayso.web.api.newcomers import router as newcomers
from sayso.web.api.problems import problem_of
from sayso.web.api.single import router as single
from sayso.web.api.writing import router as writing

ROUTERS = (lists, across, single, writing)

__all__ = ["ROUTERS", "described", "may_read", "newcomers", "problem_of"]
