"""What words are: lists of them by language, looked up, and how names may be written."""
