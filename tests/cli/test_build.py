"""Two folders that hold one deck would take each other's place."""

from pathlib import Path

import pytest

from studyguide.cli.commands.build import _told_apart
from studyguide.errors import StudyGuideError
from studyguide.workflows.check import Texts, check_folder
from tests.conftest import Desk


def test_decks_of_one_id_are_told(tmp_path: Path) -> None:
    results = []
    for name, id in (("a", "mills"), ("b", "locks"), ("c", "mills"), ("d", "")):
        (tmp_path / name).mkdir()
        desk = Desk(tmp_path / name)
        desk.deck(id=id)
        desk.section("question: Who?\nanswer: Ada\nevidence: Ada Kestrel")
        results.append(check_folder(desk.folder, Texts(None, None, for_one=False), lambda _: None))
    (tmp_path / "alias").symlink_to("a")
    again = check_folder(tmp_path / "alias", Texts(None, None, for_one=False), lambda _: None)
    _told_apart([*results[:2], again, results[3], results[3]])
    with pytest.raises(StudyGuideError, match=r"/a and .*/c are both the deck `mills`"):
        _told_apart(results)
