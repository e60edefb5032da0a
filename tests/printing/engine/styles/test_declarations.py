"""What WeasyPrint declares of C's functions: the same PDF comes of cffi's tables as of what cffi parses itself."""

import os
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT

PRINTING = """
import sys
{first}
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from studyguide.templates import Templates
page = "<html lang=en><title>t</title><p style='font-family: Guide Source Serif'>The miller waits until the ebb has begun."
with open_press(Resources.of([], Templates.bundled()), "guide/guide.html") as press:
    sys.stdout.buffer.write(press.printed(press.laid_out(page * 9)))
"""


def printed(first: str, cache: Path) -> bytes:
    """Print a page in a process of its own, which does something first."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-c", PRINTING.format(first=first)]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_the_same_comes_of_it(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o700)
    made = printed("", cache)
    assert made.startswith(b"%PDF")
    tables = [*cache.glob("studyguide/*")]
    assert tables
    assert printed("import cffi; del cffi.FFI", cache) == made  # nothing is parsed
    assert printed("import weasyprint", cache) == made  # all is, as WeasyPrint does it
    assert [*cache.glob("studyguide/*")] == tables
