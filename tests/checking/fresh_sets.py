"""Measure the check on decks that nobody tuned it on: honest items, and wrong copies of them.

`python -m tests.checking.fresh_sets FOLDER…` prints, for folders that hold a `source.txt`, a deck, and a
`wrong.yaml`, how many wrong items draw a finding that their honest twin lacks, kind by kind, and how
many honest ones an error or a warning. With `--all`, each item and what was said of it.
"""

import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import yaml

from studyguide.checking.examine import examine
from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.source.open import open_source
from studyguide.source.source import Source

OF_FORM = frozenset(
    {
        *("answer-given-away", "cloze-given-away", "list-length", "list-length-unstated"),
        *("question-double", "wording-unused", "evidence-short", "evidence-long"),
        "evidence-ambiguous",
    }
)
"""Errors about how an item is made, not about whether it is true."""

_ABOUT = ("section", "twin", "kind", "why")


class Wrong(NamedTuple):
    """A wrong item: what kind of mistake it makes, why it is one, and what only it draws."""

    id: str
    kind: str
    why: str
    found: tuple[Finding, ...]
    new: tuple[Finding, ...]

    @property
    def is_caught(self) -> bool:
        return bool(self.new)


class Measured(NamedTuple):
    """What the check said of a set: of its wrong items, and of each honest one by its id."""

    wrong: tuple[Wrong, ...]
    honest: dict[str, tuple[Finding, ...]]

    @property
    def caught(self) -> int:
        return sum(each.is_caught for each in self.wrong)

    @property
    def untrue(self) -> list[str]:
        """The honest items that draw an error about truth."""
        return [id for id, found in self.honest.items() if any(map(_is_about_truth, found))]

    @property
    def misshapen(self) -> list[str]:
        """The honest items that draw an error of form only."""
        met = {id for id, found in self.honest.items() if any(each.is_error for each in found)}
        return sorted(met - {*self.untrue})

    @property
    def warned(self) -> list[str]:
        """The honest items that draw a warning."""
        return [id for id, found in self.honest.items() if any(not each.is_error for each in found)]


def _is_about_truth(finding: Finding) -> bool:
    return finding.is_error and finding.code not in OF_FORM


def measure(folder: Path) -> Measured:
    """Hold all items of a set against its source, each for itself."""
    source = open_source(folder / "source.txt")
    with TemporaryDirectory() as scratch:
        honest = _findings(_copy(folder, Path(scratch) / "honest"), source)
        told = _wrong_items(folder)
        wrong = _findings(_with_items(folder, told, Path(scratch) / "wrong"), source)
    return Measured(
        tuple(
            Wrong(
                each["id"],
                each["kind"],
                each["why"],
                wrong[each["id"]],
                _new(wrong[each["id"]], honest[each["twin"]]),
            )
            for each in told
        ),
        honest,
    )


def _new(found: tuple[Finding, ...], twins: tuple[Finding, ...]) -> tuple[Finding, ...]:
    known = {(each.code, each.message) for each in twins}
    return tuple(each for each in found if (each.code, each.message) not in known)


def _findings(folder: Path, source: Source) -> dict[str, tuple[Finding, ...]]:
    deck, loaded = load(folder)
    assert deck, loaded
    assert not [each for each in loaded if each.is_error], loaded
    language = Language(deck.language)
    return {item.id.value: examine(item, deck, source, language)[1] for item in deck.items}


def _copy(folder: Path, to: Path) -> Path:
    return Path(shutil.copytree(folder, to, ignore=shutil.ignore_patterns("wrong.yaml", "*.lock")))


def with_wrong_items(folder: Path, to: Path) -> Path:
    """Make a copy of a set's deck that has its wrong items only."""
    return _with_items(folder, _wrong_items(folder), to)


def _wrong_items(folder: Path) -> list[dict[str, Any]]:
    """Read the wrong items of a set, as a list or below `items`; a set may have none."""
    told = yaml.load((folder / "wrong.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return told["items"] if isinstance(told, dict) else told or []


def _with_items(folder: Path, told: list[dict[str, Any]], to: Path) -> Path:
    """Make a copy of a deck in which the wrong items stand in place of the honest ones."""
    _copy(folder, to)
    by_section = defaultdict(list)
    for each in told:
        bare = {key: value for key, value in each.items() if key not in _ABOUT}
        by_section[str(each["section"])].append(bare)
    for path in sorted(to.glob("[0-9]*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        data["items"] = by_section[str(data["section"])]
        path.write_text(
            yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8"
        )
    return to


def deck_of(folder: Path) -> Deck:
    """Load the honest deck of a set."""
    deck, loaded = load(folder)
    assert deck, loaded
    return deck


def _table(sets: dict[str, Measured]) -> Iterator[str]:
    """Yield the figures of some sets: each by itself, then all of them kind by kind."""
    for name, each in sets.items():
        caught, wrong, honest = each.caught, len(each.wrong), len(each.honest)
        yield f"{name}: wrong items noticed {caught}/{wrong} = {caught / max(wrong, 1):.0%}"
        yield f"  honest with an error about truth {len(each.untrue)}/{honest}: {_of(each.untrue)}"
        yield f"  honest with an error of form {len(each.misshapen)}/{honest}: {_of(each.misshapen)}"
        yield f"  honest with a warning {len(each.warned)}/{honest}: {_of(each.warned)}"
    tried: Counter[str] = Counter()
    caught_of: Counter[str] = Counter()
    for wrong_item in (wrong_item for each in sets.values() for wrong_item in each.wrong):
        tried[wrong_item.kind] += 1
        caught_of[wrong_item.kind] += wrong_item.is_caught
    yield f"{'kind of mistake':<26}noticed"
    yield from (f"{kind:<26}{caught_of[kind]}/{count}" for kind, count in sorted(tried.items()))
    total, noticed = sum(tried.values()), sum(caught_of.values())
    untrue = sum(len(each.untrue) for each in sets.values())
    warned = sum(len(each.warned) for each in sets.values())
    of_all = sum(len(each.honest) for each in sets.values())
    yield f"all: wrong noticed {noticed}/{total} = {noticed / max(total, 1):.1%}"
    yield f"honest: untrue {untrue}/{of_all} = {untrue / of_all:.1%}"
    yield f"honest: warned {warned}/{of_all} = {warned / of_all:.1%}"


def _of(ids: list[str]) -> str:
    return ", ".join(ids)


def _said(measured: Measured) -> Iterator[str]:
    """Yield every item with what was said of it."""
    for each in measured.wrong:
        yield f"{'✓' if each.is_caught else '✗'} {each.id} ({each.kind}) {each.why}"
        yield from (f"    {'+' if f in each.new else '='} {_line(f)}" for f in each.found)
    for id, found in measured.honest.items():
        yield f"  {id}"
        yield from (f"    {_line(each)}" for each in found)


def _line(finding: Finding) -> str:
    return f"{finding.severity} [{finding.code}] {finding.message}"


def main(arguments: list[str]) -> None:
    """Print the figures of the sets in some folders."""
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    sets = {folder.name: measure(folder) for folder in folders}
    lines = [*_table(sets)]
    if "--all" in arguments:
        lines = [*(line for each in sets.values() for line in _said(each)), *lines]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
