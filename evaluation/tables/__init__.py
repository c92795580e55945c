"""Scores beside those of others, one module a table; each prints it and keeps it in ``evaluation/results``."""
