"""Relations: lasting ties between actors, on whose word."""
