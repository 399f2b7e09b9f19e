"""English words that are right by themselves and wrong in their place: how rules say so, and word classes."""
