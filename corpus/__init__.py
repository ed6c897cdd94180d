"""Pages in, knowledge out: reading, dates, quantities, places, facts, exchanges and passages."""
