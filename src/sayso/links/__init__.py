"""Many reports beside each other: reprints, citations, claims, contradictions, origins.

Works on records alone, so that the same code links a ledger, a folder or a cluster's tables.
"""
