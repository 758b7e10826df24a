"""Pages from the network, asked for politely and kept as they came.

robots.txt is heeded (RFC 9309), a host is asked at most once a second, a page that did not change
is not sent again (RFC 9110, conditional requests), and every answer is kept in a WARC file, so that
what was read can be shown later. Redirects, sizes and times are bounded; addresses of the local
network are refused.
"""

from sayso.acquire.fetch.fetching import Visit, fetch
from sayso.acquire.fetch.manners import Manners
from sayso.acquire.fetch.polling import Polled, Refused, poll
from sayso.acquire.fetch.settings import Fetching, Validators

__all__ = [
    "Fetching",
    "Manners",
    "Polled",
    "Refused",
    "Validators",
    "Visit",
    "fetch",
    "poll",
]
