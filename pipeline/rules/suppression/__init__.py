"""Rules about what authors let be; each is given the names of rules in their comments."""
