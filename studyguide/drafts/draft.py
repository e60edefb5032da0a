"""A draft: what a card wants to be as an item, told by its fields' names, or by their order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from studyguide.deck.item import KINDS, Kind
from studyguide.drafts.plain import Plain, from_html, from_markdown, from_text
from studyguide.drafts.readers.card import LARGEST_FIELD, Card, Value
from studyguide.drafts.readers.field_names import Role, role_of
from studyguide.evidence.said.asked_for import numbers_asked_for
from studyguide.language.times.dates import time_of

_CLOZE = re.compile(r"\{\{c\d+::", re.IGNORECASE)
_DELETION = re.compile(r"\{\{c(\d{1,9})::((?>(?:(?!\{\{|\}\}).)*))\}\}", re.IGNORECASE | re.DOTALL)
_OCCLUSION = re.compile(r"\{\{c\d+::image-occlusion:", re.IGNORECASE)
_NO_TEXT = "it hides parts of a picture (Image Occlusion), and no text says what is there"
_REVERSED = "a reversed card"
_ASKS = re.compile(
    r"\s*(?:what|who|whom|whose|which|when|where|why|how|name|list|explain|describe|give|state|define|true or false)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"[\d\s.,/–—-]*(?:[^\W\d_]+\.?)?[\d\s.,/–—-]*(?:BCE?|CE|AD)?\s*")
_LONGEST_DATE = 60
_LONGEST_TERM = 6
_TAG = re.compile(r"[\s\"\x00-\x1f\x7f]+")
_ANKIS_TAGS = frozenset({"marked", "leech", "withdrawn"})
_SECTION = re.compile(r"(?:§|section|chapter|kapitel)?\s*(\d{1,4})\b", re.IGNORECASE)

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """What wants to become an item.

    `hints` are quotations that came with it, `section` the number that it was told to belong to (or
    -1): neither is believed. `left` names the fields that were not taken, `more` the pictures and
    recordings beside the one that each side can have, and the reversed card of a question; `fault`
    says why nothing could be made of the card. Pictures come with what they show, if that is told.
    """

    index: int
    line: int = 1
    kind: Kind = "question"
    prompt: str = ""
    answers: tuple[str, ...] = ()
    is_list: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    asked_image: tuple[str, str] | None = None
    image: tuple[str, str] | None = None
    sound: str = ""
    wording: tuple[tuple[str, str], ...] = ()
    reverse: bool = False
    typed: bool = False
    hints: tuple[str, ...] = ()
    section: int = -1
    deck: str = ""
    id: str = ""
    guid: str = ""
    left: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    fault: str = ""


class _Taken(NamedTuple):
    """The fields of a card by what they are for, as plain text, and those that are for nothing."""

    by_role: dict[Role, Plain]
    left: tuple[str, ...]
    wording: tuple[tuple[str, str], ...]
    hints: tuple[str, ...]


def draft_of(card: Card, mapped: Mapping[str, Role]) -> Draft:
    """Make a draft of a card; `mapped` says of some fields what they are for."""
    if fault := _fault(card):
        return Draft(card.index, card.line, fault=fault)
    taken = _taken(card, mapped)
    kind, asked, told = _kind(card, taken)
    prompt = asked.text
    if kind == "cloze":
        prompt = _DELETION.sub(_tidied, prompt)
    if not prompt:
        return Draft(card.index, card.line, fault="it asks nothing", left=taken.left)
    if KINDS[kind][1] and not told.text:
        return Draft(card.index, card.line, fault="it answers nothing", left=taken.left)
    many = len(told.entries)
    is_list = kind == "question" and many > 1 and bool(numbers_asked_for(prompt, many))
    of_answer = (*(() if told is asked else told.images), *_images(taken.by_role))
    sounds = dict.fromkeys((*asked.sounds, *told.sounds))
    more = (*(name for name, _ in (*asked.images[1:], *of_answer[1:])), *[*sounds][1:])
    is_both = _is_asked_both_ways(card, taken)
    if is_both and kind in ("question", "cloze"):
        is_both, more = False, (*more, _REVERSED)
    draft = Draft(
        card.index,
        card.line,
        kind,
        prompt,
        told.entries if is_list else ((told.text,) if told.text and KINDS[kind][1] else ()),
        is_list,
        taken.by_role["note"].text if "note" in taken.by_role else "",
        _tags((*card.tags, *_listed(taken.by_role, "tags"))),
        asked.images[0] if asked.images else None,
        of_answer[0] if of_answer else None,
        next(iter(sounds), ""),
        taken.wording,
        is_both,
        _flag(taken.by_role, "type") or "type in" in card.form.casefold(),
        taken.hints,
        _section(taken.by_role),
        taken.by_role["deck"].text if "deck" in taken.by_role else card.deck,
        taken.by_role["id"].text if "id" in taken.by_role else "",
        taken.by_role["guid"].text if "guid" in taken.by_role else card.guid,
        taken.left,
        more,
    )
    if kind == "cloze" and told.text:
        note = "\n".join(filter(None, (told.text, draft.note)))
        return replace(draft, note=note)
    return draft


def _fault(card: Card) -> str:
    """Say why nothing can be made of a card, whatever its fields are for; "" if something may be."""
    if any(len(str(value)) > LARGEST_FIELD for value in card.fields.values()):
        return card.fault or "a field is longer than 200,000 characters"
    is_hiding = any(_OCCLUSION.search(str(value)) for value in card.fields.values())
    return card.fault or (_NO_TEXT if is_hiding else "")


def _taken(card: Card, mapped: Mapping[str, Role]) -> _Taken:
    """Sort a card's fields by what they are for: as mapped, as called, or as they come."""
    by_role: dict[Role, Plain] = {}
    left: list[str] = []
    wording: tuple[tuple[str, str], ...] = ()
    hints: list[str] = []
    unknown: list[tuple[str, Plain]] = []
    for name, value in card.fields.items():
        role = mapped.get(name) or mapped.get(name.casefold()) or role_of(name)
        if isinstance(value, Mapping):
            wording = tuple(value.items()) if role == "wording" else wording
            left += [] if role == "wording" else [name]
        elif role == "quotation":
            hints += [value] if isinstance(value, str) else value
        elif role == "none":
            left += [name] if value and mapped.get(name) != "none" else []
        elif role and role not in by_role:
            by_role[role] = _plain(value, card)
        else:
            unknown.append((name, _plain(value, card)))
    left += _placed(by_role, unknown)
    return _Taken(by_role, tuple(left), wording, tuple(filter(None, map(str.strip, hints))))


def _placed(by_role: dict[Role, Plain], unknown: list[tuple[str, Plain]]) -> list[str]:
    """Take the first fields of unknown names for front and back where there are none yet."""
    asked = {"front", "question", "cloze", "term", "person", "date"} & by_role.keys()
    told = {"back", "answer", "definition", "role", "event"} & by_role.keys()
    full = [(name, plain) for name, plain in unknown if plain.text or plain.images]
    if not asked and full:
        by_role["front"] = full.pop(0)[1]
    if not told and full and "cloze" not in by_role:
        by_role["back"] = full.pop(0)[1]
    return [name for name, _ in full]


def _plain(value: Value, card: Card) -> Plain:
    if not isinstance(value, str):
        entries = tuple(from_text(each).text for each in value)
        return Plain("\n".join(entries), entries if len(entries) > 1 else ())
    if card.is_html:
        return from_html(value)
    return from_markdown(value) if card.is_markdown else from_text(value)


def _kind(card: Card, taken: _Taken) -> tuple[Kind, Plain, Plain]:
    """Tell what an item a card would be, what it asks and what it answers."""
    found, nothing = taken.by_role, Plain("")
    for kind, (asked, told) in KINDS.items():
        if kind in ("term", "person", "date") and asked in found and told in found:
            return kind, found[kind], found[told]
    front = next(
        (found[each] for each in ("front", "question", "cloze", "term") if each in found), nothing
    )
    back = next(
        (
            found[each]
            for each in ("back", "answer", "definition", "role", "event")
            if each in found
        ),
        nothing,
    )
    if "cloze" in found and (card.is_cloze or _CLOZE.search(found["cloze"].text)):
        return "cloze", found["cloze"], nothing if back is front else back
    if _CLOZE.search(front.text):
        return "cloze", front, back
    if "question" in found or _ASKS.match(front.text) or front.text.endswith(("?", "？", ":", "…")):
        return "question", front, back
    if len(front.text) <= _LONGEST_DATE and _DATE.fullmatch(front.text) and time_of(front.text):
        return "date", front, back
    is_short = len(front.text.split()) <= _LONGEST_TERM and "\n" not in front.text
    return ("term" if is_short and not front.text.endswith(".") else "question"), front, back


def _tidied(found: re.Match[str]) -> str:
    """Write a deletion as we have it: on one line, without blanks at its ends."""
    hidden, mark, hint = found[2].partition("::")
    told = f"::{' '.join(hint.split())}" if mark and hint.strip() else ""
    return f"{{{{c{found[1]}::{' '.join(hidden.split())}{told}}}}}"


def _images(found: Mapping[Role, Plain]) -> tuple[tuple[str, str], ...]:
    image = found.get("image")
    if image is None:
        return found["note"].images if "note" in found else ()
    alt = found["alt"].text if "alt" in found else ""
    return image.images or ((image.text, alt),)


def _is_asked_both_ways(card: Card, taken: _Taken) -> bool:
    """Whether a card is asked from its back, too: Anki's optional reversed card is if told so."""
    form = card.form.casefold()
    return _flag(taken.by_role, "reverse") or ("reversed" in form and "optional" not in form)


def _flag(found: Mapping[Role, Plain], role: Role) -> bool:
    return role in found and found[role].text.casefold() not in ("", "no", "false", "0", "off")


def _listed(found: Mapping[Role, Plain], role: Role) -> tuple[str, ...]:
    if role not in found:
        return ()
    return found[role].entries or tuple(re.split(r"[\s,;]+", found[role].text))


def _tags(told: tuple[str, ...]) -> tuple[str, ...]:
    """Keep tags as far as we can write them; those that Anki or our notes keep for themselves go."""
    tags = ("::".join(filter(None, _TAG.sub("-", tag.strip()).split("::"))) for tag in told)
    return tuple(dict.fromkeys(tag for tag in tags if tag and tag.casefold() not in _ANKIS_TAGS))


def _section(found: Mapping[Role, Plain]) -> int:
    match = _SECTION.match(found["section"].text) if "section" in found else None
    return int(match[1]) if match else -1
