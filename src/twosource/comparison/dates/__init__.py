"""How dates of articles of one story are held against one another."""
