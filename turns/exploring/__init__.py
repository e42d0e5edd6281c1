"""All that could happen: other schedules, and what promises the order of a program's lines."""
