"""The output formats of a change alone, one a file; it has those of reports too."""
