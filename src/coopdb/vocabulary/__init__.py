"""What the words in records mean: countries, organisations, topics, groups and people, by any of their names."""
