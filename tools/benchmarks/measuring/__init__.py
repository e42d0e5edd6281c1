"""What the benchmarks share: copies of this checkout, their builds and their previews."""

from tools import project  # noqa: F401 (lets this package import what extensions are made of)
