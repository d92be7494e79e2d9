"""The only room that opens connections: whether the addresses of sources still answer."""
