"""The chain of custody: how reports were acquired, and which were deleted."""
