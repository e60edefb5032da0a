"""A deck laid open beside its source text, as an audit, a review, an explanation and an outline need it."""

from collections.abc import Sequence
from pathlib import Path

from studyguide.deck.deck import Deck
from studyguide.deck.folders import find_decks
from studyguide.errors import StudyGuideError
from studyguide.evidence.case import Case
from studyguide.language.language import Language
from studyguide.loading.load import load, load_whole
from studyguide.loading.typed_keys import nearest_key
from studyguide.source.open import open_source
from studyguide.source.source import Source
from studyguide.system import files
from studyguide.workflows.check import Texts, find_source, source_in


def open_deck(folder: Path, texts: Texts) -> tuple[Deck, Source]:
    """Read a deck without mistakes in its files, and its source text."""
    deck = load_whole(folder)
    return deck, _text_of(deck, folder, texts)


def open_unfinished(folder: Path, texts: Texts) -> tuple[Deck, Source]:
    """Read a deck of which items may still lack evidence, and other mistakes are none, and its source text."""
    deck, findings = load(folder)
    lacking = {item.id.value for item in deck.items if item.lacks_evidence} if deck else set()
    wrong = [each for each in findings if each.is_error and each.code != "section-missing"]
    if deck is None or any(each.item not in lacking for each in wrong):
        raise StudyGuideError(f"{folder} has mistakes: see `studyguide check {folder}`")
    return deck, _text_of(deck, folder, texts)


def open_item(folder: Path, texts: Texts, id: str) -> Case:
    """Lay one item beside its passage."""
    from studyguide.checking.examine import examine  # all rules: long to load

    deck, source = open_deck(folder, texts)
    item = next((item for item in deck.items if item.id.value == id), None)
    if item is None:
        near = nearest_key(id, frozenset(item.id.value for item in deck.items))
        meant = f"; do you mean `{near}`?" if near else ""
        raise StudyGuideError(f"{folder} has no item `{id}`{meant}")
    language = Language(deck.language)
    case, findings = examine(item, deck, source, language)
    if case is None:
        said = "; ".join(f"{finding.message}" for finding in findings if finding.is_error)
        raise StudyGuideError(f"the passage of `{id}` is not found: {said}")
    return case


def own_texts(folders: Sequence[Path]) -> dict[Path, list[Path]]:
    """Give the text that lies in the folder of each deck, with that folder; without folders of the decks below `./cards`."""
    found = {source_in(folder): [folder] for folder in folders or find_decks(Path("cards"))}
    if None in found:
        message = f"{found[None][0]} has no text of its own: name the other edition with --source"
        raise StudyGuideError(message)
    return {text: of_it for text, of_it in found.items() if text}


def outlined(path: Path, texts: Texts) -> Source:
    """Read a document, or the text of the deck in a folder, cut as that deck says."""
    if not path.is_dir():
        return open_source(path)
    if not files.is_file(path / "deck.yaml"):
        raise StudyGuideError(f"{path} is no deck: it has no deck.yaml; name a document or a deck")
    return _text_of(load_whole(path), path, texts)


def _text_of(deck: Deck, folder: Path, texts: Texts) -> Source:
    _, source = find_source(deck, texts)
    if source is None:
        raise StudyGuideError(f"this needs the source text of {folder}: name it with --source")
    return source
