"""The output formats of one record, an `Entry`, one a file."""
