"""Events: who did what to whom, when and where, on whose word."""
