"""What pages ask across reports: parties, their ties, days, places; a page's worth at a time."""
