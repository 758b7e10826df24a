"""HTML pages: the article, where each of its characters stands, and what the page says of it."""

from sayso.acquire.html.page import read_page

__all__ = ["read_page"]
