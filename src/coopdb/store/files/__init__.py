"""The files of a records repository: finding, reading and writing them, and what git knows of them."""
