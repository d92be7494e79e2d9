"""Turning values into text: one output format a file, each with `render(value, screen) -> str`."""
