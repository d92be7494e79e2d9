"""The output formats of a `Report` of problems, one a file."""
