"""A plan: what it says a learner will see is what Anki then does, whatever package it is read from."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from anki.collection import ExportAnkiPackageOptions
from hypothesis import given
from hypothesis import strategies as st

from studyguide.anki.note_types import note_type_id
from studyguide.anki.notes import guid_of
from studyguide.anki.read import Collection, Published, read_package
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import compose
from studyguide.guide.shown_passages import Excerpt
from studyguide.loading.load import load
from studyguide.lock.lock import Lock, Stamp
from studyguide.lock.on_disk import save_lock
from studyguide.releases.plan import (
    Difference,
    Line,
    Piece,
    Plan,
    Planned,
    compare,
    plain,
    words_compared,
)
from studyguide.releases.plan_text import as_markdown, as_text
from studyguide.workflows.plan import changed_since, collection_of
from tests import forked
from tests.anki.collection import Learner, entry, guide, learner, package
from tests.anki.test_write import HOSTILE, KINDS
from tests.conftest import HARBOUR
from tests.releases.test_learners import FIRST, NEW, ROWS, Publisher, Row, begun, item, stage
from tests.table import rows

__all__ = ["begun", "stage"]  # fixtures

Export = Callable[[Learner, Path], Path]


def apkg(legacy: bool) -> Export:
    """Export notes as the dialog does, for Anki as it is now or for older versions."""

    def export(someone: Learner, folder: Path) -> Path:
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        path = folder / "exported.apkg"
        someone.collection.export_anki_package(out_path=str(path), options=options, limit=None)
        return path

    return export


def colpkg(legacy: bool) -> Export:
    """Export a whole collection."""

    def export(someone: Learner, folder: Path) -> Path:
        path, home = folder / "exported.colpkg", someone.collection.path
        someone.collection.export_collection_package(str(path), include_media=True, legacy=legacy)
        someone.collection.reopen()
        assert someone.collection.path == home
        return path

    return export


EXPORTS = {
    "apkg": (apkg(legacy=False), "collection.anki21b"),
    "old apkg": (apkg(legacy=True), "collection.anki21"),
    "colpkg": (colpkg(legacy=False), "collection.anki21b"),
    "old colpkg": (colpkg(legacy=True), "collection.anki21"),
}


@pytest.fixture(scope="module")
def exporter(tmp_path_factory: pytest.TempPathFactory):
    """Give a learner who has imported every kind of note with every hostile text, and the package."""
    folder = tmp_path_factory.mktemp("exporter")
    hostile = (entry(f"h{n}", prompt=text) for n, text in enumerate(HOSTILE.values()))
    ours = package(guide(*KINDS.values(), *hostile), folder / "ours.apkg")
    with learner(folder / "learner") as someone:
        someone.take(ours)
        yield someone, ours


@pytest.mark.parametrize(("export", "member"), EXPORTS.values(), ids=EXPORTS)
def test_a_package_that_anki_exported_holds_what_ours_held(
    exporter: tuple[Learner, Path], export: Export, member: str, tmp_path: Path
) -> None:
    someone, ours = exporter
    path = export(someone, tmp_path)
    with zipfile.ZipFile(path) as archive:
        assert member in archive.namelist()
    before, after = read_package(ours), read_package(path)
    assert len(before.notes) == len(KINDS) + len(HOSTILE)
    items = {guid: guid for guid in before.notes}
    plan = compare(after, before, items)
    assert (plan.untouched, plan.new, plan.changed) == (len(items), (), ())
    assert {guid: note.cards for guid, note in after.notes.items()} == {
        guid: note.cards for guid, note in before.notes.items()
    }
    assert before.note_types.items() <= after.note_types.items()


def planned(publisher: Publisher, before: Collection) -> Plan:
    """Plan what the curator has last published for someone who has this collection."""
    deck, _ = load(publisher.folder)
    assert deck
    guide = compose(deck, publisher.lock)
    items = {guid_of("harbour", each.origin): each.id for each in guide.entries}
    return compare(before, collection_of(guide, publisher.lock), items)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_is_planned_comes_about(
    stage: tuple[Publisher, Learner], row: Row, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    publisher, someone = stage
    row.learner(someone)
    before = read_package(apkg(legacy=False)(someone, tmp_path))
    row.curator(publisher)
    edition = publisher.publish(tmp_path / "2.apkg", row.now)
    plan = planned(publisher, before)
    log = {"new": len(plan.new), "updated": len(plan.changed) + len(plan.withdrawn)}
    log["duplicate"] = plan.untouched + len(plan.kept)
    assert {name: count for name, count in log.items() if count} == row.log
    assert plan.new_cards == len(row.new) - len(plan.new)
    assert plan.is_restyled == request.node.callspec.id.startswith(
        ("a style", "a template", "markup")
    )
    is_moved = request.node.callspec.id.startswith("moved")
    assert plan.moved == (("harbour::section-2",) if is_moved else ())
    assert planned(publisher, read_package(edition)) == Plan(
        (), (), (), (), (), len(publisher.lock.items), 0, 0, False
    )


def note(guid: str = "g", modified: int = 1, tags: str = "", cards: int = 1, **fields: str):
    return Published(guid, modified, frozenset(tags.split()), fields, frozenset(range(cards)))


FATES = {
    "the same": (note(Front="a"), note(Front="a"), "untouched"),
    "written anew": (note(Front="a"), note(Front="a", modified=2), "untouched"),
    "another text": (note(Front="a"), note(Front="b", modified=2), "changed"),
    "another text, edited since": (note(Front="a", modified=3), note(Front="b", modified=2), "kept"),
    "composed accents": (note(Front="é"), note(Front="e\u0301", modified=2), "untouched"),
    "a section alone": (note(Section="a"), note(Section="b", modified=2), "changed"),
    "a tag more": (note(), note(tags="t", modified=2), "changed"),
    "a tag less": (note(tags="t"), note(modified=2), "changed"),
    "a tag of the learner's": (note(tags="t"), note(), "untouched"),
    "a switch": (note(), note(Reverse="yes", cards=2, modified=2), "changed"),
    "a spare field": (note(Spare1="x"), note(modified=2), "untouched"),
    "withdrawn": (note(), note(Withdrawn="Wrong.", modified=2), "withdrawn"),
    "withdrawn before": (note(Withdrawn="Wrong."), note(Withdrawn="Wrong."), "untouched"),
    "withdrawn for another reason": (
        note(Withdrawn="Wrong."), note(Withdrawn="False.", modified=2), "changed"),
    "back in use": (note(Withdrawn="Wrong."), note(modified=2), "changed"),
    "never had": (None, note(), "new"),
    "never had and withdrawn": (None, note(Withdrawn="Wrong."), "none"),
}  # fmt: skip


@rows(("old", "new", "fate"), FATES.values(), ids=FATES)
def test_fates(old: Published | None, new: Published, fate: str) -> None:
    before = Collection({"g": old} if old else {}, {})
    plan = compare(before, Collection({"g": new}, {}), {"g": "item"})
    found = {name for name in ("new", "changed", "withdrawn", "kept") if getattr(plan, name)}
    found |= {"untouched"} if plan.untouched else set()
    assert found == ({fate} - {"none"})
    assert bool(plan.differing) == (fate not in ("untouched", "none"))


def test_cards_that_come_and_go() -> None:
    before = Collection({"a": note("a"), "b": note("b", cards=3)}, {})
    after = Collection(
        {
            "a": note("a", 2, cards=3, Text="x"),
            "b": note("b", 2, Text="y"),
            "c": note("c", cards=9),
        },
        {},
    )
    plan = compare(before, after, {"a": "a", "b": "b", "c": "c"})
    assert (plan.new_cards, plan.empty_cards) == (2, 2)


COMPARED = {
    "nothing": ("a b", "a b", "a b"),
    "a word": ("a b c", "a d c", "a [-b-]{+d+} c"),
    "a word more": ("a c", "a b c", "a {+b +}c"),
    "all": ("", "a", "{+a+}"),
    "punctuation": ("a, b", "a; b", "a[-,-]{+;+} b"),
    "a deletion": ("in [June] 1911", "in [June] [1911]", "in [June] [-1911-]{+[1911]+}"),
}


@rows(("old", "new", "expected"), COMPARED.values(), ids=COMPARED)
def test_words_compared(old: str, new: str, expected: str) -> None:
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    pieces = words_compared(old, new)
    assert "".join(marks[piece.sign].format(piece.text) for piece in pieces) == expected


@given(st.text(alphabet="ab .[]", max_size=30), st.text(alphabet="ab .[]", max_size=30))
def test_both_texts_can_be_read_off(old: str, new: str) -> None:
    pieces = words_compared(old, new)
    assert "".join(piece.text for piece in pieces if piece.sign != "+") == old
    assert "".join(piece.text for piece in pieces if piece.sign != "-") == new


def test_texts_too_long_to_compare_are_shown_whole() -> None:
    old, new = "a " * 5000, "b " * 5000
    assert words_compared(old, new) == (Piece("-", old), Piece("+", new))


PLAIN = {
    "lines": ("a<br>b", "a b"),
    "list": ("<ul><li>a</li><li>b &amp; c</li></ul>", "a; b & c"),
    "cloze": ("By {{c1::June::month}} {{c2::1911}}", "By [June (month)] [1911]"),
    "picture": ('<img src="sg-1.png" alt="A &quot;lamp&quot;">', 'A "lamp" (sg-1.png)'),
    "escaped": ("&#123;&#123;c1&#58;:x&#125;&#125; &#92;<span></span>(", "{{c1::x}} \\("),
    "a terminal's commands": ("a\x1b[31mb&#27;c\x9bd", "a[31mbcd"),
}


@rows(("html", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain(html: str, expected: str) -> None:
    assert plain(html) == expected


TEXT = """\
harbour since edition-1: 1 new, 3 changed, 1 withdrawn, 1 untouched
  new        left: In which year did he leave?
  changed    cold: How *did* it feel?
             prompt: How [-was-]{+*did*+} it{+ feel+}?
  changed    june: By [June] [1911] it had spread to [Dunmere].
             sentence: By [June] [-1911-]{+[1911]+} it had spread to [Dunmere].
  withdrawn  body: Which body does the paper name?
             withdrawn: {+It was the mayor.+}
  throughout section: [-Lamps-]{+Lights+}
  In 1 of the changed ones nothing else changes
  Notes that learners have get 1 card more
  Cards look different, and styling of the learner’s own goes, unless they set “Update note types” to Never
  Tags of the learner’s own go from notes that change, for Anki takes those whole; flags stay
"""
MARKDOWN = """\
## The Harbour Papers: changes since edition-1

1 new, 3 changed, 1 withdrawn, 1 untouched.

### New

- §1 ¶3: In which year did he leave?

### Changed

- §1 ¶3: How \\*did\\* it feel?
  - prompt: How ~~was~~**\\*did\\*** it **feel**?
- §1 ¶2: By \\[June\\] \\[1911\\] it had spread to \\[Dunmere\\].
  - sentence: By \\[June\\] ~~1911~~**\\[1911\\]** it had spread to \\[Dunmere\\].

### Withdrawn

- §1 ¶1: Which body does the paper name?
  - withdrawn: **It was the mayor.**

### Throughout

- section: ~~Lamps~~**Lights**
- In 1 of the changed ones nothing else changes.

### In Anki

- Notes that learners have get 1 card more.
- Cards look different, and styling of the learner’s own goes, unless they set “Update note types” to Never.
- Tags of the learner’s own go from notes that change, for Anki takes those whole; flags stay.

"""


def test_what_anki_does_not_move_and_what_markup_alone_changes_is_told() -> None:
    same = Difference("prompt", (Piece("=", "The Harbour Papers"),))
    line = Line("papers", "§1 ¶1", "The Harbour Papers", (same,))
    plan = Plan((), (line,), (), (), (), 0, 0, 0, False, moved=("harbour::section-2",))
    told = "\n".join(as_text(Planned(Path("harbour"), "H", "1", plan), lambda text, **_: text))
    assert "prompt (the same words, shown otherwise): The Harbour Papers" in told
    assert "browse for tag:harbour::section-2, select all, and choose Change Deck" in told


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Publisher:
    """Give a curator whose deck is under version control, edition 1 tagged, then changed."""
    folder = tmp_path / "harbour"
    folder.mkdir()
    publisher = Publisher(folder)
    (folder / "source.txt").write_text(HARBOUR, encoding="utf-8")
    publisher.publish(tmp_path / "1.apkg", FIRST)
    save_lock(publisher.lock, folder / "deck.lock")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "One")
    git(tmp_path, "tag", "edition-1")
    item("cold", "How was it?", "How *did* it feel?")(publisher)
    item("june", " 1911 it", " {{c3::1911}} it")(publisher)
    item("body", "evidence:", "retired: It was the mayor.\nevidence:")(publisher)
    publisher.items["left"] = NEW
    publisher.titles[1] = "Lights"
    publisher.override("cards.css", ".sheet {", "/* new */ .sheet {")
    publisher.section(*publisher.items.values(), title="Lights")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Two")
    return publisher


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return forked.run(folder, "plan", *words)


AGAINST = {
    "the last tag": ((), TEXT),
    "a revision": (("--against", "HEAD~1"), TEXT.replace("edition-1", "HEAD~1")),
    "a package": (("--against", "1.apkg"), TEXT.replace("edition-1", "1.apkg")),
    "in Markdown": (("--format", "markdown"), MARKDOWN),
    "the same": (
        ("--against", "HEAD"),
        ("harbour since HEAD: 0 new, 0 changed, 0 withdrawn, 6 untouched\n"
         "  Cards look different, and styling of the learner’s own goes, unless they set “Update note types” to Never\n")),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), AGAINST.values(), ids=AGAINST)
def test_against(repository: Publisher, words: tuple[str, ...], expected: str) -> None:
    done = run(repository.folder.parent, "harbour", *words)
    if words == ("--against", "HEAD"):  # whose lock was not renewed before the commit
        git(repository.folder.parent, "commit", "-qam", "Three")  # a build dates the style
        done = run(repository.folder.parent, "harbour", *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == expected


@pytest.mark.parametrize("passages", [False, True], ids=["bare", "with passages"])
def test_what_is_printed_since_a_revision_is_what_the_plan_names(
    repository: Publisher, tmp_path: Path, passages: bool
) -> None:
    repository.publish(tmp_path / "2.apkg", FIRST + 1)
    deck, _ = load(repository.folder)
    assert deck
    shown = {id: Excerpt("What stands there.", "m", ()) for id in repository.lock.items}
    guide = compose(deck, repository.lock, shown if passages else None)
    untouched = {entry.id for entry in guide.entries} - changed_since(
        repository.folder, guide, repository.lock, "edition-1"
    )
    assert untouched == {*repository.later}


SINCE = {
    "outside git": (False, "HEAD", "HEAD is no revision: harbour is not in git"),
    "a name that git does not know": (True, "v9", "v9 is no revision that git knows"),
}


@pytest.mark.parametrize(("has_git", "revision", "said"), SINCE.values(), ids=SINCE)
def test_since_what_is_no_revision(
    repository: Publisher,
    monkeypatch: pytest.MonkeyPatch,
    *,
    has_git: bool,
    revision: str,
    said: str,
) -> None:
    """No other command's option is named."""
    monkeypatch.chdir(repository.folder.parent)
    if not has_git:
        Path(".git").rename("was-git")
    with pytest.raises(StudyGuideError, match=f"^{said}$"):
        changed_since(Path("harbour"), guide(entry("q")), repository.lock, revision)


def test_a_deck_that_is_new_since_the_revision(repository: Publisher) -> None:
    root = repository.folder.parent
    (root / "harbour").rename(root / "port")
    done = run(root, "port")
    assert done.stdout.splitlines()[0] == (
        "port since edition-1: 5 new, 0 changed, 0 withdrawn, 0 untouched"
    )


def test_a_lock_that_has_gone_back_is_dated_above_what_git_remembers(repository: Publisher) -> None:
    """A text and the lock are reverted: who has the edition between would keep what was reverted."""
    root = repository.folder.parent
    run(root, "harbour")
    git(root, "commit", "-qam", "Three")
    git(root, "tag", "edition-2")
    git(root, "checkout", "-q", "edition-1", "--", "harbour/deck.lock")
    item("cold", "How *did* it feel?", "How was it?")(repository)
    repository.section(*repository.items.values(), title="Lamps")
    done = run(root, "harbour")
    assert done.returncode == 0
    assert "kept" not in done.stdout
    assert "  changed    cold: How was it?\n" in done.stdout


def test_an_edition_of_another_branch_is_found_out(repository: Publisher) -> None:
    """What was published from a branch that is neither merged nor tagged is known to nobody here."""
    root = repository.folder.parent
    git(root, "checkout", "-qb", "other")
    run(root, "harbour")
    git(root, "commit", "-qam", "Three")
    git(root, "checkout", "-q", "-")
    git(root, "reset", "-q", "--hard", "edition-1")
    item("cold", "How *did* it feel?", "How was it?")(repository)
    repository.section(*repository.items.values(), title="Lamps")
    done = run(root, "harbour", "--against", "other")
    assert done.returncode == 0
    assert "  kept       cold: How was it?\n" in done.stdout
    way_out = "git checkout other -- harbour/deck.lock"
    assert f"run `{way_out}`, then plan again" in done.stdout
    git(root, *way_out.split()[1:])
    mended = run(root, "harbour", "--against", "other").stdout
    assert "kept" not in mended
    assert "  changed    cold: How was it?\n" in mended


def test_a_plan_writes_nothing_into_the_lock_but_receipts(repository: Publisher) -> None:
    lock = repository.folder / "deck.lock"
    run(repository.folder.parent, "harbour")
    before = lock.read_bytes()
    assert run(repository.folder.parent, "harbour").returncode == 0
    assert lock.read_bytes() == before
    assert b'"modified": 1700' in before


def test_what_the_learner_has_edited_is_said_to_stay(
    stage: tuple[Publisher, Learner], tmp_path: Path
) -> None:
    publisher, someone = stage
    row = ROWS["the learner has edited after the change"]
    row.learner(someone)
    row.curator(publisher)
    before = read_package(apkg(legacy=False)(someone, tmp_path))
    publisher.publish(tmp_path / "2.apkg", row.now)
    done = Planned(Path("x"), "X", "y", planned(publisher, before))
    lines = [*as_text(done, lambda text, **_: text)]
    assert lines == [
        "x since y: 0 new, 0 changed, 0 withdrawn, 4 untouched",
        "  kept       cold: How did it feel?",
        "             prompt: How [-was-]{+did+} it{+ feel+}?",
        "             answer: [-freezing-]{+chilly+}",
        "  What is kept was edited since, or is of a later edition: Anki leaves it as it is",
    ]
    assert "### Kept" in [*as_markdown(done)]


REFUSED = {
    "neither package nor revision": ("gone", "gone is neither a package nor a revision"),
    "an option": ("--output=x", "--output=x is neither a package nor a revision"),
    "a package that is not there": ("gone.apkg", "cannot read gone.apkg"),
    "no package": ("harbour/deck.yaml", "is no Anki package"),
    "a package of another deck": ("other.apkg", "holds no note of the deck `harbour`"),
}


@pytest.mark.parametrize(("against", "said"), REFUSED.values(), ids=REFUSED)
def test_refusals(repository: Publisher, against: str, said: str) -> None:
    root = repository.folder.parent
    package(guide(entry("q")), root / "other.apkg")
    done = run(root, "harbour", "--against", against)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("studyguide: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_earlier_edition_may_have_warnings(repository: Publisher) -> None:
    (repository.folder / "media" / "left-over.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'/>"
    )
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "add", "-A"], cwd=repository.folder, check=True)
    subprocess.run([*git, "commit", "-qm", "left over"], cwd=repository.folder, check=True)
    done = run(repository.folder.parent, "harbour", "--against", "HEAD")
    assert (done.returncode, "untouched" in done.stdout) == (0, True), done.stderr


def test_mistakes_are_to_be_mended_first(repository: Publisher) -> None:
    repository.section("id: cold\nqestion: How?")
    done = run(repository.folder.parent, "harbour")
    assert (done.returncode, done.stdout) == (2, "")
    assert "harbour has mistakes: see `studyguide check harbour`" in done.stderr


def test_without_version_control(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path)
    (tmp_path / "source.txt").write_text(HARBOUR, encoding="utf-8")
    publisher.publish(tmp_path / "1.apkg", FIRST)
    done = run(tmp_path, ".")
    assert done.returncode == 2
    assert "say with --against what learners have now" in done.stderr


def test_a_restyled_note_type() -> None:
    lock = Lock(note_types={"question": Stamp("", 5)})
    after = collection_of(guide(), lock)
    for second, expected in ((4, True), (5, False)):
        before = Collection({}, {note_type_id("question", "mills"): second})
        assert compare(before, after, {}).is_restyled == expected
