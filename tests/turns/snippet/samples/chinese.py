print("水壶响了 🫖")
print("kettle")

# Output:
# 水壶响了 🫖
# kettle
