"""Which words two articles share."""
