"""Parts of charts: how wide a text is, labels that fit, colours, and the canvas that marks are put on."""
