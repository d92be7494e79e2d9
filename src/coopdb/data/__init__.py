"""The packaged vocabularies as data files; each file's header names what it was made from and its licence."""
