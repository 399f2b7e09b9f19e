"""Rules over all translations of a locale together."""
