"""A lock that two branches have both changed: read each side whole, and join what they say.

Nothing is lost that a learner may have been given: items, cloze numbers and deck names of both sides
stay, and of two times of change the later. What one side has proved under other rules, terms or
another text than the other side is to be checked again.
"""

import json
import re
from collections import Counter
from typing import Any

from studyguide.patterns import lazy

Json = dict[str, Any]

_OURS, _BASE, _THEIRS, _END = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARK = lazy(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?")
_ANY_MARK = lazy(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)
_FOLLOWING = {"": (_OURS,), _OURS: (_BASE, _THEIRS), _BASE: (_THEIRS,), _THEIRS: (_END,)}
_MOST_ALIKE = 16
_CHECKED_UNDER = ("rules", "terms")


def read(text: str) -> tuple[Json, ...]:
    """Read a lock as JSON: one, or both sides of a merge that left its marks in the text.

    Raises `ValueError` for marks that do not pair, or a text that is no JSON.
    """
    if not _ANY_MARK.search(text):
        return (json.loads(text, object_pairs_hook=_twice_in_one),)
    return tuple(json.loads(side, object_pairs_hook=_twice_in_one) for side in _sides(text))


def joined(ours: Json, theirs: Json) -> Json:
    """Join both sides of a merge, which are locks as JSON."""
    both = dict(ours)
    for key in ("decks", "heads"):
        both[key] = {**theirs.get(key, {}), **ours.get(key, {})}
    summaries = theirs.get("summaries", {}), ours.get("summaries", {})
    both["summaries"] = {**summaries[0], **summaries[1]}
    for digest in summaries[0].keys() & summaries[1].keys():
        both["summaries"][digest] = _reviewed(*(side[digest] for side in summaries))
    for key in ("note_types", "items"):
        both[key] = _union(ours[key], theirs[key])
    both["items"] = _one_a_note(both["items"])
    if not _is_same_check(ours, theirs):
        both["terms"], both["heads"] = "", {}
    return both


def rejoined(base: Json, ours: Json, theirs: Json) -> Json:
    """Join what two runs have made of one lock: what only one of them has changed is as it says."""
    joint = joined(ours, theirs)
    both = dict(joint)
    for key in ("decks", "heads", "summaries", "note_types", "items"):
        whole = {**theirs[key], **ours[key]}
        picked = {
            id: _picked(*(side[key].get(id) for side in (base, ours, theirs, joint)))
            for id in whole
        }
        both[key] = {id: entry for id, entry in picked.items() if entry is not None}
    for side, other in ((ours, theirs), (theirs, ours)):
        if _is_same_check(side, base) and _proves_nothing(side, base):
            both |= {key: other[key] for key in ("deck", "source", *_CHECKED_UNDER)}
            break
    else:
        both |= {key: joint[key] for key in ("terms", "heads")}
    return both


def _picked(base: Any, ours: Any, theirs: Any, joint: Any) -> Any:
    """Give an entry of the side that has changed it; of a renamed note the date may be the other's."""
    if base not in (ours, theirs):
        return joint
    entry = theirs if ours == base else ours
    is_dated = isinstance(entry, dict) and "modified" in entry and joint is not None
    return joint if is_dated and joint["modified"] > entry["modified"] else entry


def _proves_nothing(side: Json, base: Json) -> bool:
    """Whether a run has proved nothing of any item that was not proved before."""
    known = {id: entry["digest"] for id, entry in base["items"].items()}
    return all(known.get(id) == entry["digest"] for id, entry in side["items"].items())


def _sides(text: str) -> tuple[str, str]:
    """Undo a merge: give the text as each side had it."""
    sides: tuple[list[str], list[str]] = ([], [])
    within = ""
    for line in text.split("\n"):
        mark = _MARK.fullmatch(line)
        if mark:
            if mark[1] not in _FOLLOWING[within]:
                raise ValueError("a merge has left marks that do not pair")
            within = "" if mark[1] == _END else mark[1]
        else:
            for side, own in zip(sides, (_OURS, _THEIRS), strict=True):
                if within in ("", own):
                    side.append(line)
    if within:
        raise ValueError("a merge has left marks that do not pair")
    return "\n".join(sides[0]), "\n".join(sides[1])


def _is_same_check(ours: Json, theirs: Json) -> bool:
    """Whether both sides were checked under the same rules and terms against the same text."""
    texts = [side["source"]["digest"] if side["source"] else "" for side in (ours, theirs)]
    return texts[0] == texts[1] and all(ours.get(key) == theirs.get(key) for key in _CHECKED_UNDER)


def _union(ours: Json, theirs: Json) -> Json:
    union = {**theirs, **ours}
    return {
        key: _later(ours[key], theirs[key]) if key in ours and key in theirs else entry
        for key, entry in union.items()
    }


def _later(one: Json, other: Json) -> Json:
    """Give what changed last, with every cloze number and every settled warning of both."""
    early, late = sorted((other, one), key=lambda entry: entry["modified"])
    both = {**early, **late}
    if early.get("reverse"):
        both["reverse"] = True
    if not (early.get("unpublished") and late.get("unpublished")):
        both.pop("unpublished", None)
    if early.get("sent") != late.get(
        "sent"
    ):  # of what only one side knows the other may have sent more
        both.pop("sent", None)
    if "clozes" in both:
        both["clozes"] = {**early["clozes"], **late["clozes"]}
    if early["digest"] == late["digest"] and "review" in early and "review" in late:
        both["review"] = _reviewed(early["review"], late["review"])
    elif early["digest"] != late["digest"] and "review" not in late:
        both.pop("review", None)
    return both


def _reviewed(early: Json, late: Json) -> Json:
    """Join two curators' words on one thing."""
    accepted = {**early["accepted"], **late["accepted"]}
    note = late.get("note") or early.get("note")
    review = {"date": max(early["date"], late["date"]), "accepted": accepted}
    return {**review, "note": note} if note else review


def _one_a_note(items: Json) -> Json:
    """Drop the old id of each item that one side has renamed: both are the same note."""
    renamed = {entry["origin"]: id for id, entry in items.items() if entry["origin"] != id}
    kept = {id: entry for id, entry in items.items() if not _is_renamed(id, entry, renamed)}
    for origin, id in renamed.items():
        if origin in items and origin not in kept:
            kept[id] = _later(items[id], items[origin])
    return kept


def _is_renamed(id: str, entry: Json, renamed: Json) -> bool:
    return entry["origin"] == id and id in renamed


def _twice_in_one(pairs: list[tuple[str, Any]]) -> Json:
    """Make a mapping; of an item that a merge has left there twice, keep what changed last."""
    found: Json = dict(pairs)
    if len(found) == len(pairs):
        return found
    if max(Counter(key for key, _ in pairs).values()) > _MOST_ALIKE:
        raise ValueError("it names one thing more often than merges leave it there")
    found = {}
    for key, value in pairs:
        is_entry = isinstance(value, dict) and "modified" in value
        known = found.get(key) if is_entry else None
        found[key] = _later(value, known) if known else value
    return found
