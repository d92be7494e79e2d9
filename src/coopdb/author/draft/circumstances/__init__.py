"""What is said around a meeting: kind, level, mode, series."""
