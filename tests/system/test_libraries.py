"""A library is looked for without a compiler, which would take long and leave files behind."""

import subprocess
import sys
from ctypes.util import find_library

from studyguide.system.libraries import without_compiler
from tests.places import ROOT

PROGRAM = """
import sys
sys.addaudithook(lambda event, told: event == "subprocess.Popen" and print(told[0], file=sys.stderr))
from studyguide.printing.press.pdf import load
print(load().__name__)
"""


def test_weasyprint_is_loaded_without_a_compiler() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "weasyprint\n"
    assert not {"gcc", "cc", "ld"} & {line.split("/")[-1] for line in done.stderr.split()}


def test_what_the_loader_knows_is_found() -> None:
    known = find_library("c")
    with without_compiler():
        assert find_library("c") == known
        assert find_library("no-such-library") is None
    assert find_library("c") == known
