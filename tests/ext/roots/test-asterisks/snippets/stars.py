"""Stars are printed.

打印星号。
"""

print("**注意：**这里")  # **注意：**这里

# Output:
# **注意：**这里
