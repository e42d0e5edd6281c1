"""What menu_of_a_module.py imports; it prints, as modules do that were scripts once."""

print("canteen is imported")
