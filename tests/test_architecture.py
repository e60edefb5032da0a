"""Folders are stages: each imports only from those below it; one module knows a heavy dependency."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile

from tests.places import ROOT
from tests.table import rows

PACKAGE = ROOT / "studyguide"

ROOMS = (
    "",  # what stands at the top: errors, findings, templates
    "system",
    "language",
    "language.times",
    "language.phrasing",
    "deck",
    "loading",
    "vocabulary",
    "edit",
    "source.readers",
    "source.readers.printed",
    "source.cutting",
    "source",
    "evidence",
    "evidence.said",
    "evidence.reckoning",
    "syntax",
    "lock",
    "guide",
    "markup",
    "rules",
    "checking",
    "anchor",
    "audit",
    "class_test.told",
    "class_test",
    "anki",
    "printing.engine",
    "printing.engine.styles",
    "printing.engine.drawing",
    "printing.drawings",
    "printing.spacing",
    "printing.press",
    "printing.lines",
    "printing.index.names",
    "printing.index.marked",
    "printing.index",
    "printing.timeline",
    "printing.binding",
    "printing.filling",
    "printing.front",
    "printing.book",
    "printing.class_test",
    "printing.cutout",
    "coverage",
    "releases",
    "reanchoring",
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
    "anyascii": "language.scripts",
    "PIL": "loading.pixels",
    "genanki": "anki.write",
    "jinja2": "printing.press.html",
    "pikepdf": "printing.binding.booklet",
    "pygments": "markup.code",
    "pyphen": "printing.engine.parting",
    "pyuca": "printing.index.collation",
    "markdown_it": "source.readers.markdown",
    "pypdfium2": "source.readers.printed.pdf",
    "selectolax": "source.readers.tree",
    "weasyprint": "printing.press.pdf",
    "yaml": "loading.nodes",
    "ziamath": "printing.press.formulas",
    "zstandard": "anki.archive",
}
RUNS_PROGRAMS = {"system.git_process", "system.process", "workflows.review"}
SLOW = {*ONLY_IN, "fontTools", "rapidfuzz", "rich", "Stemmer"}


@cache
def modules() -> dict[str, ast.Module]:
    """Give each module's code by its name."""
    return {
        path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", "."): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    """Give all that asks anything here of a module's code."""
    kinds = (ast.Import, ast.ImportFrom, ast.Call)
    return tuple(node for node in ast.walk(modules()[module]) if isinstance(node, kinds))


@cache
def imported(module: str) -> frozenset[str]:
    return frozenset(imports(nodes(module)))


def imports(found: Iterable[ast.AST]) -> Iterator[str]:
    """Name every module that pieces of code import, our own without the package's name."""
    for node in found:
        if isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("studyguide.") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            module = node.module.removeprefix("studyguide").removeprefix(".")
            inside = (f"{module}.{alias.name}".lstrip(".") for alias in node.names)
            yield from [each for each in inside if each in modules()] or [module]


def room_of(module: str) -> str:
    return module.rpartition(".")[0]


ABOVE_ALL = ("__init__", "__main__")
"""The public interface and the way in: they may import from everywhere."""


def test_a_room_imports_only_from_those_below() -> None:
    wrong = {
        module: {
            each
            for each in imported(module)
            if each in modules() and room_of(each) not in rooms_for(module)
        }
        for module in modules()
        if module not in ABOVE_ALL
    }
    assert {module: found for module, found in wrong.items() if found} == {}


def rooms_for(module: str) -> tuple[str, ...]:
    """Give the rooms from which a module may import."""
    room = room_of(module)
    return (*takewhile(lambda each: each != room, ROOMS), room, READS.get(module, ""))


def test_every_module_stands_in_a_room() -> None:
    rooms = {room_of(module) for module in modules() if not module.endswith("__init__")}
    assert rooms == set(ROOMS)


@rows("name", sorted(ONLY_IN))
def test_one_module_knows_a_heavy_dependency(name: str) -> None:
    found = {
        module
        for module in modules()
        if any(each.split(".")[0] == name for each in imported(module))
    }
    assert found == {ONLY_IN[name]}


OWN_FILES = {
    "checking.catalog",
    "language.lexicon",
    "printing.index.names.given_names",
    "system.program",
}


def test_what_may_be_anybodys_is_opened_in_one_place() -> None:
    """Only files that come with the program are read by other means than `system.files`."""
    reading = {"read_bytes", "read_text"}
    found = {
        module
        for module in modules()
        for node in nodes(module)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") in reading or getattr(node.func, "id", "") == "open")
    }
    assert found <= OWN_FILES


def test_few_modules_run_programs() -> None:
    """Git, which is asked with care, ourselves, and the curator's own editor."""
    found = {module for module in modules() if "subprocess" in imported(module)}
    assert found <= RUNS_PROGRAMS


def test_the_way_in_imports_nothing_slow() -> None:
    found = [
        (module, each)
        for module, tree in modules().items()
        if room_of(module).startswith("cli") or module in ABOVE_ALL
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for each in imports([node])
        if each.split(".")[0] in SLOW
    ]
    assert found == []


def test_modules_are_small() -> None:
    sizes = {
        module: (PACKAGE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8").count("\n")
        for module in modules()
    }
    assert {module: size for module, size in sizes.items() if size > 250} == {}


@rows("room", ROOMS)
def test_rooms_are_small(room: str) -> None:
    inside = [each for each in modules() if room_of(each) == room and "__init__" not in each]
    assert len(inside) <= 19


def test_one_module_prints() -> None:
    printing = {"print", "click.echo", "click.secho", "click.style", "console.print"}
    last = {name.rpartition(".")[2] for name in printing}  # which is found without unparsing all
    found = {
        module
        for module in modules()
        for node in nodes(module)
        if isinstance(node, ast.Call)
        and {getattr(node.func, "attr", ""), getattr(node.func, "id", "")} & last
        and ast.unparse(node.func) in printing
    }
    assert found <= {"system.terminal"}


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
    assert not [name for name in modules() if re.search(r"util|helper|manager|common", name)]


def test_no_group_of_a_pattern_is_possessive() -> None:
    """Pythons before 3.11.5 match what goes back inside one wrongly, `(?:ab?c)*+` for one; `(?>…)` they match as it is meant."""
    assert re.search(_POSSESSIVE, r"(?:ab?c)*+")
    found = {
        (module, node.value)
        for module in modules()
        for node in nodes(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
        if re.search(
            _POSSESSIVE, node.value if isinstance(node.value, str) else node.value.decode("latin-1")
        )
    }
    assert found == set()


_POSSESSIVE = r"\)(?:[*+?]|\{\d*,?\d*\})\+"
