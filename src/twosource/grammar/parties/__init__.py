"""How English names parties, and names them again."""
