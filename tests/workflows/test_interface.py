"""What other programs may rely on: `import studyguide`, as it is documented."""

import inspect
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import studyguide
from studyguide import Layout, Order
from tests.places import ROOT
from tests.table import rows

EXAMPLES = """
import doctest, re
from pathlib import Path
text = Path({path!r}).read_text(encoding="utf-8")
blocks = re.findall(r"```python\\n(.+?)```", text, re.DOTALL)
test = doctest.DocTestParser().get_doctest("\\n".join(blocks), {{}}, "python.md", {path!r}, 0)
print(doctest.DocTestRunner().run(test))
"""
COUNT = (ROOT / "docs" / "python.md").read_text(encoding="utf-8").count("\n>>> ")
PUBLIC = ["Deck", "Finding", "Item", "Judged", "Layout", "Location", "Order", "Report", "Result", "Source", "StudyGuideError", "build", "check", "load", "read_source", "verify"]  # fmt: skip


def test_the_documented_examples_run(built: Path) -> None:
    """Run as a program does that asks for no `__name__`, though cards are printed in a second process."""
    shutil.rmtree(built / "dist")  # else what is there would not be made again, and not be told
    (built / "examples.py").write_text(EXAMPLES.format(path=str(ROOT / "docs" / "python.md")))
    done = subprocess.run(
        [sys.executable, "examples.py"],
        cwd=built,
        env={**os.environ, "PYTHONPATH": str(ROOT)} | {"STUDYGUIDE_SOURCE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"TestResults(failed=0, attempted={COUNT})\n", "")


def test_all_that_is_public_is_documented() -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    for name in PUBLIC:
        assert name in text
        assert name in dir(studyguide)
        assert inspect.getdoc(getattr(studyguide, name))


def test_what_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute `chekc`"):
        getattr(studyguide, "chekc")  # noqa: B009


ORDERS = {
    "a paper": (Order(Layout(paper="a5")), "no paper `a5`, but a4, letter"),  # type: ignore[arg-type]
    "answers": (Order(Layout(answers="")), "no answers ``, but key, inline, none"),  # type: ignore[arg-type]
    "a product": (Order(only="../x"), "no only `../x`, but anki, guide"),  # type: ignore[arg-type]
}


@rows(("order", "said"), ORDERS.values(), ids=ORDERS)
def test_what_nobody_can_order_is_refused(order: Order, said: str) -> None:
    with pytest.raises(studyguide.StudyGuideError, match=re.escape(said)):
        studyguide.build(ROOT / "cards" / "tide-mills", order=order)


def test_no_room_takes_the_name_of_something_public() -> None:
    rooms = {each.name for each in (ROOT / "studyguide").iterdir()}

    assert not rooms & {*studyguide._HOMES}
    assert not {f"{name}.py" for name in studyguide._HOMES} & rooms


@pytest.mark.parametrize(
    ("line", "loaded"),
    [
        pytest.param("", {"studyguide"}, id="the package"),
        pytest.param("studyguide.StudyGuideError", {"studyguide", "studyguide.errors"}, id="an error"),
    ],
)  # fmt: skip
def test_importing_loads_nothing_that_is_not_asked_for(line: str, loaded: set[str]) -> None:
    script = f"import sys, studyguide; before = {{*sys.modules}}\n{line}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{script}"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = {*done.stdout.split()}
    assert {each for each in modules if each.split(".")[0] == "studyguide"} == loaded
    assert not modules & {"click", "yaml", "jinja2", "weasyprint", "genanki", "pathlib"}
