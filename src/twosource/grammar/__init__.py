"""How English says things: what the within-article stages read with."""
