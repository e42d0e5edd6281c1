print("before")
raise ValueError("nobody said so")

# Exit: 1

# Output:
# before
