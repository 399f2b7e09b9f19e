"""Rules over a translation: each looks at one run beside its source."""
