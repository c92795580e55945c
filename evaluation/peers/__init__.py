"""What others' tools answer, as scripts that a Python of their own runs: none of them is a dependency (``requirements.txt`` here)."""
