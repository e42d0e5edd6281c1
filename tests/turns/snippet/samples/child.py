import subprocess
import sys

# It inherits stdout, so the pipe stays open after this program has ended.
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", __file__])
print("started")

# Output:
# started
