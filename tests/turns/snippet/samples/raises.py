print("before")
raise ValueError("the kettle is empty")

# Output:
# before
