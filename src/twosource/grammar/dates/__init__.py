"""How English tells times."""
