"""Large decks to measure with, made of the real one's items."""

import json
from dataclasses import replace
from pathlib import Path

from studyguide.deck.item import KINDS, Item
from studyguide.guide.guide import Guide, GuideSection, compose, numbered
from studyguide.loading.load import load
from studyguide.lock.on_disk import open_lock
from tests.places import ROOT

DECK = ROOT / "cards" / "soviet-miners"


def many_items(count: int) -> list[dict[str, object]]:
    """Give as many items, those of the real deck again and again under numbered ids."""
    deck, _ = load(DECK)
    assert deck
    items = [_record(item) for item in deck.items]
    return [{**items[n % len(items)], "id": f"item-{n}"} for n in range(count)]


def _record(item: Item) -> dict[str, object]:
    record: dict[str, object] = {"id": item.id.value, item.kind: item.prompt.value}
    if answer_key := KINDS[item.kind][1]:
        answers = [answer.value for answer in item.answers]
        record[answer_key] = answers if item.is_list else answers[0]
    quotations = [quotation.value for quotation in item.evidence]
    record["evidence"] = quotations if len(quotations) > 1 else quotations[0]
    if item.wording:
        record["wording"] = {key.value: value.value for key, value in item.wording}
    if item.tags:
        record["tags"] = [tag.value for tag in item.tags]
    return record


def write_deck(folder: Path, items: list[dict[str, object]]) -> None:
    """Write items as a curator would: plain values, lists and mappings in brackets."""
    folder.mkdir()
    (folder / "deck.yaml").write_text("id: many\ntitle: Many\n", encoding="utf-8")
    lines = ["section: 1", "title: Many", "summary: Many items.", "items:"]
    for item in items:
        keys = (f"{key}: {_value(value)}" for key, value in item.items())
        lines += ["  - " + "\n    ".join(keys), ""]
    (folder / "1-many.yaml").write_text("\n".join(lines), encoding="utf-8")


def _value(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_quoted(each) for each in value) + "]"
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{_quoted(key)}: {_quoted(each)}" for key, each in value.items()) + "}"
        )
    text = str(value)
    is_plain = text[0] not in "\"'[{#&*!|>%@`-?:," and ": " not in text and " #" not in text
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if set(text) & set(",:{}[]#\"'&*!|>%@`") else text


def many_entries(count: int) -> Guide:
    """Compose a guide of as many entries."""
    deck, _ = load(DECK)
    assert deck
    guide = compose(deck, open_lock(DECK / "deck.lock"))
    sections = guide.sections[:count]
    each = count // len(sections) + 1
    return replace(guide, sections=tuple(_longer(section, each) for section in sections))


def _longer(section: GuideSection, count: int) -> GuideSection:
    entries = section.entries
    longer = (
        replace(
            entries[n % len(entries)], id=f"s{section.number}-{n}", origin=f"s{section.number}-{n}"
        )
        for n in range(count)
    )
    return numbered(replace(section, entries=tuple(longer)))
