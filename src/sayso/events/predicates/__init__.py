"""Triggers: which words tell an event, and of which type."""
