"""Whose publication a report is: the outlet that it is of, and the agency that it credits."""

from sayso.links.citations.naming import outlets_in
from sayso.links.citations.outlets import Outlet, outlet_of, same_outlet

__all__ = ["Outlet", "outlet_of", "outlets_in", "same_outlet"]
