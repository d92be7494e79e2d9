"""The parts of the site, one a file: each has `files`, which yields its files of a site."""
