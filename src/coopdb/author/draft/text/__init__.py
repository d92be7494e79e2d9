"""The text of an article: its characters, lines, sentences, quotations, language, and the phrases in it."""
