"""Recognises what people get wrong in a text that is not TOML, and how it can be put right."""
