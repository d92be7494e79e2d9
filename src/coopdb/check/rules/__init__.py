"""The rules, one a file, named after the defect it finds; a rule's docstring is its manual page."""
