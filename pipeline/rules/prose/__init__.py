"""Rules over plain prose: each looks at the passages of one version."""
