"""Damaged files of cards, of each kind that is read: drafts, or one sentence; never more."""

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.drafts.draft import draft_of
from studyguide.drafts.readers.formats import read_cards
from studyguide.errors import StudyGuideError
from tests.torture.damage import mangled

pytestmark = pytest.mark.torture

COUNT, LONGEST = 3_000, 5.0
RECORDS = [
    {"question": "How many stones?", "answer": ["40", "41"], "tags": ["a::b"], "wording": {"a": "b"}},
    {"front": "<b>Who</b> built&nbsp;it?<img src=a.png>", "back": "Ada [sound:a.mp3]", "guid": "x"},
    {"cloze": "The {{c1::mill::what}} has {{c2::40}} stones", "note": "\\(x^2\\)", "reverse": True},
]  # fmt: skip
ROWS = '#separator:tab\n#html:true\n#tags column:3\n#columns:Front\tBack\tTags\nHow many?\t40\ta b\n"<i>Who</i>"\tAda\tc\n'
FILES = {
    "json": json.dumps({"cards": RECORDS}, indent=1),
    "jsonl": "\n".join(map(json.dumps, RECORDS)),
    "yaml": "items:\n  - question: How many?\n    answer: [a, 'b']\n    tags: [x]\n  - term: |-\n      mill\n    definition: &a >\n      stones\n",
    "txt": ROWS,
    "csv": "Question,Answer,Tags\n\"How many, then?\",40,a\n'x',\"y\"\"z\",\n",
    "md": "# Deck\n\nQ: How many?\nA: 40 #tag\n\nfront :: back\nboth ::: ways\n\nq\n?\na\n\nSTART\nBasic\nFront: a\nBack: b\nEND\n\nThe ==mill== has {{c1::40}}.\n\n```\ncode\n```\n",
}  # fmt: skip


@pytest.mark.parametrize("ending", FILES)
def test_a_damaged_file_of_cards_is_read_or_refused(
    ending: str, seed: int, tmp_path: Path, keep: Callable[[str, bytes], Path]
) -> None:
    chance, path = random.Random(f"{seed} {ending}"), tmp_path / f"cards.{ending}"
    read = 0
    for _ in range(COUNT):
        data = mangled(FILES[ending].encode() * chance.choice((1, 1, 3)), chance)
        path.write_bytes(data)
        begun = time.process_time()
        try:
            read += sum(draft_of(card, {}) is not None for card in read_cards(path))
        except StudyGuideError as error:
            assert "\n" not in str(error)  # noqa: PT017
        except BaseException:
            keep(f"cards-{seed}.{ending}", data)
            raise
        if time.process_time() - begun > LONGEST:
            pytest.fail(f"{keep(f'slow-{seed}.{ending}', data)} takes too long")
    assert read
