"""A pot.

一口锅。
"""

print("pot")

# Output:
# pot
