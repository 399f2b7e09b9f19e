"""Commands that come in groups: a module for each group."""
