"""The output formats that show the numbers of a `Table` as a picture, one a file."""
