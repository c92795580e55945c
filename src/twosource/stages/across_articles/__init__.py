"""What is drawn from the articles of a story (reduce)."""
