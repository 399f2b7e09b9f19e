"""Rules about all pages of a site together."""
