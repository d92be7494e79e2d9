"""Records in the making: added, drafted from articles, imported, renamed."""
