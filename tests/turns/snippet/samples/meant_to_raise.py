print("before")
raise ValueError("the kettle is empty")

# Exit: 1
# Error: ValueError: the kettle is empty

# Output:
# before
