"""What the styles of a DOCX are, and what its elements say of themselves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from studyguide.source.readers.archive import Archive, local

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DEEPEST_HEADING = 9
_LARGER, _LONGEST_SIZE = 1.2, 4
"""Times the size of most letters, of what is set larger; figures of a size."""

_LONGEST_CHAIN = 50
"""Styles that are based on each other; Word itself makes no more than eleven."""


@dataclass
class Styles:
    """Which styles are headings, of which level, which are lines of a table of contents, and which are bold."""

    levels: dict[str, int] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    bold: dict[str, bool] = field(default_factory=dict)
    size: int = 22
    language: str = ""

    @classmethod
    def of(cls, archive: Archive) -> "Styles":
        """Read the styles of a document; none if it has no list of them."""
        styles = cls()
        if "word/styles.xml" not in archive:
            return styles
        based: dict[str, str] = {}
        for style in archive.xml("word/styles.xml"):
            if local(style.tag) == "docDefaults":
                styles.size = max((size_of(each) for each in style), default=0) or styles.size
            if local(style.tag) != "style":
                continue
            id = attribute(style, "styleId")
            name = _value(style, "name").lower()
            based[id] = _value(style, "basedOn")
            if attribute(style, "default") == "1" and attribute(style, "type") == "paragraph":
                styles.size = size_of(style) or styles.size
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
    said = [_is_on(mark) for mark in _marks(element) if local(mark.tag) in ("b", "bCs", "u")]
    return any(said) if said else None


def _marks(element: Element) -> list[Element]:
    return [mark for each in element if local(each.tag) == "rPr" for mark in each]


def size_of(element: Element) -> int:
    """Give the size of the letters of a run, or of all by default, in half points; 0 where it is not said."""
    said = (attribute(mark, "val") for mark in _marks(element) if local(mark.tag) == "sz")
    size = next(said, "")
    return int(size) if size.isdecimal() and len(size) < _LONGEST_SIZE else 0


def _is_on(mark: Element) -> bool:
    return attribute(mark, "val") not in ("0", "false", "none", "off")


def is_bold(runs: Iterable[Element], style: str, styles: Styles) -> bool:
    """Whether all runs of a paragraph that show letters or figures are bold or large, by themselves, by their style or by its."""
    found = []
    for run in runs:
        shown = "".join(each.text or "" for each in run if local(each.tag) == "t")
        if any(map(str.isalnum, shown)):
            named = next((_value(each, "rStyle") for each in run if local(each.tag) == "rPr"), "")
            own = True if size_of(run) >= _LARGER * styles.size else bold_of(run)
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
