"""Catalogs in the formats of translators' tools: XLIFF 2.1, TMX 1.4 and compiled MO."""
