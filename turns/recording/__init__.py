"""What happened in one run, as typed data."""
