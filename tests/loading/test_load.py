"""Reading a deck: one finding for one mistake, at its place, and nothing where there is none."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.folders import find_decks
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.loading.load import load
from studyguide.loading.schema_deck import DECK_KEYS, SECTION_KEYS
from studyguide.loading.schema_item import ITEM_KEYS
from studyguide.source.open import open_source
from tests.conftest import picture
from tests.places import ROOT
from tests.table import rows

DECK = "id: mills\ntitle: Mills\n"
HEAD = "section: 1\ntitle: Ponds\nsummary: Water turns a wheel.\nitems:\n"
GOOD = "  - {id: good, term: ebb, definition: the sea going out, evidence: waits for ebb}\n"
Files = dict[str, str | bytes]


def item(*changes: str, drop: str = "") -> str:
    """Give an item's text, with `question` on line 6, `answer` on 7, `evidence` on 8, more from 9.

    A change replaces the line of its key, or is a new line. The item begins on line 5, column 5.
    """
    lines = {
        "id": "id: first",
        "question": "question: What turns?",
        "answer": "answer: a wheel",
        "evidence": "evidence: turns a big wheel",
    }
    lines |= {change.split(":")[0]: change for change in changes}
    lines.pop(drop, None)
    return "  - " + "\n".join(lines.values()).replace("\n", "\n    ") + "\n"


def cloze(*changes: str) -> str:
    """Give the text of a cloze item, with `cloze` on line 6 (its value in column 12)."""
    body = "\n".join(["id: first", *changes, "evidence: turns a big wheel"])
    return "  - " + body.replace("\n", "\n    ") + "\n"


def section(text: str) -> Files:
    """Make a deck of one section with the given items, and a good one after them."""
    return {"deck.yaml": DECK, "1-ponds.yaml": HEAD + text + GOOD}


def write(folder: Path, files: Files) -> Path:
    """Write a deck's files."""
    deck = folder / "deck"
    for name, content in files.items():
        path = deck / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return deck


def places(folder: Path, findings: tuple[Finding, ...]) -> list[str]:
    """Write findings as `file:line:column code`."""
    return [
        f"{place.path.relative_to(folder)}:{place.line}:{place.column} {finding.code}"
        for finding in sorted(findings)
        for place in [finding.location]
    ]


def ids(deck: Deck | None) -> list[str]:
    """List the ids of the items that could be read."""
    return [item.id.value for item in deck.items] if deck else []


# One mistake in an item: what it is called, the item, line:column and code, and part of the help.

IN_ITEMS: list[tuple[str, str, str, str]] = [
    # `: ` without quotes
    ("colon-in-id", item("id: a: b"), "5:10 yaml-colon", 'id: "a: b"'),
    ("colon-in-question", item("question: The mill: why?"), "6:23 yaml-colon", '"The mill: why?"'),
    ("colon-in-answer", item("answer: two: a and b"), "7:16 yaml-colon", 'answer: "two: a and b"'),
    ("colon-in-evidence", item("evidence: a: b"), "8:16 yaml-colon", 'evidence: "a: b"'),
    ("colon-in-note", item("note: see: there"), "9:14 yaml-colon", 'note: "see: there"'),
    ("colon-at-the-end", item("answer: these:"), "7:18 yaml-colon", 'answer: "these:"'),
    ("two-colons-in-one-value", item("answer: a: b: c"), "7:14 yaml-colon", '"a: b: c"'),
    ("colon-and-quotes", item('answer: so "he": no'), "7:20 yaml-colon", "'so \"he\": no'"),
    ("colon-in-a-list", item("answer:\n  - a\n  - b: c"), "9:10 yaml-colon", '"b: c"'),
    ("colons-in-a-list", item("answer:\n  - a: b: c"), "8:10 yaml-colon", '"a: b: c"'),
    ("colon-in-brackets", item("answer: [a, b: c, d]"), "7:18 yaml-colon", '"b: c"'),
    ("colon-below-the-key", item("answer:\n  a: b"), "8:8 yaml-colon", '"a: b"'),
    ("colon-on-a-second-line", item("answer: one\n  and two: b"), "8:14 yaml-colon", '"…"'),
    ("colon-in-wording", item("wording: {a: b: c}"), "9:19 yaml-flow", '"…"'),
    ("colon-in-wording-lines", item("wording:\n  a: b: c"), "10:11 yaml-colon", 'a: "b: c"'),
    # values that begin with a sign of YAML's
    ("braces-no-yaml", item("answer: {{c1::a}} b"), "7:13 yaml-brace", '"{{c1::a}} b"'),
    ("braces-that-are-yaml", item("answer: {{c1::a}}"), "7:13 yaml-brace", '"{{c1::a}}"'),
    ("cloze-in-braces", cloze("cloze: {{c1::a}}"), "6:12 yaml-brace", '"{{c1::a}}"'),
    ("cloze-begins-so", cloze("cloze: {{c1::a}} is"), "6:12 yaml-brace", '"{{c1::a}} is"'),
    ("cloze-two-in-braces", cloze("cloze: {{c1::a}} {{c2::b}}"), "6:12 yaml-brace", "cloze: "),
    ("brace", item("answer: {a} b"), "7:13 yaml-brace", '"{a} b"'),
    ("brace-that-is-yaml", item("answer: {a: b}"), "7:13 yaml-brace", '"{a: b}"'),
    ("bracket", item("answer: [the] mill"), "7:13 yaml-brace", '"[the] mill"'),
    ("bracket-open", item("answer: [a, b"), "7:13 yaml-brace", "end it with `]`"),
    ("bracket-quote-and-more", item('answer: ["a" b, c]'), "7:18 yaml-flow", '"…"'),
    ("star", item("answer: *note this"), "7:13 yaml-indicator", '"*note this"'),
    ("at-sign", item("answer: @home"), "7:13 yaml-indicator", '"@home"'),
    ("backtick", item("answer: `code`"), "7:13 yaml-indicator", '"`code`"'),
    ("percent", item("answer: % of it"), "7:13 yaml-indicator", '"% of it"'),
    ("ampersand-alone", item("answer: & co"), "7:13 yaml-indicator", '"& co"'),
    ("comma", item("answer: , and"), "7:13 yaml-indicator", '", and"'),
    ("dash", item("answer: - a"), "7:13 yaml-indicator", '"- a"'),
    ("dash-of-a-list", item("answer: - a"), "7:13 yaml-indicator", "a line of its own"),
    ("question-mark", item("answer: ? a"), "7:13 yaml-indicator", '"? a"'),
    ("greater-than", item("answer: > 40"), "7:13 yaml-indicator", '"> 40"'),
    ("bar", item("answer: | 40"), "7:13 yaml-indicator", '"| 40"'),
    ("bracket-closes", item("answer: ] a"), "7:13 yaml-indicator", '"] a"'),
    ("list-element-at", item("answer:\n  - a\n  - @b"), "9:9 yaml-indicator", '"@b"'),
    ("hash", item("answer: #5"), "7:12 value-empty", '"#5"'),
    ("key-at", item("@note: a"), "9:5 yaml-indicator", "remove it"),
    ("key-in-braces", item("{{note}}: a"), "9:5 key-type", "quote"),
    ("anchor", item("answer: &a wheel"), "7:13 yaml-anchor", "quote the value"),
    ("anchor-on-a-list", item("answer: &a [b, c]"), "7:13 yaml-anchor", "remove it"),
    ("anchor-alone", item("answer: &a"), "7:13 yaml-anchor", "remove it"),
    ("alias", item("answer: *a"), "7:13 yaml-alias", "quote it"),
    ("tag-of-yaml", item("answer: !!int 40"), "7:13 yaml-tag", "quote the value"),
    ("tag-of-ones-own", item("answer: !important a"), "7:13 yaml-tag", "remove it"),
    ("tag-alone", item("answer: !important"), "7:13 yaml-tag", "remove it"),
    ("tag-python", item("answer: !!python/object:os.system a"), "7:13 yaml-tag", "remove it"),
    # quotation marks
    ("quoted-and-more", item('answer: "a" and more'), "7:17 yaml-quote", "'\"a\" and more'"),
    ("quoted-once-and-more", item("answer: 'a' and more"), "7:17 yaml-quote", "\"'a' and more\""),
    ("quoted-twice", item('answer: "a" and "b"'), "7:17 yaml-quote", "'\"a\" and \"b\"'"),
    ("quote-open", item('answer: "a wheel'), "7:13 yaml-quote", 'answer: "a wheel"'),
    ("quote-open-before-another", item('question: "What?', 'answer: "4"'), "6:15 yaml-quote", "?"),
    ("apostrophe", item("answer: 'tis a wheel"), "7:13 yaml-quote", "\"'tis a wheel\""),
    ("apostrophe-in-quotes", item("answer: 'miller's'"), "7:21 yaml-quote", "\"miller's\""),
    ("quote-open-in-a-list", item('answer:\n  - "a\n  - b'), "8:9 yaml-quote", 'write "a"'),
    ("backslash", item(r'answer: "C:\miners"'), "7:16 yaml-escape", r"'C:\miners'"),
    # indentation
    ("tab-before-a-key", item().replace("    answer", "\tanswer"), "7:1 yaml-tab", "spaces"),
    ("tab-after-blanks", item().replace("    answer", "    \tanswer"), "7:5 yaml-tab", "spaces"),
    ("tabs-everywhere", item().replace("    ", "\t"), "6:1 yaml-tab", "spaces"),
    ("tab-before-a-dash", item("answer:\n\t- a"), "8:5 yaml-tab", "spaces"),
    ("key-too-deep", item().replace("    answer", "      answer"), "7:7 yaml-indent", "indent"),
    ("key-too-shallow", item().replace("    answer", "   answer"), "7:4 yaml-indent", "indent"),
    ("key-at-the-dash", item().replace("    answer", "  answer"), "7:3 yaml-indent", "indent"),
    ("key-at-the-margin", item().replace("    answer", "answer"), "7:1 yaml-indent", "indent"),
    ("no-colon", item().replace("answer:", "answer"), "7:5 yaml-key", "`key: value`"),
    ("no-blank", item().replace("answer: ", "answer:"), "7:5 yaml-key", "`key: value`"),
    ("wrapped-at-the-key", item("answer: a\nwheel"), "8:5 yaml-key", "indent the line"),
    ("no-dash", item() + item("id: second").replace("-", " "), "9:5 key-duplicate", "`- id: …`"),
    # keys
    ("id-missing", item(drop="id"), "5:5 key-missing", "`id: …`"),
    ("question-missing", item(drop="question"), "5:5 item-kind", "question, cloze"),
    ("answer-missing", item(drop="answer"), "5:5 key-missing", "`answer: …`"),
    ("evidence-missing", item(drop="evidence"), "5:5 key-missing", "`evidence: …`"),
    ("nothing-but-an-id", "  - id: first\n", "5:5 item-kind", "question, cloze"),
    ("id-twice", item("id: first\nid: again"), "6:5 key-duplicate", "keep one"),
    ("answer-twice", item("answer: a\nanswer: b"), "8:5 key-duplicate", "[…, …]"),
    ("question-twice", item("question: a\nquestion: b"), "7:5 key-duplicate", "keep one"),
    ("evidence-twice", item("evidence: a\nevidence: b"), "9:5 key-duplicate", "[…, …]"),
    ("wording-twice", item("wording: {a: b, c: d, a: e}"), "9:27 key-duplicate", "keep one"),
    ("wording-twice-in-lines", item("wording:\n  a: b\n  a: c"), "11:7 key-duplicate", "keep one"),
    ("key-misspelt", item("evidence: a b c", drop="evidence") + "    evidense: a b c\n",
     "8:5 key-unknown", "`evidence:`"),
    ("question-misspelt", item().replace("question", "qestion"), "6:5 key-unknown", "`question:`"),
    ("answer-misspelt", item().replace("answer", "anser"), "7:5 key-unknown", "`answer:`"),
    ("id-misspelt", item().replace("id:", "Id:"), "5:5 key-unknown", "`id:`"),
    ("key-of-the-plural", item("tag: a"), "9:5 key-unknown", "`tags:`"),
    ("key-there-already", item("answers: b"), "9:5 key-unknown", "`answer:` is there already"),
    ("key-unheard-of", item("colour: a"), "9:5 key-unknown", "known here: alt, answer"),
    ("key-of-another-language", item("frage: a"), "9:5 key-unknown", "known here: alt, answer"),
    ("merge-key", item("<<: {a: b}"), "9:5 key-unknown", "known here"),
    ("wording-key-empty", item('wording: {"": b}'), "9:15 key-type", "quote"),
    ("wording-in-double-braces", item("wording: {{a: b}}"), "9:15 key-type", "quote"),
    # kinds
    ("definition-for-a-question", item(drop="answer").replace("evidence", "definition: a\n    evidence"),
     "7:5 key-misplaced", "`answer: …`"),
    ("definition-and-answer", item("definition: a"), "9:5 key-misplaced", "`answer: …`"),
    ("answer-to-a-cloze", cloze("cloze: a {{c1::b}}", "answer: b"), "7:5 key-misplaced", "its own"),
    ("role-of-a-term", cloze("term: a", "role: b"), "7:5 key-misplaced", "`definition: …`"),
    ("event-of-a-person", cloze("person: a", "event: b"), "7:5 key-misplaced", "`role: …`"),
    ("term-without-definition", cloze("term: a"), "5:5 key-missing", "`definition: …`"),
    ("person-without-role", cloze("person: a"), "5:5 key-missing", "`role: …`"),
    ("date-without-event", cloze("date: a"), "5:5 key-missing", "`event: …`"),
    ("question-and-term", item("term: a\ndefinition: b"), "9:5 item-kinds", "two items"),
    ("question-and-cloze", item("cloze: a {{c1::b}}"), "9:5 item-kinds", "two items"),
    ("question-in-reverse", item("reverse: yes"), "9:5 reverse-misplaced", "drop `reverse`"),
    ("cloze-in-reverse", cloze("cloze: a {{c1::b}}", "reverse: yes"), "7:5 reverse-misplaced", "drop"),
    ("index-of-a-question", item("index: a"), "9:5 index-misplaced", "drop `index`"),
    ("index-of-a-term", cloze("term: a", "definition: b", "index: c"), "8:5 index-misplaced", "drop"),
    ("index-list", cloze("person: a", "role: b", "index: [c]"), "8:12 value-type", "one text"),
    ("typed-list", item("answer: [a, b]", "type: yes"), "9:5 type-misplaced", "drop `type`"),
    ("reverse-is-no-flag", item("reverse: maybe"), "9:14 value-flag", "`reverse: yes`"),
    ("type-is-no-flag", item("type: 2"), "9:11 value-flag", "`type: yes`"),
    # values of the wrong shape
    ("id-list", item("id: [a]"), "5:9 value-type", "one text"),
    ("question-list", item("question: [a, b]"), "6:15 value-type", "one text"),
    ("answer-mapping", item("answer:\n  a: b\n  c: d"), "8:7 value-type", "[…, …]"),
    ("answer-list-of-lists", item("answer: [a, [b]]"), "7:17 value-type", "one text"),
    ("evidence-mapping", item("evidence:\n  a: b\n  c: d"), "9:7 value-type", "[…, …]"),
    ("wording-text", item("wording: a"), "9:14 value-type", "{my word: the source's word}"),
    ("wording-list", item("wording: [a: b]"), "9:14 value-type", "{my word: the source's word}"),
    ("wording-of-lists", item("wording: {a: [b]}"), "9:18 value-type", "one text"),
    ("note-list", item("note: [a]"), "9:11 value-type", "one text"),
    ("note-mapping", item("note:\n  a: b\n  c: d"), "10:7 value-type", "one text"),
    ("tags-mapping", item("tags:\n  a: b\n  c: d"), "10:7 value-type", "[…, …]"),
    ("tags-of-lists", item("tags: [[a]]"), "9:12 value-type", "one text"),
    ("image-list", item("image: [a.png]", "alt: a"), "9:12 value-type", "one text"),
    ("alt-list", item("alt: [a]", "image: wheel.png"), "9:10 value-type", "one text"),
    ("reverse-list", item("reverse: [yes]"), "9:14 value-type", "one text"),
    ("type-list", item("type: [yes]"), "9:11 value-type", "one text"),
    ("was-of-lists", item("was: [[a]]"), "9:11 value-type", "one text"),
    ("retired-list", item("retired: [a]"), "9:14 value-type", "one text"),
    ("retired-yes", item("retired: yes"), "9:14 value-type", "`retired: …` with the reason"),
    ("retired-number", item("retired: 1"), "9:14 value-type", "leave the line out"),
    ("term-list", cloze("term: [a]", "definition: b"), "6:11 value-type", "one text"),
    ("definition-list", cloze("term: a", "definition: [b]"), "7:17 value-type", "one text"),
    ("role-list", cloze("person: a", "role: [b]"), "7:11 value-type", "one text"),
    ("event-list", cloze("date: a", "event: [b]"), "7:12 value-type", "one text"),
    ("item-is-a-text", "  - a wheel\n", "5:5 value-type", "`- id: …`"),
    ("item-is-a-list", "  - [a]\n", "5:5 value-type", "`- id: …`"),
    ("item-is-empty", "  -\n", "5:4 value-type", "`- id: …`"),
    # empty values
    ("id-empty", item("id:"), "5:8 value-empty", "after `id:`"),
    ("question-empty", item("question:"), "6:14 value-empty", "after `question:`"),
    ("answer-empty", item("answer:"), "7:12 value-empty", "after `answer:`"),
    ("answer-quotes", item('answer: ""'), "7:13 value-empty", "after `answer:`"),
    ("answer-blank", item('answer: "  "'), "7:13 value-empty", "after `answer:`"),
    ("answer-nothing-seen", item("answer: \u200b"), "7:13 value-empty", "after `answer:`"),
    ("note-nothing-seen", item('note: "\\u00ad \\u2060"'), "9:11 value-empty", "after `note:`"),
    ("answer-no-element", item("answer: []"), "7:13 value-empty", "after `answer:`"),
    ("answer-empty-element", item('answer: [a, ""]'), "7:17 value-empty", "after `answer:`"),
    ("answer-empty-dash", item("answer:\n  - a\n  -"), "9:8 value-empty", "after `answer:`"),
    ("evidence-empty", item("evidence:"), "8:14 value-empty", "after `evidence:`"),
    ("evidence-no-element", item("evidence: []"), "8:15 value-empty", "after `evidence:`"),
    ("wording-empty", item("wording:"), "9:13 value-empty", "after `wording:`"),
    ("wording-no-pair", item("wording: {}"), "9:14 value-empty", "after `wording:`"),
    ("wording-half-a-pair", item("wording: {a: }"), "9:18 value-empty", "after `a:`"),
    ("note-empty", item("note:"), "9:10 value-empty", "after `note:`, or leave the line out"),
    ("tags-empty", item("tags:"), "9:10 value-empty", "after `tags:`"),
    ("image-empty", item("image:"), "9:11 value-empty", "after `image:`"),
    ("alt-empty", item("alt:", "image: wheel.png"), "9:9 value-empty", "after `alt:`"),
    ("reverse-empty", item("reverse:"), "9:13 value-empty", "after `reverse:`"),
    ("type-empty", item("type:"), "9:10 value-empty", "after `type:`"),
    ("was-empty", item("was:"), "9:9 value-empty", "after `was:`"),
    ("retired-empty", item("retired:"), "9:13 value-empty", "after `retired:`"),
    ("cloze-empty", cloze("cloze:"), "6:11 value-empty", "after `cloze:`"),
    ("term-empty", cloze("term:", "definition: b"), "6:10 value-empty", "after `term:`"),
    ("definition-empty", cloze("term: a", "definition:"), "7:16 value-empty", "`definition:`"),
    ("person-empty", cloze("person:", "role: b"), "6:12 value-empty", "after `person:`"),
    ("role-empty", cloze("person: a", "role:"), "7:10 value-empty", "after `role:`"),
    ("date-empty", cloze("date:", "event: b"), "6:10 value-empty", "after `date:`"),
    ("event-empty", cloze("date: a", "event:"), "7:11 value-empty", "after `event:`"),
    # ids, tags and pictures
    ("id-capital", item("id: First"), "5:9 id-malformed", "`id: first`"),
    ("id-blank", item("id: the first"), "5:9 id-malformed", "`id: the-first`"),
    ("id-underscore", item("id: the_first"), "5:9 id-malformed", "`id: the-first`"),
    ("id-hyphen-first", item("id: -first"), "5:9 id-malformed", "`id: first`"),
    ("id-hyphen-last", item("id: first-"), "5:9 id-malformed", "`id: first`"),
    ("id-two-hyphens", item("id: the--first"), "5:9 id-malformed", "`id: the-first`"),
    ("id-accent", item("id: première"), "5:9 id-malformed", "`id: premiere`"),
    ("id-too-long", item(f"id: {'a' * 65}"), "5:9 id-malformed", f"`id: {'a' * 64}`"),
    ("id-quoted-blank", item('id: "first "'), "5:9 id-malformed", "`id: first`"),
    ("id-twice-in-a-file", item("id: good"), "9:10 id-duplicate", "choose another"),
    ("tag-blank", item("tags: [a, b c]"), "9:15 tag-malformed", "`b-c`"),
    ("tags-with-a-comma", item("tags: a, b c"), "9:11 tag-malformed", "`[a, b-c]`"),
    ("tag-hard-blank", item("tags: a\u00a0b"), "9:11 tag-malformed", "`a-b`"),
    ("tag-quote", item("tags: ['a\"b']"), "9:12 tag-malformed", "`a-b`"),
    ("image-without-alt", item("image: wheel.png"), "5:5 key-missing", "`alt: …`"),
    ("alt-without-image", item("alt: a wheel"), "9:5 key-misplaced", "`image: …`"),
    ("tag-begins-with-a-level", item("tags: '::a'"), "9:11 tag-malformed", "write `a`"),
    ("tag-ends-with-a-level", item("tags: 'a::'"), "9:11 tag-malformed", "write `a`"),
    ("tag-without-a-level", item("tags: 'a::::b'"), "9:11 tag-malformed", "write `a::b`"),
    ("tag-of-nothing", item("tags: '::'"), "9:11 tag-malformed", "write `a-tag`"),
    ("tag-of-ours", item("tags: [a, Withdrawn]"), "9:15 tag-malformed", "`retired: why`"),
    ("tag-of-anki", item("tags: [Leech]"), "9:12 tag-malformed", "another word"),
    ("image-above", item("image: ../wheel.png", "alt: a"), "9:12 image-name", "plain file name"),
    ("image-in-a-folder", item("image: a/wheel.png", "alt: a"), "9:12 image-name", "plain file name"),
    ("image-absolute", item("image: /etc/wheel.png", "alt: a"), "9:12 image-name", "plain file name"),
    ("image-no-picture", item("image: wheel.txt", "alt: a"), "9:12 image-name", ".png, .jpg"),
    ("image-no-ending", item("image: wheel", "alt: a"), "9:12 image-name", ".png, .jpg"),
    ("image-not-there", item("image: pond.png", "alt: a"), "9:12 image-missing", "put the file there"),
    ("image-name-too-long", item(f"image: {'a' * 300}.png", "alt: a"), "9:12 image-missing", "put"),
    ("image-is-a-folder", item("image: folder.png", "alt: a"), "9:12 image-missing", "put"),
    # cloze sentences
    ("cloze-none", cloze("cloze: a wheel"), "6:12 cloze-none", "{{c1::"),
    ("cloze-single-braces", cloze("cloze: a {c1::wheel}"), "6:12 cloze-none", "{{c1::"),
    ("cloze-zero", cloze("cloze: a {{c0::wheel}}"), "6:14 cloze-number", "c1 to c499"),
    ("cloze-500", cloze("cloze: a {{c500::wheel}}"), "6:14 cloze-number", "c1 to c499"),
    ("cloze-unclosed", cloze("cloze: a {{c1::wheel"), "6:14 cloze-unclosed", "}}"),
    ("cloze-half-closed", cloze("cloze: a {{c1::wheel}"), "6:14 cloze-unclosed", "}}"),
    ("cloze-nested", cloze("cloze: a {{c1::b {{c2::c}}}}"), "6:22 cloze-nested", "side by side"),
    ("cloze-stray", cloze("cloze: a {{c1::b}} c}}"), "6:25 cloze-stray", "drop it"),
    ("cloze-two-numbers", cloze("cloze: a {{c1,2::b}}"), "6:14 cloze-malformed", "{{c1::"),
    ("cloze-no-number", cloze("cloze: a {{wheel}}"), "6:14 cloze-malformed", "{{c1::"),
    ("cloze-hides-nothing", cloze("cloze: a {{c1::}}"), "6:14 cloze-empty", "after the `::`"),
    ("cloze-hides-only-a-hint", cloze("cloze: a {{c1::::b}}"), "6:14 cloze-empty", "after the `::`"),
    ("cloze-second-line", cloze("cloze: a b\n  c {{c0::d}}"), "7:9 cloze-number", "c499"),
    ("cloze-second-line-quoted", cloze('cloze: "a b\n  c {{c0::d}}"'), "7:9 cloze-number", "c499"),
    ("cloze-folded", cloze("cloze: >\n  a b\n  c {{c0::d}}"), "8:9 cloze-number", "c499"),
    ("cloze-folded-stripped", cloze("cloze: >-\n  a\n\n  c {{c0::d}}"), "9:9 cloze-number", "c499"),
    ("cloze-literal", cloze("cloze: |\n  a b\n  c {{c0::d}}"), "8:9 cloze-number", "c499"),
    ("cloze-third-line", cloze("cloze: a\n  b {{c1::c}}\n  d }}"), "8:9 cloze-stray", "drop it"),
    ("cloze-after-escapes", cloze(r'cloze: "\"a\" \u00e9 {{c0::b}}"'), "6:26 cloze-number", "c499"),
    ("cloze-after-doubled", cloze("cloze: 'it''s {{c0::b}}'"), "6:19 cloze-number", "c499"),
    ("cloze-after-astral", cloze("cloze: 😀 é {{c0::b}}"), "6:16 cloze-number", "c499"),
    ("dashes-before-keys", "  - id: x\n  - question: a?\n  - answer: b\n", "6:5 yaml-indent", "first line"),
    # what only looks like a sign of YAML
    ("dash-of-print", item() + item().replace("- id", "– id"), "9:3 yaml-indent", "type `-`"),
    ("bullet", item() + item().replace("- id", "• id"), "9:3 yaml-indent", "type `-`"),
    ("indented-with-no-break-spaces", item().replace("    answer", "   \u00a0answer"), "7:4 yaml-indent", "type spaces"),
    ("wide-space-after-colon", item().replace("answer: ", "answer:\u3000"), "7:12 yaml-key", "type a space"),
    ("wide-colon", item().replace("answer: ", "answer："), "7:11 yaml-key", "type `: `"),
    ("quotes-inside-quotes", item('note: "How "many" days"'), "9:17 yaml-quote", """note: 'How "many" days'"""),
    ("two-quoted-words", item('note: "many" or "few"'), "9:18 yaml-quote", """note: '"many" or "few"'"""),
    # what no editor shows
    ("control-character", item("answer: a\x07 wheel"), "7:14 yaml-character", "delete it"),
    ("line-separator", item("answer: a\u2028wheel"), "7:14 yaml-character", "delete it"),
    ("next-line", item("answer: a\x85wheel"), "7:14 yaml-character", "delete it"),
    ("mark-within", item("answer: \ufeffa wheel"), "7:13 yaml-character", "delete it"),
    ("control-in-a-comment", item("# a\x1b wheel"), "9:8 yaml-character", "delete it"),
    ("control-between-items", item() + "# a\x1b wheel\n", "9:4 yaml-character", "delete it"),
    ("control-by-its-number", item(r'answer: "a\x07 wheel"'), "7:15 yaml-character", "delete it"),
    ("control-by-its-letter", item(r'answer: "\\ \" a\e wheel"'), "7:21 yaml-character", "delete it"),
    ("zero-escaped", item('answer: ["a", "b\\0"]'), "7:21 yaml-character", "delete it"),
    ("nested-deeply", item(f"answer: {'[' * 9}a{']' * 9}"), "7:17 yaml-nesting", "README"),
]  # fmt: skip


def _row(name: str, *row: object) -> object:
    return pytest.param(*row, id=name)


@rows(("text", "found", "help"), [_row(*row) for row in IN_ITEMS])
def test_a_mistake_in_an_item(tmp_path: Path, text: str, found: str, help: str) -> None:
    folder = write(
        tmp_path, section(text) | {"media/wheel.png": picture(), "media/folder.png/x": b""}
    )
    deck, findings = load(folder)
    assert places(folder, findings) == [f"1-ponds.yaml:{found}"]
    assert help in findings[0].help
    assert (findings[0].severity, findings[0].deck, findings[0].section) == ("error", "mills", 1)
    assert ids(deck)[-1:] == ["good"]


# One mistake in a section file: what it is called, the whole text, and as above.

NO_KEY = "`key: value`"
NUMBER = "such as `section: 1`"
WHOLE = HEAD + GOOD

IN_SECTION_FILES: list[tuple[str, str | bytes, str, str]] = [
    # the keys of a section
    ("section-missing", WHOLE[11:], "1:1 key-missing", "`section: …`"),
    ("title-missing", WHOLE.replace("title: Ponds\n", ""), "1:1 key-missing", "`title: …`"),
    ("summary-missing", WHOLE.replace("summary: W", "# W"), "1:1 key-missing", "`summary: …`"),
    ("items-missing", HEAD.replace("items:\n", ""), "1:1 key-missing", "`items:`"),
    ("section-empty", WHOLE.replace(": 1", ":"), "1:9 value-empty", "after `section:`"),
    ("title-empty", WHOLE.replace(" Ponds", ""), "2:7 value-empty", "after `title:`"),
    ("summary-empty", WHOLE.replace("Water turns a wheel.", '""'), "3:10 value-empty", "`summary:`"),
    ("section-list", WHOLE.replace(": 1", ": [1]"), "1:10 value-type", "one text"),
    ("title-list", WHOLE.replace("Ponds", "[Ponds]"), "2:8 value-type", "one text"),
    ("summary-mapping", WHOLE.replace("Water", "{a: b} #"), "3:10 yaml-brace", "summary: "),
    ("items-text", HEAD[:-1] + " none\n", "4:8 value-type", "`- id: …`"),
    ("items-without-dashes", HEAD + "  id: a\n  term: b\n", "5:3 value-type", "`- id: …`"),
    ("section-twice", WHOLE + "section: 1\n", "6:1 key-duplicate", "keep one"),
    ("title-twice", WHOLE + "title: Dams\n", "6:1 key-duplicate", "keep one"),
    ("items-twice", WHOLE + "items:\n" + item(), "6:1 key-duplicate", "keep one"),
    ("title-misspelt", WHOLE.replace("title", "titel"), "2:1 key-unknown", "`title:`"),
    ("wide-colon", WHOLE.replace("title:", "title："), "2:6 yaml-key", "type `: `"),
    ("summary-misspelt", WHOLE.replace("summary", "sumary"), "3:1 key-unknown", "`summary:`"),
    ("key-unknown", WHOLE + "author: me\n", "6:1 key-unknown", "known here: items, section"),
    ("id-of-a-section", "id: a\n" + WHOLE, "1:1 key-unknown", "known here"),
    ("colon-in-title", WHOLE.replace("Ponds", "Ponds: dams"), "2:13 yaml-colon", '"Ponds: dams"'),
    ("colon-in-summary", WHOLE.replace("turns", "turns:"), "3:21 yaml-colon", "summary: "),
    ("braces-in-title", WHOLE.replace("Ponds", "{{Ponds}}"), "2:8 yaml-brace", '"{{Ponds}}"'),
    ("quote-in-title", WHOLE.replace("Ponds", '"Ponds" and'), "2:16 yaml-quote", "'\"Ponds\" and'"),
    ("quote-open-in-title", WHOLE.replace("Ponds", '"Ponds'), "2:8 yaml-quote", '"Ponds"'),
    ("percent-in-title", WHOLE.replace("Ponds", "%"), "2:8 yaml-indicator", '"%"'),
    ("tab-before-title", WHOLE.replace("title", "\ttitle"), "2:1 yaml-tab", "spaces"),
    ("key-in-braces", "{{a}}: b\n" + WHOLE, "1:1 key-type", "quote"),
    # the number
    ("number-word", WHOLE.replace("1", "one"), "1:10 value-number", NUMBER),
    ("number-negative", WHOLE.replace("1", "-1"), "1:10 value-number", NUMBER),
    ("number-decimal", WHOLE.replace("1", "1.0"), "1:10 value-number", NUMBER),
    ("number-leading-zero", WHOLE.replace("1", "01"), "1:10 value-number", NUMBER),
    ("number-power", WHOLE.replace("1", "1e1"), "1:10 value-number", NUMBER),
    ("number-large", WHOLE.replace("1", "10000"), "1:10 value-number", NUMBER),
    ("number-huge", WHOLE.replace("1", "9" * 5000), "1:10 value-number", NUMBER),
    ("number-roman", WHOLE.replace("1", "II"), "1:10 value-number", NUMBER),
    ("number-fullwidth", WHOLE.replace("1", "１"), "1:10 value-number", NUMBER),
    ("number-two", WHOLE.replace("1", "1 2"), "1:10 value-number", NUMBER),
    # lines and documents
    ("line-without-colon", WHOLE.replace("title:", "title"), "2:1 yaml-key", NO_KEY),
    ("line-without-blank", WHOLE.replace("title: ", "title:"), "2:1 yaml-key", NO_KEY),
    ("line-of-one-word", WHOLE.replace("title: Ponds", "title"), "2:1 yaml-key", NO_KEY),
    ("line-before-all", "Ponds\n" + WHOLE, "1:1 yaml-key", NO_KEY),
    ("line-after-all", WHOLE + "The end.\n", "6:1 yaml-key", NO_KEY),
    ("wrapped", WHOLE.replace("turns a", "turns\na\nbig\n"), "4:1 yaml-key", "indent the line"),
    ("wrapped-folded", WHOLE.replace("Water", ">\nWater"), "4:1 yaml-key", "indent the line"),
    ("wrapped-quoted", WHOLE.replace("Water turns a wheel.", '"Water\nturns."'), "3:10 yaml-quote", "W"),
    ("summary-on-two-lines", WHOLE.replace("turns", "\n  turns a: b"), "4:10 yaml-colon", '"…"'),
    ("document-after", WHOLE + "---\n" + WHOLE, "6:1 yaml-documents", "remove the `---` line"),
    ("document-empty", WHOLE + "---\n", "6:1 yaml-documents", "remove the `---` line"),
    ("document-within", HEAD + item() + "---\n" + GOOD, "9:1 yaml-documents", "remove the `---` line"),
    ("document-after-end", WHOLE + "...\na: b\n", "6:1 yaml-documents", "remove the `...` line"),
    ("empty", "", "1:1 file-empty", "`section: …`"),
    ("blank", " \n\n", "1:1 file-empty", "`section: …`"),
    ("only-comments", "# to do\n\n# more\n", "1:1 file-empty", "`section: …`"),
    ("only-a-document-line", "---\n", "1:1 file-empty", "`section: …`"),
    ("only-a-mark", b"\xef\xbb\xbf", "1:1 file-empty", "`section: …`"),
    ("a-text", "Ponds\n", "1:1 yaml-key", NO_KEY),
    ("a-number", "42", "1:1 yaml-key", NO_KEY),
    ("a-list", "- a\n- b\n", "1:1 file-shape", "`section: 1`"),
    ("only-items", item(), "1:3 file-shape", "`section: 1`"),
    ("json-list", '["a", "b"]', "1:1 file-shape", "`section: 1`"),
    # items
    ("dash-too-deep", HEAD + item() + item("id: a").replace("  -", "    -"), "9:5 yaml-indent", "i"),
    ("dash-too-shallow", HEAD + item() + item("id: a").replace("  -", "-"), "9:1 yaml-indent", "in"),
    ("dash-without-blank", HEAD + item() + item("id: a").replace("- ", "-"), "9:3 yaml-indent", "i"),
    ("slip-in-the-second", HEAD + item() + item("id: b", "answer: a: b"), "11:14 yaml-colon", '"a: b"'),
    ("slip-in-the-last", HEAD + GOOD + item("answer: @a").rstrip(), "8:13 yaml-indicator", '"@a"'),
    ("all-indented", ("\n" + HEAD + item("answer: a: b")).replace("\n", "\n  "), "8:16 yaml-colon", "a"),
    ("dashes-on-their-own-lines", HEAD + "  -\n    " + item("note: a: b")[4:], "10:12 yaml-colon", '"a: b"'),
    # how the file is stored
    ("latin-1", WHOLE.replace("Ponds", "Étang").encode("latin-1"), "2:8 file-encoding", "UTF-8"),
    ("latin-1-further-on", (WHOLE + "# é\n").encode("latin-1"), "6:3 file-encoding", "UTF-8"),
    ("latin-1-after-others", "# éé ".encode() + b"\xe9\n", "1:6 file-encoding", "UTF-8"),
    ("latin-1-after-a-mark", b"\xef\xbb\xbfa: \xe9\n", "1:4 file-encoding", "UTF-8"),
    ("word-processor", b"PK\x03\x04\x14\xcd", "1:1 file-encoding", "plain text"),
    ("utf-16", WHOLE.encode("utf-16"), "1:1 file-encoding", "UTF-8"),
    ("utf-16-without-mark", WHOLE.encode("utf-16-le"), "1:2 file-encoding", "UTF-8"),
    ("utf-32", WHOLE.encode("utf-32"), "1:1 file-encoding", "UTF-8"),
    ("surrogates", b"a: \xed\xa0\x80", "1:4 file-encoding", "UTF-8"),
    ("cut-off", "# é".encode()[:-1], "1:3 file-encoding", "UTF-8"),
    ("zero-byte", b"section: 1\ntitle: a\x00b\n", "2:9 file-encoding", "UTF-8"),
    ("mark-on-line-1", b"\xef\xbb\xbf" + WHOLE.replace("1", "one").encode(), "1:10 value-number", NUMBER),
    ("mark-further-on", b"\xef\xbb\xbf" + HEAD.encode() + item("answer: a: b").encode(),
     "7:14 yaml-colon", '"a: b"'),
    ("crlf", (HEAD + item("answer: a: b")).replace("\n", "\r\n"), "7:14 yaml-colon", '"a: b"'),
    ("crlf-quote", (HEAD + item('answer: "a" b')).replace("\n", "\r\n"), "7:17 yaml-quote", "'\"a\" b'"),
    ("crlf-open", (HEAD + item('answer: "a')).replace("\n", "\r\n"), "7:13 yaml-quote", 'answer: "a"'),
    ("crlf-folded", (HEAD + cloze("cloze: >\n  a\n  b }}")).replace("\n", "\r\n"),
     "8:9 cloze-stray", "drop it"),
    ("cr", (HEAD + item("answer: a: b")).replace("\n", "\r"), "7:14 yaml-colon", '"a: b"'),
    ("cr-once", HEAD + item().replace("\n    answer: ", "\r    answer: @"), "7:13 yaml-indicator", "@"),
    ("crlf-and-lf", HEAD.replace("\n", "\r\n") + item("answer: a: b"), "7:14 yaml-colon", '"a: b"'),
    ("control-in-the-head", WHOLE.replace("Ponds", "Po\x08nds"), "2:10 yaml-character", "delete it"),
    ("control-before-all", "#\x01\n" + WHOLE, "1:2 yaml-character", "delete it"),
    ("mark-before-the-second-line", WHOLE.replace("title", "\ufefftitle"), "2:1 yaml-character", "delete"),
]  # fmt: skip


@rows(("text", "found", "help"), [_row(*row) for row in IN_SECTION_FILES])
def test_a_mistake_in_a_section_file(
    tmp_path: Path, text: str | bytes, found: str, help: str
) -> None:
    folder = write(tmp_path, {"deck.yaml": DECK, "1-ponds.yaml": text})
    deck, findings = load(folder)
    assert places(folder, findings) == [f"1-ponds.yaml:{found}"]
    assert help in findings[0].help
    assert deck


IN_DECK_FILES: list[tuple[str, str | bytes, str, str]] = [
    ("id-missing", "title: Mills\n", "1:1 key-missing", "`id: …`"),
    ("title-missing", "id: mills\n", "1:1 key-missing", "`title: …`"),
    ("id-empty", "id:\ntitle: Mills\n", "1:4 value-empty", "after `id:`"),
    ("title-empty", "id: mills\ntitle:\n", "2:7 value-empty", "after `title:`"),
    ("id-malformed", "id: Tide Mills\ntitle: Mills\n", "1:5 id-malformed", "`id: tide-mills`"),
    ("id-list", "id: [mills]\ntitle: Mills\n", "1:5 value-type", "one text"),
    ("id-twice", "id: mills\nid: ponds\ntitle: Mills\n", "2:1 key-duplicate", "keep one"),
    ("title-twice", DECK + "title: Ponds\n", "3:1 key-duplicate", "keep one"),
    ("title-misspelt", DECK.replace("title", "titel"), "2:1 key-unknown", "`title:`"),
    ("author-misspelt", DECK + "autor: me\n", "3:1 key-unknown", "`author:`"),
    ("accept-yes", DECK + "accept: {rival: yes}\n", "3:17 value-type", "`rival: …` with the reason"),
    ("key-unknown", DECK + "colour: blue\n", "3:1 key-unknown", "known here: accept, aliases"),
    ("title-colon", "id: mills\ntitle: Mills: tides\n", "2:13 yaml-colon", '"Mills: tides"'),
    ("author-empty", DECK + "author:\n", "3:8 value-empty", "after `author:`"),
    ("work-empty", DECK + "work:\n", "3:6 value-empty", "after `work:`"),
    ("rights-empty", DECK + "rights: ''\n", "3:9 value-empty", "after `rights:`"),
    ("author-list", DECK + "author: [me]\n", "3:9 value-type", "one text"),
    ("work-list", DECK + "work: [a]\n", "3:7 value-type", "one text"),
    ("rights-list", DECK + "rights: [a]\n", "3:9 value-type", "one text"),
    ("language-name", DECK + "language: English\n", "3:11 value-language", "`en`"),
    ("language-underscore", DECK + "language: en_GB\n", "3:11 value-language", "`pt-BR`"),
    ("language-one-letter", DECK + "language: e\n", "3:11 value-language", "`en`"),
    ("language-empty", DECK + "language:\n", "3:10 value-empty", "after `language:`"),
    ("language-list", DECK + "language: [en]\n", "3:11 value-type", "one text"),
    ("quotation-percent", DECK + "quotation: {share: 25%}\n", "3:20 value-number", "0.25"),
    ("quotation-above-one", DECK + "quotation: {share: 25}\n", "3:20 value-number", "0.25"),
    ("quotation-negative", DECK + "quotation: {share: -0.1}\n", "3:20 value-number", "0.25"),
    ("quotation-not-a-number", DECK + "quotation: {share: nan}\n", "3:20 value-number", "0.25"),
    ("quotation-underscore", DECK + "quotation: {run: 1_5}\n", "3:18 value-number", "15"),
    ("quotation-half-a-word", DECK + "quotation: {run: 15.5}\n", "3:18 value-number", "15"),
    ("quotation-no-word", DECK + "quotation: {run: 0}\n", "3:18 value-number", "15"),
    ("quotation-misspelt", DECK + "quotation: {shar: 0.2}\n", "3:13 key-unknown", "`share:`"),
    ("quotation-unknown", DECK + "quotation: {most: 0.2}\n", "3:13 key-unknown", "run, share"),
    ("quotation-twice", DECK + "quotation: {run: 9, run: 8}\n", "3:21 key-duplicate", "keep one"),
    ("quotation-number", DECK + "quotation: 0.25\n", "3:12 value-type", "{share: 0.25, run: 15}"),
    ("quotation-empty", DECK + "quotation:\n", "3:11 value-empty", "after `quotation:`"),
    ("quotation-half", DECK + "quotation: {run: }\n", "3:18 value-empty", "after `run:`"),
    ("openings-word", DECK + "openings: {one: a}\n", "3:12 value-number", "section 1"),
    ("openings-letter", DECK + "openings: {a: a}\n", "3:12 value-number", "section 1"),
    ("openings-text", DECK + "openings: a\n", "3:11 value-type", "{1: the first words"),
    ("openings-list", DECK + "openings: [a]\n", "3:11 value-type", "{1: the first words"),
    ("openings-twice", DECK + "openings: {1: a, 1: b}\n", "3:18 key-duplicate", "keep one"),
    ("openings-empty", DECK + "openings: {}\n", "3:11 value-empty", "after `openings:`"),
    ("openings-colon", DECK + "openings: {1: a: b}\n", "3:16 yaml-flow", '"…"'),
    ("aliases-text", DECK + "aliases: a\n", "3:10 value-type", "{one name: another"),
    ("aliases-list", DECK + "aliases: [a]\n", "3:10 value-type", "{one name: another"),
    ("aliases-empty", DECK + "aliases:\n", "3:9 value-empty", "after `aliases:`"),
    ("aliases-half", DECK + "aliases: {Urals}\n", "3:16 value-empty", "after `Urals:`"),
    ("aliases-twice", DECK + "aliases:\n  a: b\n  a: c\n", "5:3 key-duplicate", "keep one"),
    ("aliases-colon", DECK + "aliases:\n  a: b: c\n", "4:7 yaml-colon", 'a: "b: c"'),
    ("empty", "", "1:1 file-empty", "`id: …`"),
    ("a-list", "- id: mills\n", "1:1 file-shape", "`id: my-deck`"),
    ("latin-1", "id: mills\ntitle: Étang\n".encode("latin-1"), "2:8 file-encoding", "UTF-8"),
    ("tab", "id: mills\n\ttitle: Mills\n", "2:1 yaml-tab", "spaces"),
    ("document", DECK + "---\nid: a\n", "3:1 yaml-documents", "remove the `---` line"),
    ("anchor", "id: &a mills\ntitle: Mills\n", "1:5 yaml-anchor", "remove it"),
]  # fmt: skip


@rows(("text", "found", "help"), [_row(*row) for row in IN_DECK_FILES])
def test_a_mistake_in_a_deck_file(tmp_path: Path, text: str | bytes, found: str, help: str) -> None:
    folder = write(tmp_path, {"deck.yaml": text, "1-ponds.yaml": WHOLE})
    _, findings = load(folder)
    assert places(folder, findings) == [f"deck.yaml:{found}"]
    assert help in findings[0].help


# Mistakes that concern several files, or the folder; a file is `None` where it is made by hand.

NOTHING = HEAD.replace("items:\n", "items: []\n")


def numbered(*numbers: int) -> Files:
    """Make a deck of empty sections with these numbers, in files of the order given."""
    return {"deck.yaml": DECK} | {
        f"{place}.yaml": NOTHING.replace("1", str(number), 1)
        for place, number in enumerate(numbers, 1)
    }


IN_FOLDERS: list[tuple[str, Files, list[str], str]] = [
    ("no-section", {"deck.yaml": DECK}, ["deck.yaml:1:1 section-missing"], "1-….yaml"),
    ("no-section", {"deck.yaml": DECK}, ["deck.yaml:1:1 section-missing"], "add 1-….yaml"),
    ("section-twice", numbered(1, 1), ["2.yaml:1:1 section-duplicate"], "correct the number"),
    ("section-thrice", numbered(2, 2, 1, 2),
     ["2.yaml:1:1 section-duplicate", "4.yaml:1:1 section-duplicate"], "correct the number"),
    ("section-twice-below-a-comment",
     numbered(1) | {"b.yaml": "# section one\n" + NOTHING}, ["b.yaml:2:1 section-duplicate"], "number"),
    ("number-wrong-hides-a-gap", numbered(2) | {"b.yaml": NOTHING.replace("1", "x")},
     ["b.yaml:1:10 value-number"], "`section: 1`"),
    ("yml", numbered(1) | {"2-dams.yml": NOTHING}, ["2-dams.yml:1:1 file-name"], "2-dams.yaml"),
    ("capitals", numbered(1) | {"2-dams.YAML": NOTHING}, ["2-dams.YAML:1:1 file-name"], "2-dams.yaml"),
    ("text-by-an-editor", numbered(1) | {"2-a.b.Yaml.txt": NOTHING}, ["2-a.b.Yaml.txt:1:1 file-name"], "2-a.b.yaml"),
    ("notes-beside-it", numbered(1) | {"2-dams.txt": "x", "2.yaml.bak": "x", "2.yaml~": "x", "1.yaml.orig": "x"}, [], ""),
    ("folder-named-so", numbered(1) | {"2-dams.yaml/a": ""}, ["2-dams.yaml:1:1 file-outside"], "file"),
    ("id-in-two-files",
     {"deck.yaml": DECK, "1.yaml": WHOLE, "2.yaml": HEAD.replace("1", "2") + GOOD},
     ["2.yaml:5:10 id-duplicate"], "choose another"),
    ("id-in-three-places",
     {"deck.yaml": DECK, "1.yaml": WHOLE + GOOD, "2.yaml": HEAD.replace("1", "2") + GOOD},
     ["1.yaml:6:10 id-duplicate", "2.yaml:5:10 id-duplicate"], "choose another"),
    ("id-of-a-broken-item",
     section(item("id: good", "answer: a: b")),
     ["1-ponds.yaml:7:14 yaml-colon", "1-ponds.yaml:9:10 id-duplicate"], ""),
    ("a-mistake-in-each-file",
     {"deck.yaml": DECK + "colour: blue\n", "1.yaml": HEAD + item("note:"), "2.yaml": "section: two\n",
      "3.yaml": b"\xff", "4.yml": ""},
     ["1.yaml:9:10 value-empty", "2.yaml:1:10 value-number", "2.yaml:1:1 key-missing",
      "2.yaml:1:1 key-missing", "2.yaml:1:1 key-missing", "3.yaml:1:1 file-encoding",
      "4.yml:1:1 file-name", "deck.yaml:3:1 key-unknown"], ""),
    ("all-slips-of-an-item", section(item("id: @a", 'question: "a" b', "answer: c: d", "evidence: `e")),
     ["1-ponds.yaml:5:9 yaml-indicator", "1-ponds.yaml:6:19 yaml-quote", "1-ponds.yaml:7:14 yaml-colon",
      "1-ponds.yaml:8:15 yaml-indicator"], "write "),
    ("slip-and-other-mistakes-of-an-item",
     section(item("id: A", "answer: c: d", "colour: blue", "reverse: 7", drop="evidence")),
     ["1-ponds.yaml:5:5 key-missing", "1-ponds.yaml:5:9 id-malformed", "1-ponds.yaml:7:14 yaml-colon",
      "1-ponds.yaml:8:5 key-unknown", "1-ponds.yaml:9:14 value-flag"], ""),
    ("all-slips-of-a-cloze", section(cloze("cloze: a {{c0::b}} {{c1::}} {{c2::d")),
     ["1-ponds.yaml:6:14 cloze-number", "1-ponds.yaml:6:24 cloze-empty", "1-ponds.yaml:6:33 cloze-unclosed"],
     ""),
    ("all-slips-of-a-head",
     {"deck.yaml": DECK, "1.yaml": WHOLE.replace("Ponds", "a: b").replace("Water", "@").replace("1", "x")},
     ["1.yaml:1:10 value-number", "1.yaml:2:9 yaml-colon", "1.yaml:3:10 yaml-indicator"], ""),
    ("a-slip-in-each-of-many", section("".join(item(f"id: i{n}", "answer: a: b") for n in range(300))),
     [f"1-ponds.yaml:{7 + 4 * n}:14 yaml-colon" for n in range(300)], 'answer: "a: b"'),
]  # fmt: skip


@rows(("files", "found", "help"), [_row(*row) for row in IN_FOLDERS])
def test_mistakes_across_a_folder(
    tmp_path: Path, files: Files, found: list[str], help: str
) -> None:
    folder = write(tmp_path, files)
    _, findings = load(folder)
    assert sorted(places(folder, findings)) == sorted(found)
    assert all(finding.help and help in finding.help for finding in findings)


def link_out(deck: Path) -> None:
    outside = deck.parent / "outside.yaml"
    outside.write_text(NOTHING.replace("1", "2"))
    (deck / "2.yaml").symlink_to(outside)


def link_in(deck: Path) -> None:
    (deck / "drafts").mkdir()
    (deck / "drafts" / "dams.yaml").write_text(NOTHING.replace("1", "2"))
    (deck / "2.yaml").symlink_to("drafts/dams.yaml")


def link_to_hidden(name: str) -> Callable[[Path], None]:
    """Plant a link to a file that a dot hides, as git's are."""

    def plant(deck: Path) -> None:
        (deck / name).parent.mkdir(parents=True, exist_ok=True)
        (deck / name).write_text(NOTHING.replace("1", "2"))
        (deck / "2.yaml").symlink_to(name)

    return plant


def link_to_hidden_by_another(deck: Path) -> None:
    (deck / ".git").mkdir()
    (deck / ".git" / "config").write_text("[core]")
    (deck / "plain").symlink_to(".git")
    (deck / "2.yaml").symlink_to("plain/config")


def link_to_nothing(deck: Path) -> None:
    (deck / "2.yaml").symlink_to("nowhere.yaml")


def link_to_itself(deck: Path) -> None:
    (deck / "2.yaml").symlink_to("2.yaml")


def pipe(deck: Path) -> None:
    os.mkfifo(deck / "2.yaml")


def device(deck: Path) -> None:
    (deck / "2.yaml").symlink_to("/dev/zero")


def lock_of_an_editor(deck: Path) -> None:
    (deck / ".#1.yaml").symlink_to("me@here.4711")
    (deck / "._1.yaml").write_bytes(b"\x00\x05\x16\x07")
    (deck / ".1.yaml.swp").write_bytes(b"b0VIM")


def other_files(deck: Path) -> None:
    for name in ("deck.lock", "source.txt", "notes.md", "1.yaml~", "1.yaml.orig", "#1.yaml#"):
        (deck / name).write_text("{{ nothing of ours")
    (deck / "media").mkdir()
    (deck / "media" / ".2.yaml").write_text("{{ nothing of ours")


def large(deck: Path) -> None:
    with (deck / "2.yaml").open("wb") as file:
        file.truncate(33 * 1024 * 1024)


@rows(
    ("prepare", "found"),
    [
        _row("link-out", link_out, "2.yaml:1:1 file-outside"),
        _row("link-to-git", link_to_hidden(".git/config"), "2.yaml:1:1 file-outside"),
        _row("link-to-hidden", link_to_hidden(".env"), "2.yaml:1:1 file-outside"),
        _row("link-to-hidden-below", link_to_hidden("a/.b/c.yaml"), "2.yaml:1:1 file-outside"),
        _row("link-by-a-link", link_to_hidden_by_another, "2.yaml:1:1 file-outside"),
        _row("link-with-dots", link_to_hidden("drafts/a.b.yaml"), ""),
        _row("link-to-nothing", link_to_nothing, "2.yaml:1:1 file-outside"),
        _row("link-to-itself", link_to_itself, "2.yaml:1:1 file-outside"),
        _row("pipe", pipe, "2.yaml:1:1 file-outside"),
        _row("device", device, "2.yaml:1:1 file-outside"),
        _row("large", large, "2.yaml:1:1 file-large"),
        _row("link-within", link_in, ""),
        _row("files-of-editors", lock_of_an_editor, ""),
        _row("other-files", other_files, ""),
    ],
)
def test_files_that_are_none(tmp_path: Path, prepare: Callable[[Path], None], found: str) -> None:
    folder = write(tmp_path, numbered(1))
    prepare(folder)
    _, findings = load(folder)
    assert places(folder, findings) == ([found] if found else [])
    assert all(finding.help for finding in findings)


def no_folder(deck: Path) -> None:
    (deck / "deck.yaml").unlink()
    (deck / "1.yaml").unlink()
    deck.rmdir()


def no_deck_file(deck: Path) -> None:
    (deck / "deck.yaml").rename(deck / "deck.yml")


def deck_file_is_a_folder(deck: Path) -> None:
    (deck / "deck.yaml").unlink()
    (deck / "deck.yaml").mkdir()


def deck_file_is_a_pipe(deck: Path) -> None:
    (deck / "deck.yaml").unlink()
    os.mkfifo(deck / "deck.yaml")


def deck_file_is_a_loop(deck: Path) -> None:
    (deck / "deck.yaml").unlink()
    (deck / "deck.yaml").symlink_to("deck.yaml")


@rows(
    "prepare",
    [no_folder, no_deck_file, deck_file_is_a_folder, deck_file_is_a_pipe, deck_file_is_a_loop],
)
def test_a_folder_that_is_no_deck(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    folder = write(tmp_path, numbered(1))
    prepare(folder)
    with pytest.raises(StudyGuideError, match=r"is no deck: it has no deck\.yaml"):
        load(folder)


@pytest.mark.parametrize("name", ["deck.yaml", "1.yaml", "."])
@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path, numbered(1))
    (folder / name).chmod(0)
    try:
        with pytest.raises(StudyGuideError, match="cannot read"):
            load(folder)
    finally:
        (folder / name).chmod(0o700)


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000])
def test_a_folder_that_cannot_be(name: str) -> None:
    with pytest.raises(StudyGuideError):
        load(Path(name))


def test_a_deck_file_outside(tmp_path: Path) -> None:
    folder = write(tmp_path, numbered(1))
    (folder / "deck.yaml").rename(tmp_path / "deck.yaml")
    (folder / "deck.yaml").symlink_to("../deck.yaml")
    deck, findings = load(folder)
    assert deck is None
    assert places(folder, findings) == ["deck.yaml:1:1 file-outside"]


def test_decks_are_found_by_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(tmp_path / name, numbered(1))
        (tmp_path / name / "deck").rename(tmp_path / f"deck-{name}")
    assert find_decks(tmp_path) == [tmp_path / "deck-a", tmp_path / "deck-b"]
    with pytest.raises(StudyGuideError, match="there is no deck below"):
        find_decks(tmp_path / "deck-a")


def test_decks_elsewhere_are_not_found(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    for name in ("own", "elsewhere"):
        write(tmp_path / name, numbered(1))
    cards.mkdir()
    (tmp_path / "own" / "deck").rename(cards / "own")
    (cards / "linked").symlink_to(tmp_path / "elsewhere" / "deck")
    (cards / "alias").symlink_to("own")
    (tmp_path / "by-link").symlink_to("cards")
    assert find_decks(cards) == [cards / "own"]  # once, whatever else leads to it
    assert [path.name for path in find_decks(tmp_path / "by-link")] == ["own"]
    deck, _ = load(cards / "linked")  # named, it is read
    assert deck


def test_a_hidden_folder_may_hold_a_deck(tmp_path: Path) -> None:
    folder = write(tmp_path / ".hidden", numbered(1))
    assert load(folder)[1] == ()
    (tmp_path / "by-link").symlink_to(folder)
    assert load(tmp_path / "by-link")[1] == ()


def test_a_source_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"one\ntwo \xe9\n")
    with pytest.raises(StudyGuideError, match=r"not UTF-8 \(line 2\)"):
        assert open_source(tmp_path / "latin.txt").document
    for name in ("missing.txt", ".", "a" * 5000):
        with pytest.raises(StudyGuideError, match="cannot read"):
            assert open_source(tmp_path / name).document


# What nothing is wrong with: the item, and what its answer is.

PLAIN = [
    ("year", "1953"),
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("true", "True"),
    ("time", "1:30"),
    ("sexagesimal", "190:20:30"),
    ("tilde", "~"),
    ("null", "null"),
    ("hexadecimal", "0x10"),
    ("octal", "010"),
    ("power", "1e3"),
    ("infinity", ".inf"),
    ("decimal", "1.50"),
    ("thousands", "1_000"),
    ("negative", "-4"),
    ("day", "1989-07-10"),
    ("moment", "2001-12-14t21:59:43.10-05:00"),
    ("equals", "="),
    ("merge", "<<"),
    ("colon-within", "a:b"),
    ("colon-and-slashes", "https://example.org/a#b"),
    ("blank-before-colon", "a :b"),
    ("hash-within", "C#"),
    ("quotes-within", 'the "big" wheel'),
    ("apostrophe", "the miller's wheel"),
    ("braces-within", "a {b} [c] d"),
    ("signs-within", "a & b * c ! d % e @ f ` g | h > i ? j - k , l"),
    ("percent-sign", "40 %"),
    ("backslash", r"C:\miners"),
    ("tab-within", "a\tb"),
    ("dash-within", "a - b"),
    ("ellipsis", "… and so on"),
    ("curly-quotes", "“glasnost” – ‘openness’"),
    ("cyrillic", "гласность"),
    ("greek-and-accents", "ἀλήθεια, čeština"),
    ("japanese", "炭鉱の労働者"),
    ("arabic", "عامل منجم"),
    ("emoji", "⛏️ 😀 👩🏽‍🏭"),
    ("combining", "e\u0301"),
    ("no-break-space", "40\u00a0demands"),
    ("soft-hyphen", "peres\u00adtroika"),
    ("zero-width", "a\u200bb"),
    ("private-use", "\ue000"),
    ("long", "word " * 2000 + "end"),
]


@rows(
    "spelling",
    [
        _row("plain", "answer: {}"),
        _row("single-quotes", "answer: '{}'"),
        _row("double-quotes", 'answer: "{}"'),
        _row("below", "answer:\n  {}"),
        _row("folded", "answer: >-\n  {}"),
        _row("literal", "answer: |-\n  {}"),
        _row("folded-with-newline", "answer: >\n  {}"),
        _row("literal-with-newlines", "answer: |+\n  {}\n\n"),
        _row("comment", "answer: {} # more"),
        _row("blanks", "answer:    {}   "),
        _row("listed", "answer:\n- {}"),
    ],
)
def test_every_scalar_is_the_text_that_was_written(tmp_path: Path, spelling: str) -> None:
    """All in one section, an item each."""
    items = []
    for name, value in PLAIN:
        written = value
        if "'{}'" in spelling:
            written = value.replace("'", "''")
        elif '"{}"' in spelling:
            written = value.replace("\\", "\\\\").replace('"', '\\"')
        items.append(item(f"id: {name}", spelling.format(written)))
    deck, findings = load(write(tmp_path, section("".join(items))))
    assert not findings
    assert deck
    read = [(each.id.value, *(answer.value for answer in each.answers)) for each in deck.items]
    assert read[: len(PLAIN)] == PLAIN


LISTS: list[tuple[str, str, list[str]]] = [
    ("brackets", "[a, b c, 3]", ["a", "b c", "3"]),
    ("brackets-one", "[a]", ["a"]),
    ("brackets-tight", "[a,b]", ["a", "b"]),
    ("brackets-loose", "[ a , b ]", ["a", "b"]),
    ("brackets-comma-at-the-end", "[a, b,]", ["a", "b"]),
    ("brackets-quoted", """["a, b", 'c: d', e]""", ["a, b", "c: d", "e"]),
    ("brackets-on-lines", "[a,\n  b,\n  c\n]", ["a", "b", "c"]),
    ("brackets-folded", "[a b\n  c, d]", ["a b c", "d"]),
    ("brackets-commented", "[a, # one\n  b] # two", ["a", "b"]),
    ("brackets-ellipsis", "[a … b, “c”]", ["a … b", "“c”"]),
    ("dashes", "\n  - a\n  - b", ["a", "b"]),
    ("dashes-at-the-key", "\n- a\n- b", ["a", "b"]),
    ("dashes-deep", "\n      - a\n      - b", ["a", "b"]),
    ("dashes-apart", "\n\n  - a\n  # between\n\n  -   b", ["a", "b"]),
    ("dashes-quoted", "\n  - 'a: b'\n  - \"c # d\"", ["a: b", "c # d"]),
    ("dashes-folded", "\n  - a\n    b\n  - >-\n    c\n    d", ["a b", "c d"]),
]


@rows(("written", "values"), [_row(*row) for row in LISTS])
def test_lists_in_every_form(tmp_path: Path, written: str, values: list[str]) -> None:
    deck, findings = load(write(tmp_path, section(item(f"answer: {written}"))))
    assert not findings
    assert deck
    assert [answer.value for answer in deck.items[0].answers] == values
    assert deck.items[0].is_list


WORDINGS: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("braces", "{a: b, c d: e f}", [("a", "b"), ("c d", "e f")]),
    ("braces-tight", "{a: b,c: d}", [("a", "b"), ("c", "d")]),
    ("braces-quoted", """{"a": 'b, c', 'd': e}""", [("a", "b, c"), ("d", "e")]),
    ("braces-on-lines", "{a: b,\n  c: d}", [("a", "b"), ("c", "d")]),
    ("lines", "\n  a: b\n  c: d", [("a", "b"), ("c", "d")]),
    ("numbers", "{40: forty, no: yes}", [("40", "forty"), ("no", "yes")]),
    ("not-in-order", "{z: a, a: z}", [("z", "a"), ("a", "z")]),
]


@rows(("written", "pairs"), [_row(*row) for row in WORDINGS])
def test_wording_in_every_form(tmp_path: Path, written: str, pairs: list[tuple[str, str]]) -> None:
    deck, findings = load(write(tmp_path, section(item(f"wording: {written}"))))
    assert not findings
    assert deck
    assert [(mine.value, theirs.value) for mine, theirs in deck.items[0].wording] == pairs


def deeper(text: str, by: int) -> str:
    return "".join(" " * by + line for line in text.splitlines(keepends=True))


FINE: list[tuple[str, str | bytes]] = [
    ("as-usual", WHOLE),
    ("document-line", "---\n" + WHOLE),
    ("document-line-and-comment", "# a\n--- # b\n" + WHOLE),
    ("end-of-document", WHOLE + "...\n"),
    ("end-and-comment", WHOLE + "...\n# that was it\n"),
    ("directive", "%YAML 1.1\n---\n" + WHOLE),
    ("comments", "# a\n" + WHOLE.replace("\n", " # b\n# c: {{\n")),
    ("rule-of-hashes", "#" * 80 + "\n" + WHOLE),
    ("blank-lines", "\n\n" + WHOLE.replace("\n", "\n\n \n")),
    ("byte-order-mark", b"\xef\xbb\xbf" + WHOLE.encode()),
    ("crlf", WHOLE.replace("\n", "\r\n")),
    ("cr", WHOLE.replace("\n", "\r")),
    ("no-newline-at-the-end", WHOLE[:-1]),
    ("items-at-the-margin", HEAD + GOOD[2:]),
    ("items-at-four", HEAD + "  " + GOOD),
    ("items-at-one", HEAD + GOOD[1:]),
    ("wide-dash", HEAD + GOOD.replace("- ", "-    ")),
    ("dash-on-its-own", HEAD + GOOD.replace("- ", "-\n    ")),
    ("in-lines", HEAD + GOOD.replace("{", "").replace("}", "").replace(", ", "\n    ")),
    ("indented-as-a-whole", deeper(WHOLE, 3)),
    ("items-first", "items:\n" + GOOD + HEAD.replace("items:\n", "")),
    ("keys-quoted", HEAD.replace("title", '"title"').replace("items", "'items'") + GOOD),
    ("items-in-brackets", HEAD.replace("items:\n", "items: [") + GOOD[4:-1] + "]\n"),
    ("items-commented", HEAD.replace("items:", "items: # a") + "  # b\n\n" + GOOD + "# c\n  # d\n"),
    ("json", json.dumps({"section": "1", "title": "a", "summary": "b", "items": [
        {"id": "good", "term": "a", "definition": "b", "evidence": "c d e"}]})),
    ("json-indented", json.dumps({"section": "1", "title": "é", "summary": "b", "items": [
        {"id": "good", "term": "a", "definition": "b", "evidence": ["c d e"]}]}, indent=2)),
    ("summary-folded", WHOLE.replace("Water", ">\n  Water: a\n\n  # is").replace("# is", "b: ")),
    ("summary-literal", WHOLE.replace("Water", '|\n  section: 1\n  - a\n  {{b}} "c')),
    ("summary-quoted-on-lines", WHOLE.replace("Water turns", "'Water\n  turns: ''a''").replace(".", "'")),
    ("number-quoted", WHOLE.replace("1", "'1'")),
]  # fmt: skip


@rows("text", [_row(*row) for row in FINE])
def test_what_is_fine(tmp_path: Path, text: str | bytes) -> None:
    deck, findings = load(write(tmp_path, {"deck.yaml": DECK, "1-ponds.yaml": text}))
    assert not findings
    assert ids(deck) == ["good"]


def test_a_deck_of_everything(tmp_path: Path) -> None:
    deck_file = (
        "language: de-AT\nid: mills\ntitle: Mills\nauthor: A\nwork: W\nrights: R\n"
        "publisher: P\nplace: O\n"
        "aliases: {ebb: low tide}\nquotation: {run: 9, share: .5}\nopenings:\n  2: The pond\n"
    )
    text = (
        item("wording: {a: b}", "note: n", "tags: t", "type: YES", "was: [x, y]")
        + cloze("cloze: a {{c2::b::h}}", "image: wheel.png", "alt: w", "retired: r").replace(
            "first", "b"
        )
        + cloze("term: a", "definition: d", "reverse: on").replace("first", "c")
        + cloze("person: a", "role: d", "reverse: no", "index: b, a").replace("first", "d")
        + cloze("event: d", "date: a", "type: off").replace("first", "e")
    )
    files = section(text) | {"deck.yaml": deck_file, "media/wheel.png": picture()}
    deck, findings = load(write(tmp_path, files))
    assert not findings
    assert deck
    assert (deck.id, deck.language, deck.author, deck.work, deck.rights) == (
        "mills",
        "de-AT",
        *"AWR",
    )
    assert (deck.publisher, deck.place, deck.published) == (*"PO", "O: P")
    assert (deck.quotation.run, deck.quotation.share) == (9, 0.5)
    assert [(number, text.value) for number, text in deck.openings] == [(2, "The pond")]
    assert [(a.value, b.value) for a, b in deck.aliases] == [("ebb", "low tide")]
    a, b, c, d, e, _ = deck.items
    assert (a.typed, a.note and a.note.value, [tag.value for tag in a.tags]) == (True, "n", ["t"])
    assert [was.value for was in a.was] == ["x", "y"]
    assert b.image
    assert (b.image.path.name, b.image.alt, b.retired and b.retired.value) == (
        "wheel.png",
        "w",
        "r",
    )
    assert (b.kind, b.answers, b.is_list) == ("cloze", (), False)
    assert [item.reverse for item in (a, b, c, d, e)] == [False, False, True, False, False]
    assert [item.kind for item in (c, d, e)] == ["term", "person", "date"]
    assert (c.heading, d.heading and d.heading.value) == (None, "b, a")
    assert (e.prompt.value, e.answers[0].value, e.typed) == ("a", "d", False)


def test_an_item_with_one_more_key_keeps_it(tmp_path: Path) -> None:
    deck, _ = load(write(tmp_path, section(cloze("cloze: a {{c1::b}}", "tags: [t]"))))
    assert deck
    assert [tag.value for tag in deck.items[0].tags] == ["t"]


# Where texts stand: how it is written, the words, and their line and column.

PLACES: list[tuple[str, str, str, str]] = [
    ("plain", "answer: a big wheel", "big", "7:15"),
    ("plain-first", "answer: a big wheel", "a", "7:13"),
    ("plain-whole", "answer: a big wheel", "", "7:13"),
    ("plain-blanks", "answer:   a big wheel", "big", "7:17"),
    ("plain-on-lines", "answer: a\n  very big wheel", "big", "8:12"),
    ("plain-below", "answer:\n  a big wheel", "big", "8:9"),
    ("plain-apart", "answer: a\n\n\n  big wheel", "big", "10:7"),
    ("single-quotes", "answer: 'a big wheel'", "big", "7:16"),
    ("single-quotes-whole", "answer: 'a big wheel'", "", "7:13"),
    ("single-quotes-doubled", "answer: 'it''s a ''big'' wheel'", "big", "7:24"),
    ("single-quotes-on-lines", "answer: 'a\n  very big wheel'", "big", "8:12"),
    ("double-quotes", 'answer: "a big wheel"', "big", "7:16"),
    ("double-quotes-first", 'answer: "big wheel"', "big", "7:14"),
    ("double-quotes-escaped", r'answer: "a \"big\" wheel"', "big", "7:18"),
    ("double-quotes-codes", r'answer: "\u00e9\x41\U0001F600 big"', "big", "7:35"),
    ("double-quotes-newline", r'answer: "a\n\tbig"', "big", "7:19"),
    ("double-quotes-joined", 'answer: "a\\\n  b big"', "big", "8:9"),
    ("double-quotes-joined-there", 'answer: "a \\\n  big"', "big", "8:7"),
    ("double-quotes-on-lines", 'answer: "a\n\n  big"', "big", "9:7"),
    ("folded", "answer: >\n  a\n  big wheel", "big", "9:7"),
    ("folded-stripped", "answer: >-\n\n  a big wheel", "big", "9:9"),
    ("folded-commented", "answer: > # why\n  a big wheel", "big", "8:9"),
    ("folded-whole", "answer: >\n  a big wheel", "", "7:13"),
    ("literal", "answer: |\n  a\n    big wheel", "big", "9:9"),
    ("literal-indented", "answer: |2\n   a\n  big wheel", "big", "9:7"),
    ("listed", "answer: [a, the big wheel]", "a", "7:14"),
    ("non-ascii", "answer: “é” 😀 big", "big", "7:19"),
    ("not-there", "answer: a wheel", "big", "7:13"),
]


@rows("ending", ["\n", "\r\n", "\r"])
@rows(("written", "words", "place"), [_row(*row) for row in PLACES])
def test_where_words_stand(
    tmp_path: Path, written: str, words: str, place: str, ending: str
) -> None:
    text = (HEAD + item(written)).replace("\n", ending)
    deck, findings = load(write(tmp_path, {"deck.yaml": DECK, "1.yaml": text}))
    assert not findings
    assert deck
    first = deck.items[0]
    location = first.file.within(first.answers[0], words)
    assert f"{location.line}:{location.column}" == place
    assert words in first.answers[0].value or words == "big"


def texts(deck: Deck) -> list[Text]:
    """List every text of a deck's only section."""
    part = deck.sections[0]
    found = [part.title, part.summary]
    for item in part.items:
        optional = [item.retired] if item.retired else []
        pairs = [text for pair in item.wording for text in pair]
        found += [item.id, *item.texts(), *item.evidence, *item.tags, *item.was, *optional, *pairs]
    return found


@rows("ending", ["\n", "\r\n", "\r"])
@rows("mark", ["", "\ufeff"])
def test_every_text_knows_where_it_begins(tmp_path: Path, ending: str, mark: str) -> None:
    text = mark + HEAD + item(
        "question: «q1» é?", 'answer: ["«a1» b", «a2»  , \'«a3»\']', "evidence: 'x'", "note: |\n  «n»",
        "wording: {«w1»: «w2» c, «w3»: «w4»}", "tags:\n  - «t1»\n  - «t2»", "was: «x»",
        "retired:\n  «r»\n  more",
    )  # fmt: skip
    text = text.replace("\n", ending)
    deck, findings = load(write(tmp_path, {"deck.yaml": DECK, "1.yaml": text}))
    assert not findings
    assert deck
    lines = text.removeprefix("\ufeff").replace(ending, "\n").split("\n")
    for each in texts(deck):
        place = deck.items[0].file.at(each.start)
        begins = lines[place.line - 1][place.column - 1 :].removeprefix('"').removeprefix("'")
        if not begins.startswith("|"):
            assert begins.startswith(each.value.split(" ")[0]), each
    assert sum("«" in each.value for each in texts(deck)) == 13


def test_a_finding_says_how_long_the_mistake_is(tmp_path: Path) -> None:
    _, findings = load(write(tmp_path, section(item("id: The First", "colour: a"))))
    assert [finding.location.length for finding in sorted(findings)] == [9, 6]


# What would harm a reader that follows YAML to the letter.

MEMORY = """
import resource, sys
from pathlib import Path
from studyguide.loading.load import load
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
load(Path(sys.argv[1]))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def laughs() -> str:
    """Give the billion laughs: nine lists, each of nine times the one before."""
    lines = ["a0: &a0 [" + ", ".join(["ha"] * 9) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 10)]
    return "\n".join(lines) + "\n"


HARMFUL: dict[str, str] = {
    "billion-laughs": laughs() + WHOLE,
    "laughs-in-an-item": HEAD + item("wording:\n  " + laughs().replace("\n", "\n  ")),
    "brackets-in-an-item": HEAD + item("answer: " + "[" * 100_000),
    "brackets-closed": HEAD + item("answer: " + "[" * 100_000 + "]" * 100_000),
    "braces": HEAD + item("answer: " + "{" * 100_000),
    "brackets-in-a-title": WHOLE.replace("Ponds", "[" * 100_000),
    "brackets-alone": "[" * 100_000,
    "dashes": "- " * 100_000,
    "dashes-in-an-item": HEAD + item("answer:\n  " + "- " * 100_000),
    "pairs": "a: " * 100_000,
    "question-marks": "? " * 100_000,
    "quotation-marks": HEAD + item("answer: " + '"a" ' * 50_000),
    "colons": HEAD + item("answer: " + "a: " * 50_000),
    "hashes": "#" * 200_000 + "\n%\n" + WHOLE,
    "hash-lines": "#\n" * 100_000 + "%\n" + WHOLE,
    "cloze-braces": HEAD + cloze("cloze: a " + "{{" * 100_000),
    "cloze-closings": HEAD + cloze("cloze: a " + "}}" * 100_000),
    "cloze-openings": HEAD + cloze("cloze: a " + "{{c1::" * 20_000),
    "controls": HEAD + "\x01" * 100_000,
    "broken-items": HEAD + "".join(item(f"id: i{n}", "answer: @a") for n in range(1_000)),
    "keys-at-the-margin": "a: b\n" * 5_000,
    "words-at-the-margin": "a\n" * 5_000,
    "aliases": "a: *b\n" * 5_000,
    "one-large-part": "? a\n" + item("answer: @a") * 5_000,
    "long-key": "a" * 1_000_000 + ": b\n" + WHOLE,
    "many-blanks": HEAD + " " * 1_000_000 + "\n" + "\n" * 1_000_000 + "x",
}


@rows("text", HARMFUL.values(), ids=HARMFUL)
def test_nothing_takes_long(tmp_path: Path, text: str) -> None:
    folder = write(tmp_path, {"deck.yaml": DECK, "1.yaml": text})
    start = time.process_time()
    _, findings = load(folder)
    assert time.process_time() - start < 5
    assert findings


@pytest.mark.parametrize(
    "name", ["billion-laughs", "laughs-in-an-item", "brackets-closed", "controls"]
)
def test_nothing_takes_much_memory(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path, {"deck.yaml": DECK, "1.yaml": HARMFUL[name]})
    command = [sys.executable, "-c", MEMORY, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert int(done.stdout) < 50  # MiB


def test_a_long_line_is_read(tmp_path: Path) -> None:
    text = HEAD + item("answer: " + "a " * 10_000)
    deck, findings = load(write(tmp_path, {"deck.yaml": DECK, "1.yaml": text}))
    assert not findings
    assert deck
    assert len(deck.items[0].answers[0].value) == 19_999


# A curator's first deck, as it might come.

FIRST_DECK: Files = {
    "deck.yaml": "id: Tide Mills\ntitle: Tide Mills: an introduction\nlanguage: english\n",
    "1-ponds.yaml": (
        "section: 1\n"
        "title: Ponds\n"
        "sumary: Water turns a wheel.\n"
        "items:\n"
        + item("question: The mill: what turns?", "id: one")
        + item("answer: {{c1::a wheel}}", "id: two")
        + item('answer: "Big" wheels', "id: three")
        + item("evidense: turns a big wheel", "id: four", drop="evidence")
        + item("id: one")
        + cloze("cloze: The sea drives a {{c0::wheel}}.").replace("first", "six")
        + item("id: seven", "reverse: yes")
        + item("id: eight", "image: wheel.png", "alt: a wheel")
    ),
    "2-dams.yml": NOTHING,
    "3-tides.yaml": (
        "section: 2\ntitle: Tides\nsummary: It ebbs.\nitems:\n"
        + item("id: nine").replace("    answer", "\tanswer")
        + item("id: ten", "tags: [two words]")
        + item("id: eleven", "answer:")
    ),
    "4-wheels.yaml": "section: 4\ntitle: Räder\nsummary: They turn.\nitems:\n".encode("latin-1"),
}


def test_a_first_deck_gets_all_its_mistakes_in_one_run(tmp_path: Path) -> None:
    folder = write(tmp_path, FIRST_DECK)
    _, findings = load(folder)
    assert places(folder, findings) == [
        "1-ponds.yaml:3:1 key-unknown",
        "1-ponds.yaml:6:23 yaml-colon",
        "1-ponds.yaml:11:13 yaml-brace",
        "1-ponds.yaml:15:19 yaml-quote",
        "1-ponds.yaml:20:5 key-unknown",
        "1-ponds.yaml:21:9 id-duplicate",
        "1-ponds.yaml:26:29 cloze-number",
        "1-ponds.yaml:32:5 reverse-misplaced",
        "1-ponds.yaml:37:12 image-missing",
        "2-dams.yml:1:1 file-name",
        "3-tides.yaml:7:1 yaml-tab",
        "3-tides.yaml:13:12 tag-malformed",
        "3-tides.yaml:16:12 value-empty",
        "4-wheels.yaml:2:9 file-encoding",
        "deck.yaml:1:5 id-malformed",
        "deck.yaml:2:18 yaml-colon",
        "deck.yaml:3:11 value-language",
    ]
    assert all(finding.help for finding in findings)


def test_the_same_deck_gives_the_same_findings(tmp_path: Path) -> None:
    folder = write(tmp_path, FIRST_DECK)
    assert load(folder) == load(folder)


def test_no_finding_is_there_twice(tmp_path: Path) -> None:
    _, findings = load(write(tmp_path, FIRST_DECK))
    assert len(findings) == len(set(findings))


def test_every_key_is_in_the_document_of_keys() -> None:
    told = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert [
        key for key in sorted(DECK_KEYS | SECTION_KEYS | ITEM_KEYS) if f"`{key}`" not in told
    ] == []


def test_what_others_read_with_yaml_stays_as_it_was() -> None:
    """Its patterns are made when they are first used, and nobody else's are."""
    read = yaml.safe_load("{count: 0x1F, share: 1.5, is_so: yes, day: 2001-12-14, sign: ~}")
    assert read == {
        "count": 31,
        "share": 1.5,
        "is_so": True,
        "day": date(2001, 12, 14),
        "sign": None,
    }
    with pytest.raises(yaml.YAMLError, match="special characters"):
        yaml.safe_load("a: \x07")
    assert isinstance(re.compile("a"), re.Pattern)
