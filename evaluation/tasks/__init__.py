"""One file a task, each with one function: ``answer(rows) -> rows``."""
