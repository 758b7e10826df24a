"""How good and how fast: each module prints a table and writes its figures to figures.json."""
