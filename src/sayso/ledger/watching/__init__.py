"""What watching feeds has to remember: how each feed stands, and what was told of claims."""
