"""Rules about finished pages: can everybody perceive, operate and understand them."""
