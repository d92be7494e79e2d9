"""Work shared among processes and threads, its progress, and the pause of the garbage collector."""
