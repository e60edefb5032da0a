"""A library is looked for by the loader alone: a compiler would take long and leave files behind; or loaded when it is used."""

import subprocess
import sys
from ctypes import CDLL
from ctypes.util import find_library

import pytest

from studyguide.system.libraries import put_off, without_compiler
from tests.places import ROOT

PROGRAM = """
import sys
sys.addaudithook(lambda event, told: event == "subprocess.Popen" and print(told[0], file=sys.stderr))
from studyguide.printing.press.pdf import load
print(load().__name__)
print(*({"fontTools.subset", "fontTools.varLib.instancer"} & sys.modules.keys()))
"""


def test_weasyprint_is_loaded_without_a_compiler() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "weasyprint\n\n"
    assert done.stderr == ""  # no other program is asked either


def test_nobody_but_the_loader_is_asked() -> None:
    known = find_library("c")
    with without_compiler():
        assert find_library("no-such-library") is None
        assert known
        assert CDLL(known)
    assert find_library("c") == known


def test_what_is_put_off_is_loaded_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("colorsys", "this_is_none"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    with put_off("colorsys", "rgb_to_hls"), put_off("this_is_none"):
        import colorsys
        from colorsys import rgb_to_hls

        import this_is_none
    assert not {"colorsys", "this_is_none"} & sys.modules.keys()
    assert rgb_to_hls(1, 1, b=1) == (0, 1, 0)
    assert colorsys.ONE_THIRD == 1 / 3
    with pytest.raises(ModuleNotFoundError):
        this_is_none.anything  # noqa: B018
    with put_off("json"):
        import json
    assert json is sys.modules["json"]
