"""The trained reader: its network, what it learns from, and how it is shipped."""
