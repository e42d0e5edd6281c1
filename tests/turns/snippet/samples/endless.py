print("first")
print("second")
while True:
    pass

# Output:
# first
# second
# third
