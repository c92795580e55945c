"""Corrections: how articles take back what was said before."""
