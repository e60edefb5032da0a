"""The same cards about the invented text of the tests, in the shapes in which people have them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from anki.collection import Collection, ExportAnkiPackageOptions  # type: ignore[attr-defined]
from anki.decks import DeckId

from tests.conftest import picture

COUNT = ("How many constables did the council send?", "40")
LEADER = ("Who led the lamplighters of Port Selby?", "Ada Kestrel")
CLOUD = ("What did Mayor Julius Brand call the walkout?", "“a passing cloud”")
PENCE = "The council’s answer was to offer {{c1::1,200 pence::money}}."
SHOP = ("Tobias Fenn", "opened a bookshop")

QUAY = "quay map.png"
"""A picture that goes with the first answer, in every shape that can hold one."""

WANTED = {COUNT[0]: COUNT[1], LEADER[0]: LEADER[1], CLOUD[0]: CLOUD[1], PENCE: "", SHOP[0]: SHOP[1]}


class Shape(NamedTuple):
    """A file's name, what writes it into a folder, and whether it holds a picture."""

    name: str
    write: Callable[[Path], None]
    has_picture: bool = True


def package(path: Path, *, legacy: bool, whole: bool = False) -> None:
    """Let the real back end write a package: its stock note types, a picture, tags, a subdeck."""
    folder = path.parent / f"{path.stem}-collection"
    folder.mkdir()
    collection = Collection(str(folder / "collection.anki2"))
    try:
        deck = collection.decks.id("Harbour::Part one")
        assert deck
        image = collection.media.write_data(QUAY, picture())
        second = collection.media.write_data("quay.png", picture(shade=1))
        sound = collection.media.write_data("forty.mp3", b"ID3" + bytes(400))
        for name, fields, tags in (
            (
                "Basic",
                (
                    f'{COUNT[0]}<img src="{second}">',
                    f"<b>40</b><br>&nbsp;<img src=\"{image}\" alt='A quay'>[sound:{sound}]",
                ),
                ["a::b"],
            ),
            ("Basic (type in the answer)", LEADER, ["leech"]),
            ("Basic (optional reversed card)", (CLOUD[0], f"<div>{CLOUD[1]}</div>", ""), []),
            ("Cloze", (PENCE, "The mayor paid&nbsp;nothing."), []),
            ("Basic (and reversed card)", SHOP, []),
        ):
            note_type = collection.models.by_name(name)
            assert note_type
            note = collection.new_note(note_type)
            note.fields[: len(fields)] = fields
            note.tags = tags
            collection.add_note(note, deck)
        if whole:
            collection.export_collection_package(str(path), include_media=True, legacy=legacy)
            return
        options = ExportAnkiPackageOptions(
            with_scheduling=False, with_deck_configs=False, with_media=True, legacy=legacy
        )
        collection.export_anki_package(out_path=str(path), options=options, limit=None)
    finally:
        collection.close()


def odd(path: Path) -> None:
    """Let the back end write two questions with an optional reversed card, and hide parts of a picture."""
    collection = Collection(str(path.parent / "odd.anki2"))
    try:
        note_type = collection.models.by_name("Basic (optional reversed card)")
        assert note_type
        for fields in ((*LEADER, "y"), (*COUNT, "")):
            note = collection.new_note(note_type)
            note.fields = [*fields]
            collection.add_note(note, DeckId(1))
        collection.add_image_occlusion_notetype()
        (path.parent / "quay.png").write_bytes(picture())
        collection.add_image_occlusion_note(
            notetype_id=collection.models.by_name("Image Occlusion")["id"],  # type: ignore[index]
            image_path=str(path.parent / "quay.png"),
            occlusions="{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}",
            header=LEADER[0],
            back_extra=LEADER[1],
            tags=[],
        )
        options = ExportAnkiPackageOptions(
            with_scheduling=False, with_deck_configs=False, with_media=True, legacy=False
        )
        collection.export_anki_package(out_path=str(path), options=options, limit=None)
    finally:
        collection.close()


def _text(name: str, text: str) -> Shape:
    """Give a file of text, with a picture in its folder if it names one."""

    def write(path: Path) -> None:
        path.write_bytes(text.encode())
        (path.parent / QUAY).write_bytes(picture())

    return Shape(name, write, "quay" in text)


_ROWS = [COUNT, LEADER, CLOUD, (PENCE, ""), SHOP]
_SHOWN = (COUNT[0], f'40<br><img src="{QUAY}">')
_LINKED = f"40 ![A quay]({QUAY.replace(' ', '%20')})"


def _table(mark: str, *, head: str = "", quote: bool = False) -> str:
    def cell(value: str) -> str:
        return f'"{value.replace(chr(34), chr(34) * 2)}"' if quote else value

    rows = [_SHOWN, *_ROWS[1:]] if quote else _ROWS
    return head + "".join(f"{mark.join(map(cell, row))}\r\n" for row in rows)


_RECORDS = [
    {
        "question": COUNT[0],
        "answer": 40,
        "quote": "no such words stand there",
        "page": 3,
        "image": QUAY,
    },
    {"q": LEADER[0], "a": LEADER[1]},
    {"front": CLOUD[0], "back": CLOUD[1], "tags": ["a b", "c"]},
    {"cloze": PENCE},
    {"term": SHOP[0], "definition": SHOP[1], "section": "2"},
]

SHAPES = {
    "package": Shape("cards.apkg", lambda path: package(path, legacy=False)),
    "old package": Shape("cards.apkg", lambda path: package(path, legacy=True)),
    "collection": Shape("all.colpkg", lambda path: package(path, legacy=False, whole=True)),
    "old collection": Shape("all.colpkg", lambda path: package(path, legacy=True, whole=True)),
    "Anki's text export": _text(
        "export.txt",
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
        "#tags column:6\n"
        + "".join(
            f'g{n}\t{"Cloze" if "{{" in front else "Basic"}\tHarbour\t"{front}"\t"{back.replace(chr(34), chr(34) * 2)}<br>"\tx y\n'
            for n, (front, back) in enumerate([_SHOWN, *_ROWS[1:]])
        ),
    ),
    "CSV with a heading": _text("t.csv", _table(",", head="Front,Back\r\n", quote=True)),
    "CSV with semicolons": _text("t.csv", _table(";", quote=True)),
    "Quizlet": _text("quizlet.txt", _table("\t")),
    "JSON": _text("cards.json", json.dumps({"cards": _RECORDS})),
    "JSON Lines": _text("cards.jsonl", "".join(f"{json.dumps(each)}\n" for each in _RECORDS)),
    "YAML": _text("cards.yaml", json.dumps(_RECORDS, ensure_ascii=False)),
    "questions and answers": _text(
        "qa.md",
        f"# Harbour\n\nQ: {COUNT[0]}\nA: {_LINKED}\n\n**Q:** {LEADER[0]}\n\n**A:** {LEADER[1]}\n\n"
        f"Q: {CLOUD[0]}\nA: {CLOUD[1]}\n\n- {PENCE}\n\n{SHOP[0]} :: {SHOP[1]}\n",
    ),
    "Obsidian's spaced repetition": _text(
        "sr.md",
        f"#flashcards/harbour\n\n{COUNT[0]}::40 ![[{QUAY}]]\n{LEADER[0]}:::{LEADER[1]}\n\n{CLOUD[0]}\n?\n"
        f"{CLOUD[1]}\n\n{PENCE}\n\n{SHOP[0]}\n??\n{SHOP[1]}\n",
    ),
    "Obsidian to Anki": _text(
        "oa.md",
        "".join(
            f"START\nBasic\n{a}\nBack: {b}\nTags: x y\nEND\n\n"
            for a, b in ((COUNT[0], _LINKED), LEADER, CLOUD)
        )
        + f"START\nCloze\n{PENCE}\nEND\n\nSTART\nBasic\nFront: {SHOP[0]}\nBack: {SHOP[1]}\n<!--ID: 1-->\nEND\n",
    ),
    "mdanki": _text(
        "mdanki.md",
        "# Harbour\n\n"
        + "".join(f"## {a}\n\n{b}\n\n" for a, b in ((COUNT[0], _LINKED), *_ROWS[1:]) if b)
        + "[#tag]()\n",
    ),
}
