"""A reader of two statements at once: measured for claims, and not shipped."""
