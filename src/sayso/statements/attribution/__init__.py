"""Who is credited with what: sources, cues and contents in the tree, and how they nest."""
