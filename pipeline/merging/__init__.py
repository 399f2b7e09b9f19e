"""A catalog brought up to its article: what a translator wrote is carried over, or kept aside."""
