"""Reports of our own on an invented event, what annotators wrote, and the gold made of it."""
