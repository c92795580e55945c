"""Quotations of one party held against one another: which give one utterance, and where they alter it."""
