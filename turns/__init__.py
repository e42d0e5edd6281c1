"""Watch a program's event loop take its turns, and check the order of what it prints."""

__version__ = "1.0"
