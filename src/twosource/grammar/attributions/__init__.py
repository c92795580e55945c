"""How English lays words at someone's door."""
