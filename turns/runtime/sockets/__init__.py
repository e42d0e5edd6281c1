"""What stands for sockets, and for waiting for them, while a program is watched."""
