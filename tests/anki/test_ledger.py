"""What learners may have: no edition is dated below it, and none above it for nothing."""

import json

from studyguide.anki.ledger import Ledger
from studyguide.anki.notes import guid_of, marks
from studyguide.anki.read import Collection
from studyguide.lock.lock import Lock, Receipt, Stamp
from studyguide.lock.to_json import dump
from studyguide.workflows.plan import collection_of
from tests.anki.collection import entry, guide
from tests.table import rows

RECEIPT = Receipt("digest", "shown", 1000, "question", 1, "one", written="written")
NOW = 5000


def ledger(*locks: Lock) -> Ledger:
    found = Ledger("mills")
    for lock in locks:
        found.add_lines(dump(lock).encode().split(b"\n"))
    return found


def lock(**changes: object) -> Lock:
    return Lock(items={"one": RECEIPT._replace(**changes)})


DATES = {
    "nothing is known": ((), {}, 1000),
    "the same": ((lock(),), {}, 1000),
    "earlier ones": ((lock(modified=900, written="other"),), {}, 1000),
    "a later one that says the same": ((lock(modified=1200),), {}, 1200),
    "a later one that says something else": ((lock(modified=1200, written="other"),), {}, NOW),
    "a later one than the clock": ((lock(modified=9000, written="other"),), {}, 9001),
    "something else in the same second": ((lock(written="other"),), {}, NOW),
    "two in one second": ((lock(), lock(written="other")), {}, NOW),
    "one that was not built": ((lock(modified=1200, written=""),), {}, 1200),
    "one that was not built and says something else":
        ((lock(modified=1200, written="", shown="other"),), {}, NOW),
    "another passage beside it": ((lock(modified=1200, passage="p"),), {}, NOW),
    "the same passage": ((lock(modified=1200, passage="p"),), {"passage": "p"}, 1200),
    "another note": ((lock(modified=1200, origin="two"),), {}, 1000),
    "under another name": ((lock(modified=1200, written="other"),), {"origin": "one"}, NOW),
}  # fmt: skip


@rows(("known", "own", "expected"), DATES.values(), ids=DATES)
def test_dates(known: tuple[Lock, ...], own: dict, expected: int) -> None:
    assert ledger(*known).date_of(RECEIPT._replace(**own), "", NOW) == expected


def test_a_package_knows_what_it_says() -> None:
    published = guide(entry("one", modified=1200))
    said, other = marks(published)["one"], marks(guide(entry("one", note="new")))["one"]
    found = Ledger("mills")
    found.add_package(collection_of(published, Lock()))
    assert found.date_of(RECEIPT, said, NOW) == 1200
    assert found.date_of(RECEIPT, other, NOW) == NOW
    assert found.date_of(RECEIPT._replace(modified=1200), said, NOW) == 1200
    assert found.date_of(RECEIPT._replace(modified=1200), other, NOW) == NOW


TYPES = {
    "the same": ("a", 1000, 1000),
    "a later one that says the same": ("a", 1200, 1200),
    "a later one that says something else": ("b", 1200, NOW),
    "something else in the same second": ("b", 1000, NOW),
}


@rows(("digest", "modified", "expected"), TYPES.values(), ids=TYPES)
def test_dates_of_note_types(digest: str, modified: int, expected: int) -> None:
    known = ledger(Lock(note_types={"cloze": Stamp(digest, modified)}))
    assert known.date_of_type("cloze", "a", 1000, NOW) == expected
    assert known.date_of_type("question", "a", 1000, NOW) == 1000


def test_a_package_knows_of_a_note_type_only_when_it_changed() -> None:
    package = collection_of(guide(), Lock(note_types={"cloze": Stamp("a", 1000)}))
    known = Ledger("mills")
    known.add_package(package)
    assert known.date_of_type("cloze", "b", 1000, NOW) == 1000
    assert known.date_of_type("cloze", "b", 999, NOW) == NOW


ORIGINS = {
    "a new one": (("new",), "new"),
    "one that stayed": (("one",), "one"),
    "one that was renamed": (("newer", "now", "one"), "one"),
    "one whose first name is forgotten": (("newer", "now"), "one"),
    "one that only a package has": (("newest", "newer", "packed"), "packed"),
    "the first name comes last": (("newest", "newer", "new"), "new"),
}


@rows(("ids", "expected"), ORIGINS.values(), ids=ORIGINS)
def test_origins(ids: tuple[str, ...], expected: str) -> None:
    known = ledger(Lock(items={"now": RECEIPT}))
    known.add_package(collection_of(guide(entry("packed")), Lock()))
    assert known.origin_of(ids) == expected


def test_names_of_decks_are_those_of_the_newest() -> None:
    assert ledger(Lock(decks={0: "New"}), Lock(decks={0: "Old", 1: "One"})).decks == {
        0: "New",
        1: "One",
    }


NONSENSE = (
    b"", b"<<<<<<< ours", b"}", b'"items": {', b'"one": {}', b'"one": {"origin": 1}', b'"one": 1,', b"\xff\xfe",
    b'"one": {"origin": "one", "shown": "", "modified": "9"}', b'"note_types": {"cloze": 1},', b'"decks": {"x": 1},',
    b'"one": {"origin": "one", "shown": "", "modified": 253402300800}', b'"one": {"origin": "one", "shown": "", "modified": -1}',
    b'"one": {"origin": "one", "shown": "", "modified": true}', b'"a": ' + b"{" * 5000 + b"}" * 5000,
    b'"one": {"origin": "one", "shown": "", "modified": ' + b"9" * 5000 + b"}",
)  # fmt: skip


@rows("line", NONSENSE)
def test_lines_that_we_did_not_write_are_passed_over(line: bytes) -> None:
    known = Ledger("mills")
    known.add_lines([line])
    assert known.notes == known.note_types == {}
    known.add_lines(dump(lock()).replace("\n", "\r\n").encode().split(b"\n"))
    assert known.notes[guid_of("mills", "one")].modified == 1000
    assert json.loads(dump(lock()))["items"]["one"]["origin"] in known.origins


def test_a_package_of_another_deck_says_nothing() -> None:
    known = Ledger("mills")
    known.add_package(Collection({}, {}))
    assert known == Ledger("mills")
