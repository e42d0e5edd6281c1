print("text")

# Output:
# ~a
