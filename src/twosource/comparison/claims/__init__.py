"""Which statements say one thing, and where they part."""
