"""Many records at once, from CSV and JSON Lines: reading, checking all, and only then writing."""
