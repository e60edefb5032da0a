"""A deck laid open beside its source text, as an audit, a review, an explanation and an outline need it."""

from pathlib import Path

from studyguide.checking.examine import examine
from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.evidence.case import Case
from studyguide.language.language import Language
from studyguide.loading.load import load_whole
from studyguide.source.open import open_source
from studyguide.source.source import Source
from studyguide.system import files
from studyguide.workflows.check import Texts, find_source


def open_deck(folder: Path, texts: Texts) -> tuple[Deck, Source]:
    """Read a deck without mistakes in its files, and its source text."""
    deck = load_whole(folder)
    _, source = find_source(deck, texts)
    if source is None:
        raise StudyGuideError(f"this needs the source text of {folder}: name it with --source")
    return deck, source


def open_item(folder: Path, texts: Texts, id: str) -> Case:
    """Lay one item beside its passage."""
    deck, source = open_deck(folder, texts)
    item = next((item for item in deck.items if item.id.value == id), None)
    if item is None:
        raise StudyGuideError(f"{folder} has no item `{id}`")
    language = Language(deck.language)
    case, findings = examine(item, deck, source, language)
    if case is None:
        said = "; ".join(f"{finding.message}" for finding in findings if finding.is_error)
        raise StudyGuideError(f"the passage of `{id}` is not found: {said}")
    return case


def outlined(path: Path, texts: Texts) -> Source:
    """Read a document, or the text of the deck in a folder, cut as that deck says."""
    if not path.is_dir():
        return open_source(path)
    if not files.is_file(path / "deck.yaml"):
        raise StudyGuideError(f"{path} is no deck: it has no deck.yaml; name a document or a deck")
    _, source = find_source(load_whole(path), texts)
    if source is None:
        raise StudyGuideError(f"this needs the source text of {path}: name it with --source")
    return source
