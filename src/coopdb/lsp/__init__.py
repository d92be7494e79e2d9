"""The language server: what an editor asks while a record is written, answered from a state that is kept."""
