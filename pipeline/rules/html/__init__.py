"""Rules about what an article wrote in HTML and no page may have."""
