"""A lock as JSON, one line an item, sorted, so that diffs and merges stay small."""

import json

from studyguide.lock.lock import FORMAT, Edition, Lock, Place, Receipt, Review


def dump(lock: Lock) -> str:
    """Write a lock as text."""
    head = {
        "lock": FORMAT,
        "deck": lock.deck,
        "decks": {str(number): name for number, name in lock.decks.items()},
        "rules": lock.rules,
        "terms": lock.terms,
        "source": _edition(lock.source) if lock.source else None,
        "heads": dict(lock.heads),
        "summaries": {key: _reviewed(review) for key, review in lock.summaries.items()},
        "note_types": {key: stamp._asdict() for key, stamp in sorted(lock.note_types.items())},
    }
    lines = [f"{_json(key)}: {_json(value)}," for key, value in head.items()]
    items = [f"{_json(id)}: {_json(_entry(lock.items[id]))}" for id in sorted(lock.items)]
    return "\n".join(["{", *lines, '"items": {', ",\n".join(items), "}", "}", ""])


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _edition(edition: Edition) -> dict[str, object]:
    written = edition._asdict()
    return (
        written if edition.outside else {key: written[key] for key in written if key != "outside"}
    )


def _place(place: Place) -> list[object]:
    page = [place.page] if place.page else []
    return [place.label, place.first, place.last, *page]


def _entry(receipt: Receipt) -> dict[str, object]:
    entry: dict[str, object] = {
        "digest": receipt.digest,
        "shown": receipt.shown,
        "modified": receipt.modified,
        "kind": receipt.kind,
        "section": receipt.section,
        "origin": receipt.origin,
        "places": [_place(place) for place in receipt.places],
        "clozes": receipt.clozes,
        "retired": receipt.retired,
    }
    if receipt.review:
        entry["review"] = _reviewed(receipt.review)
    if receipt.warnings:
        entry["warnings"] = receipt.warnings
    if receipt.aliases:
        entry["aliases"] = receipt.aliases
    if receipt.written:
        entry["written"] = receipt.written
    if receipt.reverse:
        entry["reverse"] = True
    if receipt.passage:
        entry["passage"] = receipt.passage
    if receipt.unpublished:
        entry["unpublished"] = True
    if receipt.sent:
        entry["sent"] = list(receipt.sent)
    return entry


def _reviewed(review: Review) -> dict[str, object]:
    note = {"note": review.note} if review.note else {}
    return {"date": review.date, "accepted": dict(review.accepted), **note}
