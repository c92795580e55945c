"""The steps of the way, each a stranger to every other."""
