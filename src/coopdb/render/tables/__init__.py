"""The output formats of a `Table`, the answer to a question, one a file."""
