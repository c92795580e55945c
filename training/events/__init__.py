"""The decision whether two places tell one event."""
