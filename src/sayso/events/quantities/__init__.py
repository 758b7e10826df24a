"""Quantities: how many were killed, injured, arrested …, as ranges."""
