"""Whether there was a meeting of two, one or several, and whether it was held."""
