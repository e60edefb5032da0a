"""A lock that has gone back or got lost: what was published is known, and nothing goes below it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.anki.read import Published, open_package, read_package
from studyguide.errors import StudyGuideError
from studyguide.lock.lock import Lock
from studyguide.lock.on_disk import open_lock, save_lock
from studyguide.workflows.build import pack
from studyguide.workflows.check import Texts, check_folder
from studyguide.workflows.order import Order
from studyguide.workflows.plan import plan_folder
from studyguide.workflows.release import release_of
from studyguide.workflows.result import Result
from studyguide.workflows.review import Session
from tests.anki.collection import learner
from tests.conftest import DECK

TEXT = "1. The mill has 40 stones. Ada Kestrel built the mill in 1912 near Dunmere.\n"
SECTION = (
    "section: 1\ntitle: {title}\nsummary: The mill.\nitems:\n  - id: {id}\n    question: {question}\n"
    '    answer: "40"\n    evidence: The mill has 40 stones\n{more}'
)
FIRST = "How many stones has the mill?"
NOBODY = ("-c", "user.name=a", "-c", "user.email=a@b")


class Curator:
    """A deck in a folder that git keeps, written, built and taken back as a curator would."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.clock = folder / "deck", monkeypatch.setenv
        monkeypatch.chdir(folder)
        monkeypatch.delenv("STUDYGUIDE_SOURCE", raising=False)

    def begin(self) -> "Curator":
        """Write a deck of one item, which git does not keep yet."""
        self.folder.mkdir()
        (self.folder / "source.txt").write_text(TEXT, encoding="utf-8")
        self.write("deck.yaml", "".join(f"{key}: {value}\n" for key, value in DECK.items()))
        self.ask(FIRST)
        self.git("init", "-q")
        return self

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def ask(self, question: str, id: str = "one", more: str = "", title: str = "Title") -> None:
        self.write("1-a.yaml", SECTION.format(question=question, id=id, more=more, title=title))

    def git(self, *words: str) -> None:
        command = ["git", "-C", str(self.folder), *NOBODY, *words]
        subprocess.run(command, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "x")

    def build(self, now: int, *, anew: bool = False) -> Result:
        self.clock("SOURCE_DATE_EPOCH", f"{now}")
        texts = Texts(None, None, for_one=True)
        result, release = release_of(self.folder, texts, Order(anew=anew), lambda _: None)
        if release:
            pack(release, Path("dist/harbour.apkg"), lambda _: None)
        return result

    def note(self, now: int, *, anew: bool = False) -> Published:
        """Build the Anki deck, and give the one note as published."""
        assert self.build(now, anew=anew).report.errors == 0
        (note,) = read_package(Path("dist/harbour.apkg")).notes.values()
        return note

    @property
    def lock(self) -> Path:
        return self.folder / "deck.lock"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a deck of which two editions went out, at the seconds 1000 and 2000."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as monkeypatch:
        found = Curator(folder, monkeypatch).begin()
        assert found.note(1000).modified == 1000
        found.commit()
        found.ask("How many round stones has the mill?")
        assert found.note(2000).modified == 2000
        found.commit()
    return folder


@pytest.fixture
def curator(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Curator:
    """Give a copy of that deck."""
    shutil.copytree(begun, tmp_path / "copy")
    return Curator(tmp_path / "copy", monkeypatch)


def no_package(curator: Curator) -> None:
    shutil.rmtree("dist")


def no_history(curator: Curator) -> None:
    shutil.rmtree(curator.folder / ".git")


KNOWN = pytest.mark.parametrize("forget", [no_package, no_history])


@KNOWN
def test_a_text_that_git_took_back_is_dated_above(curator: Curator, forget) -> None:
    curator.git("revert", "--no-edit", "HEAD")
    forget(curator)
    note = curator.note(3000)
    assert (note.modified, note.fields["Front"]) == (3000, FIRST)
    assert curator.note(4000).modified == 3000  # what is built again is the same


@KNOWN
def test_with_a_slow_clock_too(curator: Curator, forget) -> None:
    curator.git("revert", "--no-edit", "HEAD")
    forget(curator)
    assert curator.note(1500).modified == 2001


def test_a_merge_that_took_nothing_is_remembered(curator: Curator) -> None:
    curator.git("checkout", "-qb", "old", "HEAD~1")
    curator.git("merge", "-q", "-s", "ours", "-m", "x", "@{-1}")
    no_package(curator)
    assert curator.note(3000).modified == 3000


def test_a_tag_is_remembered(curator: Curator) -> None:
    curator.git("tag", "edition-2")
    curator.git("reset", "-q", "--hard", "HEAD~1")
    no_package(curator)
    assert curator.note(3000).modified == 3000


def test_what_was_not_taken_back_stays(curator: Curator) -> None:
    lock = curator.lock.read_bytes()
    assert curator.note(3000).modified == 2000
    no_package(curator)
    assert curator.note(3000).modified == 2000
    assert curator.lock.read_bytes() == lock


def test_a_style_that_git_took_back_is_dated_above(curator: Curator) -> None:
    (curator.folder / "templates/anki").mkdir(parents=True)
    curator.write("templates/anki/cards.css", ".card { color: red }")
    curator.note(3000)
    curator.commit()
    curator.git("revert", "--no-edit", "HEAD")
    curator.build(4000)
    types = open_lock(curator.lock).note_types
    assert {key: stamp.modified for key, stamp in types.items()} == {
        "question": 4000,
        "cloze": 4000,
    }
    no_package(curator)
    curator.build(5000)
    assert open_lock(curator.lock).note_types == types


def test_a_plan_says_what_will_arrive(curator: Curator) -> None:
    shutil.copyfile("dist/harbour.apkg", "learner.apkg")
    curator.git("revert", "--no-edit", "HEAD")
    texts = Texts(None, None, for_one=True)
    plan = plan_folder(curator.folder, texts, lambda _: None, "learner.apkg").plan
    assert [line.prompt for line in plan.changed] == [FIRST]
    assert plan.kept == ()


LOSE: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "emptied": lambda path: save_lock(Lock(), path),
}


@KNOWN
@pytest.mark.parametrize("lose", LOSE.values(), ids=LOSE)
def test_a_lost_lock_is_an_error(curator: Curator, forget, lose) -> None:
    lose(curator.lock)
    forget(curator)
    before = curator.lock.read_bytes() if curator.lock.exists() else None
    texts = Texts(None, None, for_one=True)
    for result in (check_folder(curator.folder, texts, lambda _: None), curator.build(3000)):
        found = [each.code for each in result.report.findings if each.is_error]
        assert found == ["lock-missing"]
    with pytest.raises(StudyGuideError, match="--new"):
        Session(curator.folder, texts)
    assert (curator.lock.read_bytes() if curator.lock.exists() else None) == before


@KNOWN
def test_begun_anew_it_goes_on_with_what_learners_have(curator: Curator, forget) -> None:
    guid = curator.note(2000).guid
    decks = open_lock(curator.lock).decks
    curator.lock.unlink()
    forget(curator)
    curator.ask(FIRST, id="uno", more="    was: one\n", title="Another")
    note = curator.note(1500, anew=True)
    assert note.guid == guid
    assert note.modified == 2001
    if forget is no_package:
        assert open_lock(curator.lock).decks == decks


def test_names_of_decks_are_those_of_the_first_build_with_a_card(curator: Curator) -> None:
    def names(now: int, title: str, section: str) -> list[str]:
        deck = {**DECK, "title": title}
        curator.write("deck.yaml", "".join(f"{key}: {value}\n" for key, value in deck.items()))
        curator.write("1-a.yaml", section)
        assert curator.build(now).report.errors == 0
        return [*open_lock(curator.lock).decks.values()]

    nothing = "section: 1\ntitle: Guessed\nsummary: The mill.\nitems:\n"
    whole = SECTION.format(question=FIRST, id="one", more="", title="Stones")
    no_package(curator)
    shutil.rmtree(curator.folder)
    curator.begin()
    assert names(1000, "harbour-3", nothing) == ["harbour-3", "harbour-3::1 Guessed"]
    assert names(2000, "The Harbour", whole) == ["The Harbour", "The Harbour::1 Stones"]
    assert names(3000, "Another", nothing.replace("items:\n", "") + whole[whole.index("items:") :]) == [
        "The Harbour", "The Harbour::1 Stones"]  # fmt: skip


def test_a_first_name_that_the_deck_has_forgotten_is_known_to_git(curator: Curator) -> None:
    guid = curator.note(2000).guid
    curator.ask(FIRST, id="uno", more="    was: one\n")
    curator.note(3000)
    curator.commit()
    curator.lock.unlink()
    curator.ask(FIRST, id="ein", more="    was: uno\n")
    assert curator.note(4000, anew=True).guid == guid


ADDED = "  - id: two\n    question: When was it built?\n    answer: '1912'\n    evidence: built the mill in 1912\n"


def added(curator: Curator) -> None:
    """Add an item, check or build it, and keep that."""
    curator.ask(FIRST, more=ADDED)
    assert curator.build(3000).report.errors == 0
    curator.commit()


def vanished(curator: Curator) -> list[str]:
    return [each.item for each in curator.build(4000).report.findings if each.code == "id-vanished"]


def test_an_item_whose_addition_git_took_back_is_missed(curator: Curator) -> None:
    added(curator)
    curator.git("tag", "edition-3")
    package = read_package(Path("dist/harbour.apkg"))
    curator.git("revert", "--no-edit", "HEAD")
    assert vanished(curator) == ["two"]
    assert read_package(Path("dist/harbour.apkg")) == package  # nothing is written over it
    no_package(curator)
    assert vanished(curator) == ["two"]
    curator.ask(
        "How many round stones has the mill?", more=ADDED + "    retired: it was a replica\n"
    )
    assert vanished(curator) == []
    assert curator.build(4000).report.errors == 0


def test_an_item_that_never_went_out_may_be_taken_back(curator: Curator) -> None:
    shutil.copytree("dist", "before")
    added(curator)
    no_package(curator)
    shutil.move("before", "dist")
    curator.git("revert", "--no-edit", "HEAD")
    assert vanished(curator) == []


def test_an_item_that_was_renamed_has_not_vanished(curator: Curator) -> None:
    curator.git("tag", "edition-2")
    curator.ask(FIRST, id="uno", more="    was: one\n")
    curator.note(3000)
    curator.ask(FIRST, id="uno")  # the lock knows who it was
    assert vanished(curator) == []


def test_a_deck_begun_anew_misses_nothing(curator: Curator) -> None:
    added(curator)
    curator.ask(FIRST)
    curator.lock.unlink()
    assert curator.build(4000, anew=True).report.errors == 0


def test_a_new_deck_needs_no_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    curator = Curator(tmp_path, monkeypatch).begin()
    curator.git("add", "-A")
    curator.git("commit", "-qm", "without a lock")
    assert curator.note(1000).modified == 1000


def shallow(curator: Curator) -> None:
    curator.git("clone", "-q", "--depth", "1", f"file://{curator.folder}", "../clone")
    shutil.rmtree(curator.folder / ".git")
    (curator.folder.parent / "clone" / ".git").rename(curator.folder / ".git")


def elsewhere(curator: Curator) -> None:
    (curator.folder / ".git").rename("elsewhere")
    curator.write(".git", "gitdir: ../elsewhere\n")


def broken(curator: Curator) -> None:
    for path in (curator.folder / ".git" / "objects").rglob("*"):
        if path.is_file():
            path.unlink()


@pytest.mark.parametrize("cut", [shallow, elsewhere, broken])
def test_where_history_is_not_known_it_is_said(curator: Curator, cut) -> None:
    cut(curator)
    found = [(each.code, each.severity) for each in curator.build(3000).report.findings]
    assert found == [("history-unknown", "warning")]


def description(path: str = "dist/harbour.apkg") -> bool:
    with open_package(Path(path)) as package:
        return package.is_described


def test_a_learners_own_description_survives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anki puts a deck's description over the learner's, so only the first edition has one."""
    curator = Curator(tmp_path, monkeypatch).begin()
    curator.note(1000)
    first = Path("dist/harbour.apkg").read_bytes()
    assert description()
    curator.note(1500)
    assert Path("dist/harbour.apkg").read_bytes() == first  # built again it is the same
    with learner(tmp_path / "learner") as someone:
        someone.take(Path("dist/harbour.apkg"))
        deck = next(
            each for each in someone.collection.decks.all() if each["name"] == "The Harbour Papers"
        )
        assert "To update" in deck["desc"]
        deck["desc"] = "my own words"
        someone.collection.decks.save(deck)
        curator.ask("How many round stones has the mill?")
        curator.note(2000)
        assert not description()
        assert someone.take(Path("dist/harbour.apkg")) == {"updated": 1}
        assert someone.collection.decks.get(deck["id"])["desc"] == "my own words"
    second = Path("dist/harbour.apkg").read_bytes()
    curator.note(3000)
    assert Path("dist/harbour.apkg").read_bytes() == second


def test_an_edition_after_one_that_was_tagged_is_not_described(curator: Curator) -> None:
    no_package(curator)
    curator.note(3000)
    assert description()
    curator.git("tag", "edition-1")
    no_package(curator)
    curator.note(4000)
    assert not description()


def checked(curator: Curator, now: int = 5000) -> list[str]:
    """Check, and give the items of which the identity is an error."""
    curator.clock("SOURCE_DATE_EPOCH", f"{now}")
    result = check_folder(curator.folder, Texts(None, None, for_one=True), lambda _: None)
    return [each.item for each in result.report.findings if each.is_error]


def test_before_the_first_build_an_item_may_be_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    curator = Curator(tmp_path, monkeypatch).begin()
    curator.ask(FIRST, more=ADDED)
    assert checked(curator) == []
    curator.commit()  # of what was only checked
    curator.git("tag", "begun")
    curator.write("deck.lock", curator.lock.read_text("utf-8").replace(', "unpublished": true', ""))
    curator.ask(FIRST)  # a lock of an older version tells by its note types
    assert checked(curator) == []
    assert open_lock(curator.lock).items.keys() == {"one"}
    assert curator.note(5000).modified == 5000
    assert description()  # it is the first edition
    curator.ask("When was it built?", id="other")
    assert checked(curator)[0] == "one"


def test_after_it_what_was_only_checked_may_be(curator: Curator) -> None:
    curator.ask(FIRST, more=ADDED)
    assert checked(curator) == []
    curator.commit()
    curator.git("tag", "edition-2")
    curator.ask(FIRST, more=ADDED.replace("When was", "In which year was"))
    assert checked(curator) == []
    curator.ask(FIRST)
    assert checked(curator) == []
    assert vanished(curator) == []
    curator.ask("When?", id="two")
    assert checked(curator)[0] == "one"  # and what was changed since it went out has gone out


@KNOWN
@pytest.mark.parametrize("drop", ["lost", "retold"])
def test_a_lock_from_before_a_build_does_not_deny_it(curator: Curator, forget, drop) -> None:
    curator.ask(FIRST, more=ADDED)
    assert checked(curator) == []
    before = curator.lock.read_text("utf-8")
    assert '"unpublished": true' in before
    assert vanished(curator) == []  # which is a build
    curator.commit()
    assert "unpublished" not in curator.lock.read_text("utf-8")
    curator.write("deck.lock", before)
    forget(curator)
    other = "  - id: two\n    term: the mill\n    definition: of 40 stones\n    evidence: The mill has 40 stones\n"
    curator.ask(FIRST, more="" if drop == "lost" else other)
    assert "two" in checked(curator)
    assert "two" in open_lock(curator.lock).items
