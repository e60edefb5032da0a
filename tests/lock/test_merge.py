"""Two branches that both changed the lock: git merges it with marks or without, a build resolves it."""

import json
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.lock import merge
from studyguide.lock.from_json import lock_of
from studyguide.lock.lock import Lock, Receipt, Review, Sent, Stamp
from studyguide.lock.on_disk import open_lock, reopen, save_lock, update_lock
from studyguide.lock.to_json import dump
from tests import forked
from tests.conftest import Desk, serious
from tests.places import ROOT
from tests.table import rows

COLD = "id: cold\nquestion: How was it?\nanswer: cold\nevidence: It was cold. It"
JUNE = "id: june\ncloze: By {{c1::June}} 1911 it spread.\nevidence: By June 1911 the walkout had spread"
YEAR = "id: zero\nquestion: In which year did he leave?\nanswer: '1912'\nevidence: In 1912 he left"
BEFORE = "id: bold\nterm: cloud\ndefinition: a passing one\nevidence: walkout “a passing cloud”"
BASE, OURS, THEIRS, MERGED = 1000, 2000, 3000, 2500
"""Seconds of the branches; the clock of who merges is slow."""


def merged(base: Lock, ours: Lock, theirs: Lock, folder: Path, *style: str) -> tuple[Lock, bool]:
    """Let git merge three locks; give what we read of that, and whether it left marks."""
    paths = []
    for name, lock in {"ours": ours, "base": base, "theirs": theirs}.items():
        paths.append(folder / name)
        paths[-1].write_text(dump(lock), encoding="utf-8")
    command = ["git", "merge-file", "-p", *style, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=False)
    (folder / "deck.lock").write_bytes(done.stdout)
    return open_lock(folder / "deck.lock"), b"<<<<<<<" in done.stdout


@pytest.fixture(params=[(), ("--diff3",), ("--zdiff3",)], ids=["merge", "diff3", "zdiff3"])
def style(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Give each style in which git marks what it could not merge."""
    return request.param


class Branches:
    """A deck of which two branches are edited and checked, then merged and checked again."""

    def __init__(self, folder: Path, style: tuple[str, ...]) -> None:
        self.desk, self.folder, self.style = Desk(folder), folder, style
        self.on(Lock(), BASE, COLD, JUNE)
        self.desk.publish()
        self.base, self.is_marked = self.desk.lock, False

    def on(self, lock: Lock, now: int, *items: str) -> Lock:
        """Check these items at a second, beginning with a lock."""
        self.desk.lock = lock
        self.desk.section(*items)
        assert serious(self.desk.check(now=now)) == ()
        return self.desk.lock

    def merge(
        self, ours: tuple[str, ...], theirs: tuple[str, ...], result: tuple[str, ...]
    ) -> Lock:
        """Edit both branches, merge them, and check the result."""
        locks = self.on(self.base, OURS, *ours), self.on(self.base, THEIRS, *theirs)
        both, self.is_marked = merged(self.base, *locks, self.folder, *self.style)
        return self.on(both, MERGED, *result)


@pytest.fixture
def branches(tmp_path: Path, style: tuple[str, ...]) -> Branches:
    """Give a deck of two items on both branches."""
    return Branches(tmp_path, style)


HOW = COLD.replace("How was it?", "How did it feel?")
WHAT = COLD.replace("How was it?", "What was it?")
CHILL = COLD.replace("id: cold", "id: chill\nwas: cold")
JUNE_C2 = JUNE.replace(" 1911", " {{c2::1911}}", 1)
JUNE_C3 = JUNE.replace("it spread", "it {{c3::spread}}", 1)
DATES = {
    "both add at the end": ((COLD, JUNE, YEAR), (COLD, JUNE, YEAR.replace("zero", "zoo")),
        (COLD, JUNE, YEAR, YEAR.replace("zero", "zoo")),
        {"cold": BASE, "june": BASE, "zero": OURS, "zoo": THEIRS}),
    "one adds first, one last, and git needs no help": ((BEFORE, COLD, JUNE), (COLD, JUNE_C2, YEAR),
        (BEFORE, COLD, JUNE_C2, YEAR),
        {"bold": OURS, "cold": BASE, "june": THEIRS, "zero": THEIRS}),
    "both edit one item, theirs is kept": ((HOW, JUNE), (WHAT, JUNE), (WHAT, JUNE),
        {"cold": THEIRS, "june": BASE}),
    "both edit one item, ours is kept": ((HOW, JUNE), (WHAT, JUNE), (HOW, JUNE),
        {"cold": THEIRS + 1, "june": BASE}),
    "both edit one item, a third text is written": ((HOW, JUNE), (WHAT, JUNE), (COLD, JUNE),
        {"cold": THEIRS + 1, "june": BASE}),
    "both edit one item alike": ((HOW, JUNE, BEFORE), (HOW, JUNE, YEAR), (HOW, JUNE, BEFORE, YEAR),
        {"cold": THEIRS, "june": BASE, "bold": OURS, "zero": THEIRS}),
    "one renames, one edits": ((CHILL, JUNE), (HOW, JUNE),
        (CHILL.replace("How was it?", "How did it feel?"), JUNE), {"chill": THEIRS, "june": BASE}),
    "one edits, one renames": ((HOW, JUNE), (CHILL, JUNE),
        (CHILL.replace("How was it?", "How did it feel?"), JUNE), {"chill": OURS, "june": BASE}),
    "one renames and drops `was`, one edits": ((CHILL, JUNE), (HOW, JUNE),
        (CHILL.replace("was: cold\n", ""), JUNE), {"chill": THEIRS + 1, "june": BASE}),
}  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "result", "dates"), DATES.values(), ids=DATES)
def test_a_merge(
    branches: Branches,
    request: pytest.FixtureRequest,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    result: tuple[str, ...],
    dates: dict[str, int],
) -> None:
    """Whichever branch a learner has had an edition of, what differs from it arrives."""
    lock = branches.merge(ours, theirs, result)
    assert branches.is_marked == ("git needs no help" not in request.node.name)
    assert {id: receipt.modified for id, receipt in lock.items.items()} == dates
    renamed = {id: receipt.origin for id, receipt in lock.items.items() if receipt.origin != id}
    assert renamed == ({"chill": "cold"} if "chill" in dates else {})


def test_cloze_numbers_of_both_sides_are_remembered(branches: Branches) -> None:
    both = JUNE_C2.replace("it spread", "it {{c3::spread}}")
    lock = branches.merge((COLD, JUNE_C2), (COLD, JUNE_C3), (COLD, both))
    assert lock.items["june"].clozes == {"1": "June", "2": "1911", "3": "spread"}
    branches.on(branches.base, OURS, COLD, JUNE_C2)
    lock = branches.merge((COLD, JUNE_C2), (COLD, JUNE_C3), (COLD, JUNE))
    assert lock.items["june"].clozes == {"1": "June", "2": "1911", "3": "spread"}


def _reviewed(lock: Lock, mark: str, date: str) -> Lock:
    receipt = lock.items["cold"]._replace(review=Review(date, {mark: f"why {mark}"}))
    return lock._replace(items={**lock.items, "cold": receipt})


def test_reviews_of_both_sides_stay(branches: Branches) -> None:
    ours, theirs = (
        _reviewed(branches.base, mark, date)
        for mark, date in (("aa", "2026-02-01"), ("bb", "2026-01-01"))
    )
    both, is_marked = merged(branches.base, ours, theirs, branches.folder, *branches.style)
    assert is_marked
    assert both.items["cold"].review == Review("2026-02-01", {"aa": "why aa", "bb": "why bb"})


def test_a_review_goes_with_the_text_that_was_read(branches: Branches) -> None:
    theirs = branches.on(branches.base, THEIRS, HOW, JUNE)
    ours = _reviewed(branches.base, "aa", "2026-02-01")
    both, _ = merged(branches.base, ours, theirs, branches.folder, *branches.style)
    assert both.items["cold"].review is None


SENT = {
    "alike on both sides": (Sent(900, "ff"), Sent(900, "ff"), Sent(900, "ff")),
    "known to the later alone": (None, Sent(900, "ff"), None),
    "known to the earlier alone": (Sent(900, "ff"), None, None),
    "sent again meanwhile": (Sent(900, "ff"), Sent(950, "ee"), None),
}


@rows(("early", "late", "expected"), SENT.values(), ids=SENT)
def test_what_was_sent_is_known_only_where_both_sides_say_so(
    early: Sent | None, late: Sent | None, expected: Sent | None
) -> None:
    """Else a note could be dated below what learners of the other side have."""
    receipt = Receipt("digest", "shown", 1000, "question", 1, "one")
    sides = [
        Lock(items={"one": receipt._replace(modified=date, sent=sent)})
        for date, sent in ((1000, early), (2000, late))
    ]
    for pair in (sides, sides[::-1]):
        both = lock_of(merge.joined(*(json.loads(dump(each)) for each in pair)))
        assert both.items["one"].sent == expected


@pytest.mark.parametrize("first", ["ours", "theirs"])
def test_what_one_side_has_published_is_published(branches: Branches, first: str) -> None:
    base = branches.on(branches.base, OURS, COLD, JUNE, YEAR)
    assert base.items["zero"].unpublished
    built = base.items["zero"]._replace(unpublished=False, written="x")
    sides = [
        base._replace(items={**base.items, "zero": built}),
        branches.on(base, THEIRS, COLD, JUNE, YEAR.replace("did he", "was it that he")),
        branches.on(base, THEIRS, COLD, JUNE),
    ]
    assert sides[1].items["zero"].unpublished
    assert "zero" not in sides[2].items
    for other in sides[1:]:
        pair = (sides[0], other) if first == "ours" else (other, sides[0])
        both, _ = merged(base, *pair, branches.folder, *branches.style)
        assert not both.items["zero"].unpublished
        jsons = (json.loads(dump(each)) for each in (base, *pair))
        assert not lock_of(merge.rejoined(*jsons)).items["zero"].unpublished


HEADS: dict[str, tuple[Callable[[Lock, int], Lock], Callable[[Lock], object], object]] = {
    "note types": (
        lambda lock, n: lock._replace(note_types={"cloze": Stamp(f"{n}", n)}),
        lambda lock: lock.note_types["cloze"].modified,
        2,
    ),
    "deck names": (
        lambda lock, n: lock._replace(decks={0: "Top", n: f"Top::{n}"}),
        lambda lock: lock.decks,
        {0: "Top", 1: "Top::1", 2: "Top::2"},
    ),
    "terms": (lambda lock, n: lock._replace(terms=f"{n}"), lambda lock: lock.terms, ""),
    "rules": (lambda lock, n: lock._replace(rules=90 + n), lambda lock: lock.terms, ""),
}


@pytest.mark.parametrize(("change", "look", "expected"), HEADS.values(), ids=HEADS)
def test_what_goes_for_all_items(
    branches: Branches,
    change: Callable[[Lock, int], Lock],
    look: Callable[[Lock], object],
    expected: object,
) -> None:
    sides = [change(branches.base, n) for n in (1, 2)]
    for one, other in (sides, sides[::-1]):
        both, is_marked = merged(branches.base, one, other, branches.folder, *branches.style)
        assert is_marked
        assert look(both) == expected


def test_what_was_checked_against_two_texts_is_checked_again(branches: Branches) -> None:
    assert branches.base.source
    theirs = branches.base._replace(source=branches.base.source._replace(digest="x", raw="y"))
    ours = branches.base._replace(source=branches.base.source._replace(digest="z", raw="w"))
    both, _ = merged(branches.base, ours, theirs, branches.folder, *branches.style)
    branches.desk.lock = both
    assert {each.code for each in branches.desk.found(None)} == {"receipt-stale"}
    branches.desk.lock = both
    assert {each.code for each in branches.desk.found(now=MERGED)} <= {"source-edition"}
    assert branches.desk.found(None) == ()


def test_an_id_that_one_side_renamed_twice_is_pointed_out(branches: Branches) -> None:
    uno = CHILL.replace("chill", "uno")
    locks = (
        branches.on(branches.base, OURS, CHILL.replace("How was", "How is"), JUNE),
        branches.on(branches.base, THEIRS, uno.replace("How was", "How is"), JUNE),
    )
    both, _ = merged(branches.base, *locks, branches.folder, *branches.style)
    branches.desk.lock = both
    chill = CHILL.replace("How was", "How is")
    branches.desk.section(chill, JUNE)
    assert [each.code for each in branches.desk.found()] == ["id-vanished"]
    branches.desk.section(chill.replace("was: cold", "was: [cold, uno]"), JUNE)
    assert branches.desk.found() == ()
    assert branches.desk.lock.items["chill"].modified == THEIRS


def test_a_lock_that_was_merged_is_saved_without_marks(branches: Branches) -> None:
    lock = branches.merge((HOW, JUNE), (WHAT, JUNE), (WHAT, JUNE))
    path = branches.folder / "deck.lock"
    assert "<<<<<<<" in path.read_text(encoding="utf-8")
    assert save_lock(lock, path)
    assert open_lock(path) == lock


MARKS = {
    "an end without a beginning": ">>>>>>> theirs\n",
    "two beginnings": "<<<<<<< ours\n<<<<<<< ours\n",
    "no end": "<<<<<<< ours\n=======\n",
    "no middle": "<<<<<<< ours\n>>>>>>> theirs\n",
}


@rows("marks", MARKS.values(), ids=MARKS)
def test_marks_that_do_not_pair(marks: str, tmp_path: Path) -> None:
    (tmp_path / "deck.lock").write_text(marks + dump(Lock()), encoding="utf-8")
    with pytest.raises(StudyGuideError, match="marks that do not pair"):
        open_lock(tmp_path / "deck.lock")


def _git(folder: Path, *words: str, ok: bool = True) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, check=False)
    assert (done.returncode == 0) == ok, done.stderr


def test_a_merge_by_git_is_resolved_by_a_build(tmp_path: Path) -> None:
    """Two branches change an item each, and both one: the sections merge, or are merged by hand."""
    tide_mills = ROOT / "cards" / "tide-mills"
    folder = tmp_path / "cards" / "tide-mills"
    shutil.copytree(tide_mills, folder)
    path, lock = folder / "2-for-and-against.yaml", folder / "deck.lock"
    text, before = path.read_text(encoding="utf-8"), open_lock(lock)
    changes = {
        "main": ("the great advantage of the tide", "the great merit of the tide"),
        "other": ("the great advantage of the tide", "the great strength of the tide"),
    }
    _git(tmp_path, "init", "-q", "-b", "main")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-qm", "One")
    _git(tmp_path, "branch", "other")
    dates = {}
    for branch, (old, new) in changes.items():
        _git(tmp_path, "checkout", "-q", branch)
        path.write_text(text.replace(old, new), encoding="utf-8")
        assert forked.run(tmp_path, "check").returncode == 0
        dates[branch] = open_lock(lock).items["great-advantage"].modified
        _git(tmp_path, "commit", "-qam", branch)
    _git(tmp_path, "merge", "main", ok=False)
    assert "<<<<<<<" in lock.read_text(encoding="utf-8")
    path.write_text(text.replace(*changes["main"]), encoding="utf-8")
    done = forked.run(tmp_path, "build", "--only", "anki")
    assert done.returncode == 0, done.stdout + done.stderr
    after = open_lock(lock)
    assert "<<<<<<<" not in lock.read_text(encoding="utf-8")
    assert after.items["great-advantage"].modified > max(dates.values())
    assert after.items.keys() == before.items.keys()
    assert {id for id in after.items if after.items[id].modified != before.items[id].modified} == {
        "great-advantage"
    }


Change = Callable[[Desk], None]
"""What a run does to the lock of a desk that it has read."""


def read_by_a_curator(id: str, reason: str) -> Change:
    def change(desk: Desk) -> None:
        receipt = desk.lock.items[id]._replace(review=Review("2026-01-01", {}, note=reason))
        desk.lock = desk.lock._replace(items={**desk.lock.items, id: receipt})

    return change


def checked(now: int, *items: str, **deck: str) -> Change:
    def change(desk: Desk) -> None:
        desk.deck(**deck)
        desk.section(*items)
        assert serious(desk.check(now=now)) == ()

    return change


def named(desk: Desk) -> None:
    desk.lock = desk.lock._replace(decks={0: "Harbour"})


def notes_and_dates(lock: Lock) -> dict[str, tuple[str, int]]:
    return {
        id: (receipt.review.note if receipt.review else "", receipt.modified)
        for id, receipt in lock.items.items()
    }


TOGETHER = {
    "two acceptances": (read_by_a_curator("cold", "a"), read_by_a_curator("june", "b"),
        {"cold": ("a", BASE), "june": ("b", BASE)}),
    "of one item": (read_by_a_curator("cold", "a"), read_by_a_curator("cold", "b"),
        {"cold": ("a", BASE), "june": ("", BASE)}),
    "an acceptance, and a new item": (read_by_a_curator("cold", "a"), checked(THEIRS, COLD, JUNE, YEAR),
        {"cold": ("a", BASE), "june": ("", BASE), "zero": ("", THEIRS)}),
    "a new item, and an acceptance": (checked(OURS, COLD, JUNE, YEAR), read_by_a_curator("cold", "b"),
        {"cold": ("b", BASE), "june": ("", BASE), "zero": ("", OURS)}),
    "an acceptance, and another content": (read_by_a_curator("cold", "a"), checked(THEIRS, HOW, JUNE),
        {"cold": ("", THEIRS), "june": ("", BASE)}),
    "an acceptance, and another name": (read_by_a_curator("june", "a"), checked(THEIRS, CHILL, JUNE),
        {"chill": ("", BASE), "june": ("a", BASE)}),
    "an acceptance, and names of decks": (read_by_a_curator("cold", "a"), named,
        {"cold": ("a", BASE), "june": ("", BASE)}),
    "an acceptance, and other terms": (read_by_a_curator("cold", "a"), checked(THEIRS, COLD, JUNE, author="B"),
        {"cold": ("a", THEIRS), "june": ("", THEIRS)}),
}  # fmt: skip


@rows(("ours", "theirs", "expected"), TOGETHER.values(), ids=TOGETHER)
def test_two_runs_at_once(tmp_path: Path, ours: Change, theirs: Change, expected: dict) -> None:
    """Who writes last takes in what the other has written meanwhile; the deck is as theirs left it."""
    desk, path = Desk(tmp_path), tmp_path / "deck.lock"
    checked(BASE, COLD, JUNE)(desk)
    save_lock(desk.lock, path)
    known = reopen(path)
    ours(desk)
    mine = desk.lock
    desk.lock = known.lock
    theirs(desk)
    other = desk.lock
    save_lock(other, path)
    both = update_lock(path, known, mine).lock
    assert open_lock(path) == both
    assert notes_and_dates(both) == expected
    assert both.decks == other.decks
    desk.lock = both
    assert desk.check(text=None).errors == 0


def test_what_two_runs_have_proved_under_two_terms_is_proved_again(tmp_path: Path) -> None:
    desk, path = Desk(tmp_path), tmp_path / "deck.lock"
    checked(BASE, COLD, JUNE)(desk)
    save_lock(desk.lock, path)
    known = reopen(path)
    checked(OURS, COLD, JUNE, YEAR)(desk)
    mine, desk.lock = desk.lock, known.lock
    checked(THEIRS, HOW, JUNE, author="Someone Else")(desk)
    save_lock(desk.lock, path)
    both = update_lock(path, known, mine).lock
    assert both.terms == ""
    assert {*both.items} == {"cold", "june", "zero"}


def test_two_words_of_curators_on_one_thing_are_both_kept() -> None:
    ours = {"date": "2026-01-02", "accepted": {"a": "why a"}}
    theirs = {"date": "2026-01-01", "accepted": {"b": "why b"}, "note": "said"}
    expected = {"date": "2026-01-02", "accepted": {"a": "why a", "b": "why b"}, "note": "said"}
    assert merge._reviewed(theirs, ours) == merge._reviewed(ours, theirs) == expected


def test_many_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    """Threads hold a folder against each other as processes do."""
    desk, path = Desk(tmp_path), tmp_path / "deck.lock"
    checked(BASE, COLD, JUNE, YEAR)(desk)
    save_lock(desk.lock, path)
    known = reopen(path)

    def accept(number: int) -> None:
        id = ("cold", "june", "zero")[number % 3]
        review = Review("2026-01-01", {f"mark {number}": "why"})
        items = {**known.lock.items, id: known.lock.items[id]._replace(review=review)}
        update_lock(path, known, known.lock._replace(items=items))

    with ThreadPoolExecutor(12) as pool:
        assert [*pool.map(accept, range(24))] == [None] * 24
    reviews = [receipt.review for receipt in open_lock(path).items.values()]
    assert sum(len(review.accepted) for review in reviews if review) == 24
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []
