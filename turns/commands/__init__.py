"""What the command line can do: one module for each verb; they share `child` and `common`."""
