"""The output formats of a `CheckReport` of problems, one a file."""
