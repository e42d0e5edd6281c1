"""Whether the pages are what they should be, as far as that can be read without building them."""
