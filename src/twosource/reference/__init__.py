"""What is known before any text is read: word lists, countries and bodies, places, the PLOVER codebook."""
