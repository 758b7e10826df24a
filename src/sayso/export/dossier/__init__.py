"""A dossier on a topic: one page with everybody's word on it, as HTML or Markdown."""

from sayso.export.dossier.gathering import Dossier, gather
from sayso.export.dossier.markdown import as_markdown
from sayso.export.dossier.page import as_html
from sayso.export.dossier.topic import Topic

__all__ = ["Dossier", "Topic", "as_html", "as_markdown", "gather"]
