"""Watch a program's event loop take its turns, and check the order of what it prints."""

from turns import own_builtins

__version__ = "1.0"

own_builtins.install()
