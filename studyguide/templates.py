"""Where templates are found: the deck's own `templates/` first, then those that come with us."""

from dataclasses import dataclass
from pathlib import Path

from studyguide.errors import StudyGuideError

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = next(
    folder
    for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates")  # wheel, checkout
    if folder.is_dir()
)


@dataclass(frozen=True, slots=True)
class Templates:
    """Folders of templates, the first that has a file wins; nothing outside them is read."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, deck_folder: Path) -> "Templates":
        """Give the templates of one deck: its own overrides, then the bundled ones."""
        own = deck_folder / "templates"
        if not own.resolve().is_relative_to(deck_folder.resolve()):
            raise StudyGuideError(f"{own} is a link out of the deck's folder: put the files there")
        return cls((own, _BUNDLED))

    def path(self, name: str) -> Path:
        """Find a template by its name relative to `templates/`, such as `anki/cards.css`."""
        for folder in self.folders:
            root, path = folder.resolve(), (folder / name).resolve()
            if path.is_file() and path.is_relative_to(root):
                return path
            if (folder / name).is_symlink():
                raise StudyGuideError(
                    f"there is no template `{name}`: it is a link out of {folder}"
                )
        raise StudyGuideError(f"there is no template `{name}`")

    def read(self, name: str) -> str:
        """Read a template as text."""
        path = self.path(name)
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise StudyGuideError(f"cannot read the template {path}: {error}") from error
