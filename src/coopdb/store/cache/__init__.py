"""What is remembered between runs: the index of the star, and the reports of checks."""
