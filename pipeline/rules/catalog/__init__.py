"""Rules over a catalog's file: what gettext reads all the same, and somebody should look at."""
