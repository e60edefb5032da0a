"""Give quotations new words in a curator's YAML; everything else stays as it is, byte for byte.

The diff of it is shown before anything is written; how it is done stands in `studyguide.edit`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from studyguide.checking.examine import is_text_of
from studyguide.checking.sections import openings_are_found
from studyguide.deck.deck import Deck
from studyguide.deck.file import File
from studyguide.deck.folders import find_decks
from studyguide.edit.new_words import with_new_words
from studyguide.edit.patch import as_patch, write_files
from studyguide.errors import StudyGuideError
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.reanchoring.reanchor import Proposal, reanchor
from studyguide.source.open import open_source


def propose(folders: Sequence[Path], text: Path) -> list[tuple[Deck, tuple[Proposal, ...]]]:
    """Give each deck with what it should quote from now on, `text` being another edition's.

    Without folders these are the decks below `./cards` that quote this text at all. Raises
    `StudyGuideError` if something cannot be read, the files of a deck have mistakes, or a section opens nowhere in the text.
    """
    found = []
    for folder in folders or find_decks(Path("cards")):
        deck, findings = load(folder)
        if deck is None or findings:
            raise StudyGuideError(
                f"the files of {folder} have mistakes: studyguide check lists them"
            )
        source = open_source(text, deck.opening_words)
        if folders or is_text_of(deck, source):
            for lost in openings_are_found(deck, source, source.sections):
                place = lost.location
                where = f"{place.path}:{place.line}:{place.column}"
                raise StudyGuideError(f"{where}: {lost.message}; {lost.help}; correct that first")
            found.append((deck, reanchor(deck, source, Language(deck.language))))
    return found


def as_diff(deck: Deck, proposals: Sequence[Proposal]) -> str:
    """Show the section files as they would become, and after them what must not be written."""
    parts: list[str] = []
    for file, accepted in _by_file(deck, proposals):
        parts += [f"# {_summary(each)}\n" for each in accepted]
        parts.append(as_patch(file, _edited(file, accepted)))
    for each in proposals:
        if each.refusal:
            place = each.item.file.within(each.old)
            where = f"{place.path}:{place.line}:{place.column}"
            parts.append(f"# {where}: {_summary(each)}: not applicable: {each.refusal}\n")
            parts.append(f"#   - {' '.join(each.old.value.split())}\n")
            parts += [f"#   + {each.words}\n"] if each.words else []
    return "".join(parts)


def write(deck: Deck, proposals: Sequence[Proposal]) -> int:
    """Write the proposals that are not refused into their files; tell how many files changed.

    Either every file can be edited, or none is touched. Raises `StudyGuideError` if one has changed
    since it was read, cannot be read or written, or would not say what is intended.
    """
    return write_files(
        [(file, _edited(file, accepted)) for file, accepted in _by_file(deck, proposals)]
    )


def _edited(file: File, accepted: Sequence[Proposal]) -> str:
    return with_new_words(file, [(each.old, each.words) for each in accepted])


def _by_file(deck: Deck, proposals: Sequence[Proposal]) -> Iterator[tuple[File, list[Proposal]]]:
    """Yield each file that changes, with its proposals in the order in which they stand there."""
    order = {section.file.path: index for index, section in enumerate(deck.sections)}
    accepted = [each for each in proposals if not each.refusal]
    accepted.sort(key=lambda each: (order[each.item.file.path], each.old.start))
    for _, group in groupby(accepted, key=lambda each: each.item.file.path):
        of_file = [*group]
        yield of_file[0].item.file, of_file


def _summary(proposal: Proposal) -> str:
    id = proposal.item.id.value
    return f"{id}: {proposal.place}, {proposal.likeness} % alike" if proposal.place else id
