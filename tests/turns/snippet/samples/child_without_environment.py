import subprocess
import sys

command = [sys.executable, "-c", "import time; time.sleep(60)", __file__]
subprocess.Popen(command, env={}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print("started")

# Output:
# started
