"""A mapping guessed from a table: what its columns are, how its dates are written, and what is left to a person."""
