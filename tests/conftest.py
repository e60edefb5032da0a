"""What several tests share: a small deck beside an invented text, and the real text where it is."""

import fcntl
import gc
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings
from PIL import Image as Picture

from studyguide.checking.check import Report, check
from studyguide.finding import Finding
from studyguide.loading.load import load
from studyguide.lock.lock import Lock, Stamp
from studyguide.source.open import open_source
from studyguide.source.source import Source, read
from tests.places import CARDS, ROOT

settings.register_profile("test", deadline=None, max_examples=30)  # a busy machine is no fault
settings.register_profile("torture", settings.get_profile("test"), max_examples=300)
settings.load_profile("test")

os.environ.pop("PYTHONUNBUFFERED", None)  # what is started prints as it does for a user

HARBOUR = """The Harbour Papers

1. In 1911 the lamplighters of Port Selby walked out over pay. Their leader, Ada Kestrel, had worked
on the quay for twenty-seven years. The Selby council’s answer was to send 40 constables to the gasworks
and to offer 1,200 pence.

“The lamps are ours,” wrote Kestrel, “and the dark is theirs.” By June 1911 the walkout had spread to
Dunmere, to Orrin in the Farrow Hills, and to both banks of the river. One constable joined it.

Mayor Julius Brand, not the council, called the walkout “a passing cloud”. In 1912 he left; in 1914 he
was back. Hundreds of thousands of lamps stayed dark. It was cold. It was late. Nobody gave way.

• Light for all!
• Down with the meter!

2. The council gave way in 1913. It restored the night shift, raised wages by one third, and recognised
the democratically-run Lamplighters’ Union. Of 36 dismissed men 35 were taken back before the winter.

Tobias Fenn, who was not, opened a bookshop; his brother Ned may have lent him the money. In May 1915
the bookshop burned down twice. Marxism, he wrote, had kept him warm. Its international readers did not mind.

3. Every lamp in the town was lit again.

Every lamp in the town was paid for, and the council met, and the council rose.
"""

DECK = {
    "id": "harbour",
    "title": "The Harbour Papers",
    "author": "Nora Quill",
    "work": "Collected Histories",
    "language": "en",
    "rights": "Written for these tests.",
    "quotation": "{share: 1, run: 15}",
}


def picture(type: str = "PNG", size: tuple[int, int] = (1, 1), shade: int = 0) -> bytes:
    """Give the bytes of a picture of one shade of grey."""
    file = io.BytesIO()
    Picture.new("1" if size[0] * size[1] > 10**6 else "L", size, shade).save(file, type)
    return file.getvalue()


def unmarked(text: str) -> tuple[str, int, int]:
    """Take the marks out of `answer: Ada ▸Brand◂`; tell from where on they stood, and how far."""
    before, _, rest = text.partition("▸")
    inside, _, after = rest.partition("◂")
    return before + inside + after, len(before), len(inside)


def serious(report: Report) -> tuple[Finding, ...]:
    """Leave out the warnings, which are for a review, but for that of another edition."""
    return tuple(each for each in report.findings if each.is_error or each.code == "source-edition")


@lru_cache(maxsize=16)
def _read(text: str, openings: tuple[tuple[int, str], ...]) -> Source:
    """Read a text once for all checks: to part and to stem it takes longer than to check an item."""
    return read(text, dict(openings))


class Desk:
    """A deck in a folder of its own, its text, and the lock that each check hands to the next."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = Lock()
        self.deck()

    def deck(self, **values: str) -> None:
        lines = [f"{key}: {value}\n" for key, value in {**DECK, **values}.items()]
        (self.folder / "deck.yaml").write_text("".join(lines), encoding="utf-8")

    def section(
        self, *bodies: str, number: int = 1, title: str = "A title", summary: str = "Some words."
    ) -> Path:
        """Write a section file; each body holds an item's keys, its `id` is `item` if not given."""
        head = f"section: {number}\ntitle: {title}\nsummary: {summary}\nitems:\n"
        items = (body if re.match("id:", body) else f"id: item\n{body}" for body in bodies)
        text = "".join("  - " + item.strip().replace("\n", "\n    ") + "\n" for item in items)
        path = self.folder / f"{number}-section.yaml"
        path.write_text(head + text, encoding="utf-8")
        for earlier in range(1, number):
            if not (self.folder / f"{earlier}-section.yaml").exists():
                self.section(number=earlier)
        return path

    def check(self, text: str | None = HARBOUR, now: int = 1000) -> Report:
        """Check what is in the folder, and keep the lock; `text` is None if there is none at hand."""
        deck, loaded = load(self.folder)
        assert deck
        openings = {number: opening.value for number, opening in deck.openings}
        source = _read(text, tuple(openings.items())) if text is not None else None
        report = check(deck, loaded, source, self.lock, now)
        self.lock = report.lock
        return report

    def publish(self) -> None:
        """Let the lock say that all it knows went out in a package."""
        types = {"question": Stamp("x", 1000)}
        self.lock = self.lock.with_all_published._replace(note_types=types)

    def found(self, text: str | None = HARBOUR, now: int = 1000) -> tuple[Finding, ...]:
        """Check, and give what is wrong beyond doubt: not the warnings that are for a review."""
        return serious(self.check(text, now))

    def errors(self, *bodies: str, number: int = 1) -> list[tuple[str, int, int, int]]:
        """Give code, line, column and length of every error in a section of these new items."""
        self.lock = Lock()
        self.section(*bodies, number=number)
        return [
            (each.code, each.location.line, each.location.column, each.location.length)
            for each in self.found()
        ]

    def fires(self, code: str, *marked: str, number: int = 1) -> str:
        """Expect one finding, exactly where a body marks it: `answer: Ada ▸Brand◂`.

        It may be a warning; beside it there is no error. Gives its message and help.
        """
        self.lock = Lock()
        self.section(*(unmarked(body)[0] for body in marked), number=number)
        findings = [each for each in self.check().findings if each.is_error or each.code == code]
        places = [(each.code, each.location) for each in findings]
        found = [(code, place.line, place.column, place.length) for code, place in places]
        text, start, length = unmarked(self.section(*marked, number=number).read_text("utf-8"))
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        assert found == [(code, line, column, length)]
        return f"{findings[0].message}; {findings[0].help}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which documents are kept that were read: not that of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    return folder / "studyguide"


@pytest.fixture(scope="session")
def real_source() -> Source:
    """The text of *Soviet Miners Defy Gorbachev*, which this repository does not hold."""
    path = os.environ.get("STUDYGUIDE_SOURCE")
    if not path and os.environ.get("CI"):
        pytest.fail("STUDYGUIDE_SOURCE must name the source text here")
    if not path:
        pytest.skip("STUDYGUIDE_SOURCE does not name the source text")
    return open_source(Path(path))


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Give what makes a folder of a name once in the whole run, in whichever worker asks first.

    For what is costly and only read: copy it where a test changes it.
    """
    root = tmp_path_factory.getbasetemp()
    shared = (root.parent if "PYTEST_XDIST_WORKER" in os.environ else root) / "once"
    shared.mkdir(exist_ok=True)

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, part = shared / name, shared / f"{name}.part"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                shutil.rmtree(part, ignore_errors=True)
                part.mkdir()
                make(part)
                part.rename(folder)
        return folder

    return made


def build_tide_mills(folder: Path) -> None:
    """Copy the deck *tide-mills*, text and lock included, and build it there."""
    shutil.copytree(CARDS / "tide-mills", folder / "cards" / "tide-mills")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000"}
    environment.pop("STUDYGUIDE_SOURCE", None)
    command = [sys.executable, "-m", "studyguide", "build"]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    (folder / "said").write_text(done.stderr, encoding="utf-8")


@pytest.fixture(scope="session")
def tide_mills(once: Once) -> Path:
    """Give a folder in which *tide-mills* has been built, and its `said`: to be read only."""
    return once("tide-mills", build_tide_mills)


@pytest.fixture
def built(tide_mills: Path, tmp_path: Path) -> Path:
    """Give a folder of the test's own in which *tide-mills* has been built."""
    return shutil.copytree(tide_mills, tmp_path, dirs_exist_ok=True)


QUICK = frozenset(
    {"deck", "edit", "guide", "language", "lock", "markup", "rules", "syntax", "vocabulary"}
)
"""Rooms of which no file of tests takes more than two seconds."""

MEMORY = Path("/dev/shm")  # Linux: files in memory


def pytest_configure() -> None:
    """Let signals reach what a test starts, also where this run is in the background or under nohup.

    What is ignored stays so in every process begun from here; what has a handler does not. And where
    Python is told to keep nothing compiled, let those processes compile the program once, not each time.
    The tests' folders, and all that is temporary, lie in memory where there is room and programs may be
    run: thousands of small files cost much on a disk, and Anki waits for it ten times in each import.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    gc.disable()  # until all is loaded: nothing of that goes
    for each in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(each) is signal.SIG_IGN:
            signal.signal(each, lambda *_: None)
    if os.access(MEMORY, os.W_OK):
        told = os.statvfs(MEMORY)
        if told.f_bavail * told.f_frsize > 2 * 1024**3 and not told.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
            os.environ.setdefault("TMPDIR", str(MEMORY))
            tempfile.tempdir = None  # as if nobody had asked for it yet


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Begin in each worker elsewhere to load the tests: what has not been compiled yet, each compiles a part of.

    What cannot be loaded is told when it is collected.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    start = len(files) * int(worker) // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    for path in [*files[start:], *files[:start]] if start else ():
        with suppress(Exception):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def pytest_collection_finish() -> None:
    """Keep what was loaded out of the collector's way, and it out of ours."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(1_000_000, 20, 20)


def pytest_unconfigure() -> None:
    """Look through nothing for garbage at the end, five times and once more: all that was read is kept until then."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is printed, then files of few tests; end with quick rooms: no worker waits for another."""
    tests = Counter(item.path for item in items)

    def place(item: pytest.Item) -> tuple[bool, bool, int]:
        rooms = item.path.parts
        return "printing" not in rooms, not QUICK.isdisjoint(rooms), tests[item.path]

    items.sort(key=place)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--new-pictures", action="store_true", help="keep the pictures of cards as they look now"
    )
