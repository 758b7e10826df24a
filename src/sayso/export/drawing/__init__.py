"""Where things stand on the drawings of a dossier: plain geometry, which templates draw."""
