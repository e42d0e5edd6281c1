"""Run programs as on a platform that has no sockets but their descriptors.

A script of its own, since a platform is what it is for the whole of an interpreter: reads programs
by name as JSON, and answers with what each printed and why it was stopped.
"""

import asyncio  # noqa: F401 - with all that it imports, before this becomes another platform
import concurrent.futures.process  # noqa: F401
import json
import multiprocessing.pool  # noqa: F401
import subprocess  # noqa: F401
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
platform, sys.platform = sys.platform, "emscripten"
from turns.runtime.sockets import kernelless  # noqa: E402 - see above
from turns.runtime.sockets import platform as its_platform  # noqa: E402

sys.platform = platform
from turns.runtime import switching  # noqa: E402

switching._Native.starts = True  # noqa: SLF001
from watched import run  # noqa: E402 - the rest is as it is here


def main() -> None:
    """Run them all."""
    assert its_platform.Real is kernelless.Bare
    warnings.simplefilter("ignore")
    found = {}
    for name, source in json.load(sys.stdin).items():
        outcome = run(source)
        found[name] = [outcome.output, str(outcome.problem or outcome.error or "")]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
