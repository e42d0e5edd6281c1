"""One line.

一行。
"""

print("one")

# Output:
# one
