"""Reports of our own on an invented event, what annotators wrote about them, and the gold records."""
