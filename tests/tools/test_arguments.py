"""Wrong arguments get one line that lists the choices."""

import socket
import subprocess
import sys

import pytest

from tools.previewing.__main__ import parse
from tools.previewing.listening import LOOPBACK
from tools.project import HERE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        (
            "build",
            ["fast"],
            "build: unknown argument 'fast'; choices: --builder site|html|markdown|epub|pdf|",
        ),
        ("build", ["--builder", "djvu"], "build: argument --builder: invalid choice: 'djvu'"),
        ("previewing", ["fr"], "docs: argument language: invalid choice: 'fr'"),
        (
            "previewing",
            ["zh", "en"],
            "docs: unknown argument 'en'; choices: zh, en, --open, --port",
        ),
        (
            "previewing",
            ["--fast"],
            "docs: unknown argument '--fast'; choices: zh, en, --open, --port",
        ),
        (
            "previewing",
            ["--prot", "90"],
            "docs: unknown argument '--prot'; choices: zh, en, --open",
        ),
        (
            "previewing",
            ["--port", "x"],
            "docs: argument --port: 'x' is not a port; choices: zh, en",
        ),
        (
            "previewing",
            ["--port", "0"],
            "docs: argument --port: '0' is not a port; choices: zh, en",
        ),
        (
            "previewing",
            ["--host", "192.0.2.1"],  # belongs to nobody
            "docs: '192.0.2.1' is no address of this machine; choices: zh, en",
        ),
        (
            "previewing",
            ["--host", "no host"],
            "docs: 'no host' is no address of this machine; choices: zh, en",
        ),
        ("previewing", ["--port"], "docs: argument --port: expected one argument; choices: zh, en"),
    ],
)
def test_wrong_arguments(tool: str, arguments: list[str], message: str) -> None:
    """One line, status 2, before anything is built."""
    command = [sys.executable, "-m", f"tools.{tool}", *arguments]
    done = subprocess.run(
        command, cwd=HERE.root, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 2
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize("host", LOOPBACK)
def test_a_port_in_use(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The port is taken before anything is built, on every address that ``localhost`` may mean."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        other = socket.create_server((host, 0), family=family)
    except OSError:
        pytest.skip(f"this machine has no {host}")
    with other:
        port = other.getsockname()[1]
        with pytest.raises(SystemExit) as exited:
            parse(["--port", str(port)])
    assert exited.value.code == 2
    errors = capsys.readouterr().err
    assert errors.startswith(f"docs: port {port} cannot be used: ")
    assert errors.endswith("; choices: zh, en, --open, --port 1-65535, --host ADDRESS\n")
