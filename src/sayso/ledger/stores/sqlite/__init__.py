"""Ledgers in a file, which SQLite keeps."""
