from functools import lru_cache

words = []


@lru_cache
def first():
    return words[0]
