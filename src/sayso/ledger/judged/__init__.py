"""What people decided: kept for good, and honoured in the records that are asked for."""
