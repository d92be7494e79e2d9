"""The sub-commands, one a file: options, one call, one rendering, an exit code."""
