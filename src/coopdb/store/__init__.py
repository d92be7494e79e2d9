"""Finding and reading the files of a records repository, and the tables that questions are put to."""
