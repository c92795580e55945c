"""Answers held against earlier ones: what is told otherwise, and why."""
