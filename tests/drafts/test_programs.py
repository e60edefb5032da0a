"""What `docs/programs.md` promises to programs: its loop runs, its answer is what is answered."""

import doctest
import json
import re
from pathlib import Path

import pytest

from studyguide.drafts.report_json import as_record
from studyguide.workflows.interface import verify
from tests.places import CARDS, ROOT

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


def test_what_is_no_mapping_is_unreadable_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = [*verify([7, {"q": "Why?"}, {"term": "sluice", "definition": "a gate"}], SOURCE)]  # type: ignore[list-item]
    assert [each.verdict for each in found] == ["unreadable", "unreadable", "supported"]
