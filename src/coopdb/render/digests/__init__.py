"""The output formats of a digest alone, one a file; it has those of reports too."""
