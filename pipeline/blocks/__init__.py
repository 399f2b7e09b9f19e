"""Blocks as authors write them, put into the form that Python-Markdown reads."""
