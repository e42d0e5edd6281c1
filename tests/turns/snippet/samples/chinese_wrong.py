print("水壶响了 🫖")

# Output:
# 水壶没响 🫖
