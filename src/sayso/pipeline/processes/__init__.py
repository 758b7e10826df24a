"""Work in other processes, within limits: a pool that answers tasks, and a stream of things."""
