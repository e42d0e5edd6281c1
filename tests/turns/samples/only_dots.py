print("text")

# Output:
# ...
