"""Writing records for people: here from tables and other data that they have already."""
