"""From a document, or a deck, to how its text is cut."""

from pathlib import Path

from studyguide.errors import StudyGuideError
from studyguide.loading.load import load_whole
from studyguide.source.open import open_source
from studyguide.source.source import Source
from studyguide.system import files
from studyguide.workflows.check import Texts, find_source


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
