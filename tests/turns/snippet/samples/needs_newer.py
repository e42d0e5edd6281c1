print("text")

# Requires: Python 3.99

# Output:
# text
