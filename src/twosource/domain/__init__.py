"""The vocabulary: plain frozen values; imports nothing of ours above it."""
