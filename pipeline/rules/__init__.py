"""The rules: one small file each, whose path is its id."""
