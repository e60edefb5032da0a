"""Which folders hold a deck: asked before anything of one is read."""

from pathlib import Path

from studyguide.errors import StudyGuideError
from studyguide.system import files


def find_decks(folder: Path) -> list[Path]:
    """List the folders below `folder` that hold a deck, by name; it is an error if none does.

    A link to a folder elsewhere is none of them: whoever means that one names it.
    """
    found = files.folders_with("deck.yaml", folder)
    if not found:
        raise StudyGuideError(
            f"there is no deck below {folder}: none of its folders has a deck.yaml; name the folder of yours"
        )
    return found
