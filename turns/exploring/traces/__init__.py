"""All runs of a program up to the order of turns that do not matter to each other."""
