"""Work shared among processes, its progress, and the pause of the garbage collector."""
