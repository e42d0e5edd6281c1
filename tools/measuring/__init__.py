"""What the benchmarks share: copies of this checkout, their builds and their previews."""
