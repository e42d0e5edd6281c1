import subprocess
import sys

subprocess.Popen(
    [sys.executable, "-c", "import time; time.sleep(60)", __file__],
    stdin=subprocess.DEVNULL,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
    start_new_session=True,
)
print("started")

# Output:
# started
