"""Files of articles as they come: text, saved pages, mail, Word and PDF, each read as the text of an article."""
