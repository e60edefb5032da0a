"""What the styles of a DOCX are, and what its elements say of themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from studyguide.source.readers.archive import Archive, local

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DEEPEST_HEADING = 9
_LONGEST_CHAIN = 50
"""Styles that are based on each other; Word itself makes no more than eleven."""


@dataclass
class Styles:
    """Which styles are headings, of which level, which are lines of a table of contents, and which are bold."""

    levels: dict[str, int] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    bold: dict[str, bool] = field(default_factory=dict)
    language: str = ""

    @classmethod
    def of(cls, archive: Archive) -> "Styles":
        """Read the styles of a document; none if it has no list of them."""
        styles = cls()
        if "word/styles.xml" not in archive:
            return styles
        based: dict[str, str] = {}
        for style in archive.xml("word/styles.xml"):
            if local(style.tag) != "style":
                continue
            id = attribute(style, "styleId")
            name = _value(style, "name").lower()
            based[id] = _value(style, "basedOn")
            if (bold := bold_of(style)) is not None:
                styles.bold[id] = bold
            outline = next(
                (
                    attribute(each, "val")
                    for each in style.iter()
                    if local(each.tag) == "outlineLvl"
                ),
                "",
            )
            if name == "title":
                styles.levels[id] = 1
            elif name.startswith("heading ") and name[8:].isdecimal() and len(name) <= 10:
                styles.levels[id] = int(name[8:]) + 1
            elif is_level(outline):
                styles.levels[id] = int(outline) + 2
            elif name.startswith("toc ") or name == "table of contents":
                styles.skipped.add(id)
            elif any(local(each.tag) == "numPr" for each in style.iter()):
                styles.lists.add(id)
        for id in based:
            styles._inherit(id, based)
        return styles

    def _inherit(self, id: str, based: dict[str, str]) -> None:
        known, at = {id}, based.get(id, "")
        while at and at not in known and len(known) < _LONGEST_CHAIN:
            if at in self.levels and at in based and id not in self.levels:
                self.levels[id] = self.levels[at]
            if at in self.bold:
                self.bold.setdefault(id, self.bold[at])
            known.add(at)
            at = based.get(at, "")


def bold_of(element: Element) -> bool | None:
    """Whether a run or a style says of itself that it is bold, or underlined; nothing if it says neither."""
    marks = [mark for each in element if local(each.tag) == "rPr" for mark in each]
    said = [_is_on(mark) for mark in marks if local(mark.tag) in ("b", "bCs", "u")]
    return any(said) if said else None


def _is_on(mark: Element) -> bool:
    return attribute(mark, "val") not in ("0", "false", "none", "off")


def is_bold(runs: Iterable[Element], style: str, styles: Styles) -> bool:
    """Whether all runs of a paragraph that show letters or figures are bold, by themselves, by their style or by its style."""
    found = []
    for run in runs:
        shown = "".join(each.text or "" for each in run if local(each.tag) == "t")
        if any(map(str.isalnum, shown)):
            named = next((_value(each, "rStyle") for each in run if local(each.tag) == "rPr"), "")
            own = bold_of(run)
            said = styles.bold.get(named, styles.bold.get(style, False)) if own is None else own
            found.append(said)
    return bool(found) and all(found)


def is_level(outline: str) -> bool:
    """Whether a level of an outline is that of a heading."""
    return len(outline) == 1 and outline.isdecimal() and int(outline) < _DEEPEST_HEADING


def attribute(element: Element, name: str) -> str:
    """Give an attribute of an element, in whichever of the two namespaces."""
    return element.get(_WORD + name) or element.get(_STRICT + name) or ""


def _value(parent: Element, name: str) -> str:
    return next((attribute(each, "val") for each in parent if local(each.tag) == name), "")
