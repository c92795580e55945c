"""How English tells how sure it is."""
