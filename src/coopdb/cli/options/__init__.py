"""The options that commands share, by the type of the value they make."""
