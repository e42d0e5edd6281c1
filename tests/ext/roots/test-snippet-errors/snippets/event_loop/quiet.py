"""Nothing can be put in order here."""

print("done")

# Output:
# done
