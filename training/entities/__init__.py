"""Names of people, bodies and places, read by layers above the lower half of the encoder that reads attributions."""
