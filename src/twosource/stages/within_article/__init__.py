"""What is read off one article (map)."""
