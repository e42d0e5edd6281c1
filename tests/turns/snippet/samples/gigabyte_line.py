import sys

for _ in range(1000):
    sys.stdout.write("x" * 1_000_000)

# Output:
# x
