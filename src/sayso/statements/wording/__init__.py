"""How a statement is put: act, stance, polarity, certainty, quotation, and when it was said."""
