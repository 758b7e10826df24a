"""Claims, links and judgements: what holds across reports, and what people decided."""
