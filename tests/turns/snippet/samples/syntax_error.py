print("never runs")
if True print("no colon")

# Output:
# never runs
