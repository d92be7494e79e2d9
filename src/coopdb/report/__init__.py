"""What became of what was agreed: one report a file, each a function of star, day, filters and language."""
