"""Which pictures paper shows: those of answers that stand before the key already it shows once, and leads to their page."""

from dataclasses import replace

from studyguide.guide.guide import Entry, Guide
from studyguide.printing.lines.ink import with_ink
from studyguide.printing.lines.picture_rooms import is_listed
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates


def with_pictures(guide: Guide, templates: Templates, layout: Layout) -> Guide:
    """Tell which pictures paper shows, and which part of them."""
    return with_ink(with_seen(guide, layout), templates)


def with_seen(guide: Guide, layout: Layout) -> Guide:
    """Have answers of the key name the place of a picture that the guide shows before: of the whole, with a question, in a list."""
    if layout.answers != "key" or layout.asks_all:
        return guide
    places = {each.image.digest: f"plate-{n}" for n, each in reversed([*enumerate(guide.plates)])}
    for each in guide.entries:
        shown = (each.asked_picture, each.image if is_listed(each) else None)
        for image in filter(None, shown if each.number else ()):
            places.setdefault(image.digest, f"item-{each.number}")

    def of(entry: Entry) -> Entry:
        place = places.get(entry.image.digest, "") if entry.image else ""
        return replace(entry, image=None, seen=place) if place and not is_listed(entry) else entry

    sections = (replace(each, entries=(*map(of, each.entries),)) for each in guide.sections)
    return replace(guide, sections=(*sections,))
