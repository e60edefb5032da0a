"""Drafts that the text does not support, as a file to be mended and imported again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from studyguide.anchor.in_words import sentences
from studyguide.drafts.judge import Judged
from studyguide.drafts.yaml import item_lines

FOLDER = "refused"

_HEAD = """\
# Cards that were not taken, each below the reason. Mend them here, then import this file again:
# studyguide import {path} --into {deck}
items:
"""
_IGNORED = "# Not for publication: what stands here is not supported by the text.\n*\n"


def refused_path(folder: Path, cards: str) -> Path:
    """Tell where the refused drafts of a file of cards go: never among the sections."""
    name = "cards" if cards == "-" else Path(cards).stem
    return folder / FOLDER / f"{name}.yaml"


def refused_text(path: Path, folder: Path, refused: Iterable[Judged]) -> str:
    """Compose the file."""
    blocks = ("\n".join(_lines(each)) for each in refused)
    return (
        _HEAD.format(path=_in_a_comment(path), deck=_in_a_comment(folder))
        + "\n\n".join(blocks)
        + "\n"
    )


def ignoring() -> str:
    """Give what keeps git from the folder."""
    return _IGNORED


def _lines(judged: Judged) -> Iterator[str]:
    """Yield the reasons as comments, then the draft as it is."""
    errors = [each for each in judged.findings if each.is_error]
    if judged.reason and judged.reason not in {each.message for each in errors}:
        yield f"  # {_in_a_comment(judged.reason)}"
    for message, help in dict.fromkeys((f"{e.message} [{e.code}]", e.help) for e in errors):
        yield f"  # {_in_a_comment(message)}"
        yield f"  #   {_in_a_comment(help)}"
    if judged.citation:
        yield f"  # nearest: {_in_a_comment(judged.citation)}"
        if judged.passage:
            yield f"  #   {_in_a_comment(sentences(judged.passage))}"
    draft = judged.draft
    if draft.prompt and (draft.answers or draft.kind == "cloze"):
        yield from item_lines(draft, judged.id, ())
    else:
        yield f"  # card {draft.index}, line {draft.line}"
        yield f"  # {_in_a_comment(draft.prompt)}"


def _in_a_comment(told: object) -> str:
    """Write on one line, without what YAML takes for the end of one or refuses to read."""
    return "".join(sign if sign.isprintable() else "?" for sign in " ".join(f"{told}".split()))
