import sys

for _ in range(1000):
    sys.stderr.write("x" * 1_000_000)

# Output:
