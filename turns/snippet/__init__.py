"""A program that says what it prints: its file, its order, and the check in a fresh interpreter."""
