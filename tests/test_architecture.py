"""Folders are stages: each imports only from those below it; one module knows a heavy dependency."""

import ast
import re
from collections.abc import Iterator
from itertools import takewhile

import pytest

from tests.places import ROOT

PACKAGE = ROOT / "studyguide"

ROOMS = (
    "",  # what stands at the top: errors, findings, templates
    "system",
    "language",
    "deck",
    "loading",
    "vocabulary",
    "edit",
    "source.readers",
    "source",
    "evidence",
    "lock",
    "guide",
    "markup",
    "rules",
    "checking",
    "anchor",
    "audit",
    "class_test",
    "anki",
    "printing.press",
    "printing.book",
    "printing.cutout",
    "coverage",
    "editions",
    "drafts.readers",
    "drafts",
    "workflows",
    "cli",
    "cli.commands",
)
"""From the bottom up."""

READS = {"templates": "system"}
"""What stands at the top, but above a room that it needs."""

ONLY_IN = {
    "anyascii": "language.latin",
    "PIL": "loading.media",
    "genanki": "anki.write",
    "jinja2": "printing.press.html",
    "pikepdf": "printing.press.booklet",
    "pygments": "markup.code",
    "pyuca": "printing.book.collation",
    "markdown_it": "source.readers.markdown",
    "pypdfium2": "source.readers.pdf",
    "selectolax": "source.readers.tree",
    "weasyprint": "printing.press.pdf",
    "yaml": "loading.nodes",
    "ziamath": "printing.press.formulas",
    "zstandard": "anki.archive",
}
RUNS_PROGRAMS = {"system.git_process", "system.process", "workflows.review"}
SLOW = {*ONLY_IN, "fontTools", "rapidfuzz", "rich", "snowballstemmer"}


def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", "."): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    }


MODULES = trees()


def imports(tree: ast.AST) -> Iterator[str]:
    """Name every module that a piece of code imports, our own without the package's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("studyguide.") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            module = node.module.removeprefix("studyguide").removeprefix(".")
            inside = (f"{module}.{alias.name}".lstrip(".") for alias in node.names)
            yield from [each for each in inside if each in MODULES] or [module]


def room_of(module: str) -> str:
    return module.rpartition(".")[0]


ABOVE_ALL = ("__init__", "__main__")
"""The public interface and the way in: they may import from everywhere."""


@pytest.mark.parametrize("module", [each for each in MODULES if each not in ABOVE_ALL])
def test_a_room_imports_only_from_those_below(module: str) -> None:
    below = (*takewhile(lambda room: room != room_of(module), ROOMS), room_of(module))
    below += (READS.get(module, ""),)
    ours = {each for each in imports(MODULES[module]) if each in MODULES}
    assert {each for each in ours if room_of(each) not in below} == set()


def test_every_module_stands_in_a_room() -> None:
    rooms = {room_of(module) for module in MODULES if not module.endswith("__init__")}
    assert rooms == set(ROOMS)


@pytest.mark.parametrize("name", sorted(ONLY_IN))
def test_one_module_knows_a_heavy_dependency(name: str) -> None:
    found = {
        module
        for module, tree in MODULES.items()
        if any(each.split(".")[0] == name for each in imports(tree))
    }
    assert found == {ONLY_IN[name]}


OWN_FILES = {"checking.catalog", "language.lexicon", "system.program"}


def test_what_may_be_anybodys_is_opened_in_one_place() -> None:
    """Only files that come with the program are read by other means than `system.files`."""
    reading = {"read_bytes", "read_text"}
    found = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") in reading or getattr(node.func, "id", "") == "open")
    }
    assert found <= OWN_FILES


def test_few_modules_run_programs() -> None:
    """Git, which is asked with care, ourselves, and the curator's own editor."""
    found = {module for module, tree in MODULES.items() if "subprocess" in {*imports(tree)}}
    assert found <= RUNS_PROGRAMS


@pytest.mark.parametrize(
    "module", [each for each in MODULES if room_of(each).startswith("cli") or each in ABOVE_ALL]
)
def test_the_way_in_imports_nothing_slow(module: str) -> None:
    for node in MODULES[module].body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert not {each.split(".")[0] for each in imports(node)} & SLOW


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_are_small(module: str) -> None:
    path = PACKAGE / f"{module.replace('.', '/')}.py"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_are_small(room: str) -> None:
    inside = [each for each in MODULES if room_of(each) == room and "__init__" not in each]
    assert len(inside) <= 19


@pytest.mark.parametrize("module", [each for each in MODULES if each != "system.terminal"])
def test_one_module_prints(module: str) -> None:
    called = {
        ast.unparse(node.func) for node in ast.walk(MODULES[module]) if isinstance(node, ast.Call)
    }
    assert not called & {"print", "click.echo", "click.secho", "click.style", "console.print"}


def test_the_map_names_what_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)+(?:\w+\.\w+)?)`", text)) - {"studyguide/", "dist/"}
    assert len(named) > 30
    places = (PACKAGE, ROOT)
    assert [each for each in named if not any((place / each).exists() for place in places)] == []
    rooms = {room.split(".")[0] for room in ROOMS} - {""}
    picture = (ROOT / "docs" / "pictures" / "architecture.svg").read_text(encoding="utf-8")
    assert {room for room in rooms if not re.search(rf"\b{room}\b", text + picture)} == set()


def test_nothing_is_called_utils_or_helpers() -> None:
    assert not [name for name in MODULES if re.search(r"util|helper|manager|common", name)]
