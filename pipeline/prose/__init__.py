"""Segments as plain prose: inline Markdown taken off, sentences and words found, every character placed."""
