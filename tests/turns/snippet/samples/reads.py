"""As a reader would run it: no input, no PYTHON… variables, its folder as the current one."""

import os
import sys

print(repr(sys.stdin.read()))
print(sorted(name for name in os.environ if name.startswith("PYTHON")))
print(os.path.samefile(os.getcwd(), os.path.dirname(os.path.abspath(__file__))))
print(sys.argv[1:], sys.flags.dev_mode)

# Output:
# ''
# ['PYTHONUNBUFFERED', 'PYTHONUTF8', 'PYTHON_COLORS']
# True
# [] False
