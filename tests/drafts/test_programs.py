"""What `docs/programs.md` promises to programs: its loop runs, its answer is what is answered."""

import doctest
import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from studyguide.drafts.report_json import as_record
from studyguide.workflows.interface import verify
from tests.places import CARDS, ROOT
from tests.table import rows

TEXT = (ROOT / "docs" / "programs.md").read_text(encoding="utf-8")
SOURCE = CARDS / "tide-mills" / "source.txt"


def test_the_loop_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.+?)```", TEXT, re.DOTALL)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "programs.md", None, 0)
    assert doctest.DocTestRunner().run(test) == (0, len(test.examples))


def test_the_answer_shown_has_the_keys_of_one_given() -> None:
    shown = json.loads(re.search(r"```json\n(.+?)```", TEXT, re.DOTALL)[1])  # type: ignore[index]
    asked = {"question": "How often a day does the pond of the mill fill?", "answer": "three times"}
    (judged,) = verify([asked], SOURCE)
    given = as_record(judged, "cards")
    assert given.keys() == shown.keys()
    assert given["findings"][0].keys() == shown["findings"][0].keys()
    same = ("index", "id", "kind", "verdict", "section", "citation", "reason")
    assert {key: given[key] for key in same} == {key: shown[key] for key in same}


GATE = {"term": "sluice", "definition": "a gate"}
MAPPINGS = {
    "a mapping that is no dict": (MappingProxyType(GATE), "supported"),
    "a list of answers": ({"q": "Which two things does the water turn?", "a": ["the wheel", "the millstones"]}, "supported"),
    "a tuple of answers": ({"q": "Which two things does the water turn?", "a": ("the wheel", "the millstones")}, "supported"),
    "a number of too many digits": ({"q": "How many?", "a": 10**5000}, "unreadable"),
    "keys that are no texts": ({1: 2, None: 3, **GATE}, "supported"),
    "half a character": ({"q": "\ud800?", "a": "x"}, "unsupported"),
}  # fmt: skip


@rows(("draft", "verdict"), MAPPINGS.values(), ids=MAPPINGS)
def test_what_a_program_has_made_is_judged(draft: Mapping[str, object], verdict: str) -> None:
    first, last = verify([draft, GATE], SOURCE)
    assert (first.verdict, last.verdict) == (verdict, "supported")


def test_what_is_no_mapping_is_unreadable_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = [*verify([7, {"q": "Why?"}, {"term": "sluice", "definition": "a gate"}], SOURCE)]  # type: ignore[list-item]
    assert [each.verdict for each in found] == ["unreadable", "unreadable", "supported"]
