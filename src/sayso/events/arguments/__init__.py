"""Arguments: who does what to whom, by grammar."""
