import subprocess
import sys

subprocess.Popen(
    [sys.executable, "-c", "import time; time.sleep(60)", __file__], start_new_session=True
)
print("started", flush=True)
while True:
    pass

# Output:
# started
