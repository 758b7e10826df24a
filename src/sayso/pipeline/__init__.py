"""Many reports: the order of the stages, running in parallel, resuming, rejects."""
