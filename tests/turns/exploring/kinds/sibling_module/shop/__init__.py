"""A package of the program's own."""
