"""Watch a program's event loop take its turns, and check the order of what it prints."""
