"""A recording for people: the picture and its story, in both languages."""
