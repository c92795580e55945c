"""Which words tell one event."""
