"""The reading room: the ledger in the browser, to read, check and judge.

Pages are made on the server and need no script; scripts only add keys. Nothing comes from
elsewhere. It asks the ledger and shows what it gets: no SQL and no rules stand here.
"""

from sayso.web.app import create_app
from sayso.web.people import People, Person, Role
from sayso.web.settings import Settings

__all__ = ["People", "Person", "Role", "Settings", "create_app"]
