r"""What a learner reads in Anki, as Anki takes it: fields as HTML, tags, deck names, a description.

Plain text is escaped here, once. Beyond HTML, Anki and MathJax take some plain text for commands:
`{{c1::`, `}}`, `::`, `[sound:`, `[latex]`, `[anki:`, `\(`, `\[`. Each is written so that it means
nothing but itself. Quotes and colons stay as they are where they do no harm, since Anki searches
fields as they are written.
"""

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Final, Literal

from studyguide.anki.escape import BACKSLASH, UNSEEN, html
from studyguide.anki.field_html import shown, shown_inside
from studyguide.anki.media import picture, picture_below, recording
from studyguide.deck.cloze import Piece
from studyguide.deck.item import Kind
from studyguide.guide.guide import Entry, Guide, GuideSection
from studyguide.language.keyboard import as_typed
from studyguide.lock.lock import SECTION_0
from studyguide.vocabulary.vocabulary import Vocabulary

Key = Literal["question", "cloze"]
"""The two note types: one for cloze sentences, one for every other kind of item."""

_SHARED = ("Note", "Image", "Citation", "Passage", "Section", "Kind", "Source")
_SPARE = ("Spare1", "Spare2", "Spare3", "Spare4")
FIELDS: Final[dict[Key, tuple[str, ...]]] = {
    "question": ("Front", "Back", *_SHARED, "Reverse", "Typed", "Withdrawn", *_SPARE),
    "cloze": ("Text", *_SHARED, "Typed", "Withdrawn", *_SPARE),
}
"""Frozen since the first edition: with other fields Anki takes it for another note type, and leaves
behind every note that a learner has. What needs a field takes a spare one."""

REQUIRED: Final[dict[Key, list[list[object]]]] = {
    "question": [
        [0, "any", [FIELDS["question"].index("Front")]],
        [1, "all", [FIELDS["question"].index("Reverse")]],
    ],
    "cloze": [[0, "any", [FIELDS["cloze"].index("Text")]]],
}
"""Which fields make which card, for versions of Anki that do not read this from the templates."""

FOLDED: Final = ("Passage", "Reverse", "Typed", "Withdrawn", *_SPARE)
"""The fields that Anki's editor folds away, with nothing in them to read."""

_ON: Final = "yes"
"""What a field holds that only switches something on."""

_WITHDRAWN: Final = "withdrawn"
"""The tag of what is no longer part of a deck, in every language."""

_JOINING_COLON = re.compile(r"\A:|:(?=:|\Z)|(?<=:):")
_WITHIN = r"[^<&]|&(?!#92;)|<br>"
_FORMULA = re.compile(
    rf"{BACKSLASH}(?:\((?:{_WITHIN}|{BACKSLASH}(?![()]))+{BACKSLASH}\)"
    rf"|&#91;(?:{_WITHIN}|{BACKSLASH}(?!&#91;|\]))+{BACKSLASH}\])"
)
"""A whole formula as it stands in a field once everything in it is inert."""


def key_of(entry: Entry) -> Key:
    """Tell which note type an entry is a note of."""
    return "cloze" if entry.kind == "cloze" else "question"


def cards_of(entry: Entry) -> list[int]:
    """Tell by number, from 0, the cards that Anki makes of a note: templates, or cloze numbers."""
    if entry.kind == "cloze":
        return sorted({deletion.number - 1 for deletion in entry.deletions})
    return [0, 1] if entry.reverse else [0]


def fields_of(
    entry: Entry, vocabulary: Vocabulary | None = None, *, math: bool = False
) -> dict[str, str]:
    """Give the fields of an entry's note, by name, as HTML; with `math` formulas are live.

    The style sheet hides `Kind` where the front speaks for itself.
    """
    own = _cloze_fields(entry) if entry.kind == "cloze" else _question_fields(entry)
    own["Note"] = shown(entry.note)
    if math:
        own |= {name: _with_formulas(own[name]) for name in own if name != "Typed"}
    own["Image"] = picture(entry.image) + recording(entry.sound)
    own["Citation"] = html(entry.citation)
    own["Passage"] = html(entry.passage)
    own["Kind"] = _kind(vocabulary or Vocabulary(), entry.kind)
    own["Withdrawn"] = html(entry.retired)
    return own


@lru_cache(maxsize=32)
def _kind(vocabulary: Vocabulary, kind: Kind) -> str:
    """Name a kind of item, as HTML: thousands of notes are of five."""
    return html(vocabulary.plain(f"kind-{kind}"))


def section_fields(guide: Guide, section: GuideSection) -> dict[str, str]:
    """Give the fields that are alike in all notes of a section, by name, as HTML."""
    source = ", ".join(part for part in (guide.author, guide.work) if part)
    return {"Section": html(section.title), "Source": html(source)}


def tags_of(entry: Entry, deck_id: str) -> tuple[str, ...]:
    """Give the curator's tags, and ours below the deck's id, so that decks keep apart."""
    is_withdrawn = bool(entry.retired)
    return _all_tags(entry.tags, deck_id, entry.section, entry.kind, is_withdrawn=is_withdrawn)


@lru_cache(maxsize=1000)
def _all_tags(
    tags: tuple[str, ...], deck_id: str, section: int, kind: Kind, *, is_withdrawn: bool
) -> tuple[str, ...]:
    """Sort the tags of a note, each once; many notes have the same."""
    ours = {f"{deck_id}::section-{section}", f"{deck_id}::kind::{kind}"}
    return tuple(sorted({*tags, *ours, *((_WITHDRAWN,) if is_withdrawn else ())}))


def deck_name(title: str) -> str:
    """Give one level of a deck's name: a line without the `::` that would begin another level."""
    return _JOINING_COLON.sub("\N{RATIO}", " ".join(UNSEEN.sub("", title).split()))


def deck_names(guide: Guide, known: Mapping[int, str], last: int) -> dict[int, str]:
    """Give the full name of each deck in Anki, by section number, 0 standing for the whole.

    Anki knows decks by name, so those `known` stay as they are; decks of sections that are gone,
    too. `last` is the highest section number of the source: Anki sorts decks by name, which would
    put 10 before 2.
    """
    top = known.get(0) or deck_name(guide.title)
    names = {0: top, **known}
    width = len(str(max([last, *(section.number for section in guide.sections)])))
    for section in guide.sections:
        name = f"{top}::{section.number:0{width}} {deck_name(section.title)}"
        names.setdefault(section.number or SECTION_0, name)
    return dict(sorted(names.items()))


def description(guide: Guide) -> str:
    """Say in HTML what the deck is; Anki shows it above the button that begins."""
    in_use = sum(not entry.retired for entry in guide.entries)
    say = partial(_said, guide.vocabulary)
    items = say("items", count=in_use)
    if guide.work:
        items = say("items-on", items=items, work=f"<i>{html(guide.work)}</i>")
    if guide.author:
        items = say("items-by", items=items, author=html(guide.author))
    text = say("text-of-words", count=guide.words)
    what = say("items-checked", count=in_use, items=items, text=text)
    paragraphs = (what, say("to-update", tag=f"<i>{_WITHDRAWN}</i>"), html(guide.rights))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)


def _said(vocabulary: Vocabulary, key: str, **values: object) -> str:
    return vocabulary.filled(key, html, values)


def _question_fields(entry: Entry) -> dict[str, str]:
    """Fill what asks and answers; the learner types `Typed`, an answer without marks of a list."""
    return {
        "Front": shown(entry.prompt) + picture_below(entry.asked_picture),
        "Back": _list(entry.answers) if entry.is_list else shown(_together(entry.answers)),
        "Reverse": _ON if entry.reverse else "",
        "Typed": html(as_typed(", ".join(entry.answers))) if entry.typed else "",
    }


def _together(answers: tuple[str, ...]) -> str:
    return answers[0] if len(answers) == 1 else "\n".join(answers)


def _cloze_fields(entry: Entry) -> dict[str, str]:
    text = "".join(_piece(piece) for piece in entry.pieces)
    text = text.removesuffix("<br>") + picture_below(entry.asked_picture)
    return {"Text": text, "Typed": _ON if entry.typed else ""}


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return shown_inside(piece)
    hint = f"::{_hidden(piece.hint)}" if piece.hint.strip() else ""
    return f"{{{{c{piece.number}::{_hidden(piece.text)}{hint}}}}}"


def _hidden(text: str) -> str:
    """Write text for the inside of a deletion, where `::` would begin the hint."""
    return _JOINING_COLON.sub("&#58;", shown_inside(text))


def _list(answers: tuple[str, ...]) -> str:
    """Write a list without numbers: a question for a list asks for a set."""
    return f"<ul>{''.join(f'<li>{shown(answer)}</li>' for answer in answers)}</ul>"


def _with_formulas(field: str) -> str:
    """Bring to life what MathJax may typeset: whole formulas, the rest of a field stays inert."""
    return _FORMULA.sub(lambda formula: _revived(formula.group()), field)


_AFTER_A_ROW, _APART = "\\\\{{c", "\\\\&#123;&#125;{{c"
"""Anki shows a blank as `[...]`, which TeX would take for the height of the row's end."""


_ACTS = re.compile(r"\\(?:href|require|style|class|cssId|unicode|data)(?![a-zA-Z])")
"""Commands with which a formula of MathJax links, or changes the page that it stands in."""


def _revived(formula: str) -> str:
    """Give a formula without the tags that keep MathJax from seeing it; its braces stay inert.

    One that does more than to set signs stays as it is written.
    """
    opening, closing = ("\\[", "\\]") if formula.startswith(BACKSLASH + "&#91;") else ("\\(", "\\)")
    inside = formula.removeprefix(BACKSLASH + "&#91;").removeprefix(BACKSLASH + "(")
    inside = inside[: -len(BACKSLASH) - 1].replace(BACKSLASH, "\\").replace("<br>", " ")
    return (
        formula
        if _ACTS.search(inside)
        else opening + inside.replace(_AFTER_A_ROW, _APART) + closing
    )
