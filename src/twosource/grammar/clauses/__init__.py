"""Clauses: which of a sentence stand for themselves."""
