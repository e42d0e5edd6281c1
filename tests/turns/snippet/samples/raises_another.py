print("before")
raise ValueError("the kettle is full")

# Exit: 1
# Error: ValueError: the kettle is empty

# Output:
# before
