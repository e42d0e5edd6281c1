"""A lane without a text.

没有文字的道。
"""

print("a")

# Output:
# a
# ~a
