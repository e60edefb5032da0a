"""From a deck's folder to evidence for its items: a diff, or written into its files."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from studyguide.anchor.anchor import Anchored, anchor
from studyguide.anchor.in_words import lines, wording
from studyguide.anchor.word_index import Index
from studyguide.deck.file import File
from studyguide.edit.new_keys import Addition, with_new_keys
from studyguide.edit.patch import as_patch, write_files
from studyguide.edit.scalars import pair
from studyguide.language.language import Language
from studyguide.plurals import counted
from studyguide.workflows.check import Say, Texts
from studyguide.workflows.open import open_unfinished


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What was found for the items of one deck: new texts of its files, and all in words."""

    folder: Path
    found: tuple[Anchored, ...]
    edits: tuple[tuple[File, str], ...]

    @property
    def left(self) -> int:
        """How many items are left without evidence."""
        return sum(each.item.lacks_evidence and not each.is_found for each in self.found)

    @property
    def written(self) -> int:
        """How many items get evidence."""
        return sum(each.item.lacks_evidence and each.is_found for each in self.found)

    @property
    def partly(self) -> int:
        """How many of those get none for some entry of their list."""
        found = (each.proposal for each in self.found if each.item.lacks_evidence and each.is_found)
        return sum(bool(proposal and proposal.bare) for proposal in found)

    def told(self) -> str:
        """Show the files as they would become, before each what was found; after it what was not."""
        parts = []
        additions = [each for each in self.found if each.item.lacks_evidence and each.is_found]
        for file, text in self.edits:
            own = [each for each in additions if each.item.file.path == file.path]
            parts += [f"# {line}\n" for each in own for line in lines(each)]
            parts.append(as_patch(file, text))
        for each in self.found:
            if not each.is_found and each.item.lacks_evidence:
                parts += [f"# {line}\n" for line in lines(each)]
            elif each.is_better and each.proposal:
                better = pair("evidence", each.proposal.quotations)
                parts += [f"# {line}\n#   + {better}\n" for line in lines(each)]
        return "".join(parts)


def anchor_folder(folder: Path, texts: Texts, say: Say, *, again: bool = False) -> Anchoring:
    """Look for evidence for the items of a deck that have none, or `again` for all. Nothing is written.

    Raises `StudyGuideError` where the deck has other mistakes in its files, or no text is at hand.
    """
    say(f"reading {folder}")
    deck, source = open_unfinished(folder, texts)
    lacking = sum(item.lacks_evidence for item in deck.items)
    say(f"looking for evidence for {counted(lacking, 'item')} of {folder}")
    index = Index(source, Language(deck.language))
    found = tuple(anchor(deck, index, again=again))
    return Anchoring(folder, found, tuple(_edits(found)))


def _edits(found: tuple[Anchored, ...]) -> Iterator[tuple[File, str]]:
    """Yield each file that changes, with its new text."""
    additions = [addition for each in found if (addition := _addition(each))]
    for _, group in groupby(additions, key=lambda each: each.item.file.path):
        of_file = [*group]
        file = of_file[0].item.file
        yield file, with_new_keys(file, of_file)


def _addition(found: Anchored) -> Addition | None:
    if not (found.item.lacks_evidence and found.is_found and found.proposal):
        return None
    comment = f"proposed, for a review: {wording(found)}" if found.declared else ""
    return Addition(found.item, "evidence", found.proposal.quotations, comment)


def write(anchoring: Anchoring) -> int:
    """Write the evidence that was found into the files; tell how many changed."""
    return write_files(anchoring.edits)
