"""The frame in which programs run allows its own script and no other."""

import base64
import hashlib
import re
from pathlib import Path

from tools.building.browser import frame

PAGE = "<meta content=\"script-src 'sha256-$digest'\"><script>$script</script>"


def test_the_policy_names_the_script_by_its_digest(tmp_path: Path) -> None:
    """As the page has it, without comments and spaces."""
    (tmp_path / "frame.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "frame.js").write_text("// A frame.\nalert( 'é $5' );\n", encoding="utf-8")
    (tmp_path / "worker.js").write_text("// A worker.\nalert( 2 );\n", encoding="utf-8")
    page = frame.page(tmp_path)
    (script,) = re.findall("<script>(.*)</script>", page)
    assert script == "alert('é $5');"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page
    assert frame.worker(tmp_path) == "alert(2);"
