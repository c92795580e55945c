"""Scores of the shipped stages, and the floors they may not fall below."""
