"""Which names stand for one party."""
