print("水壶: 1")
print("two")
print("three")

# Output:
# 水壶: 1
# three
# two
