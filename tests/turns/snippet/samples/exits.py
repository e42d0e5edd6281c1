import sys

print("before")
sys.exit(3)

# Exit: 3

# Output:
# before
