"""How English tells who did what to whom."""
