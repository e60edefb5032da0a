"""Tags: of boxes that are neither lists nor tables they are made in less time, and those of texts written at once.

WeasyPrint makes four objects for each, and a generator at each depth; and pydyf asks each key of each what it is.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import cache, partial
from typing import Any, Final

from studyguide.printing.engine.instead import instead

_OF_THEIR_OWN: Final = {"LI", "TD", "TH", "Table", "Figure"}
"""Tags that ask what they stand in, or tell more of what stands in them."""

_UNTOLD: Final = "html", "body"
"""Elements that have no tag."""

_ELEMENT: Final = b"<</Type /StructElem/S %b/K [%b]/Pg %b/P %b>>"


def made_directly(tags: Any) -> AbstractContextManager[None]:
    """Make tags so while a block runs; what it takes is WeasyPrint's module of that name."""
    return instead(tags, "_build_box_tree", partial(_Tags, tags))


class _Tags:
    """Tags a box and what stands in it."""

    def __init__(self, tags: Any, before: Any) -> None:
        boxes = tags.boxes
        self._tags, self._before = tags, before
        self._line, self._text = boxes.LineBox, boxes.TextBox
        self._untold, self._margin = (boxes.PageBox, boxes.ReplacedBox), boxes.MarginBox
        self._kind_of = cache(tags._get_pdf_tag)  # noqa: SLF001
        self._element, self._told = _kind_of_elements(), _kind_of_told()

    def __call__(self, box: Any, parent: Any, *among: Any) -> Iterable[Any]:
        """Give the tag of a box, or those of what stands in it; what it stands `among` is WeasyPrint's."""
        box = box._box if isinstance(box, self._tags.AbsolutePlaceholder) else box  # noqa: SLF001
        if isinstance(box, self._margin):
            return self._led_in_margin(box, parent, *among)
        name = None if box.element is None else box.element_tag
        kind = self._kind_of(name)
        is_plain = kind not in _OF_THEIR_OWN and name not in _UNTOLD and not box.widget_annotation
        if not is_plain or isinstance(box, self._untold):
            return self._before(box, parent, *among)  # type: ignore[no-any-return]
        if (
            kind == "Link" and not box.link_annotation
        ):  # it leads nowhere, as the foot of a page without answers
            kind = "Span"
        pdf, page, numbers, links, marks = among
        on, kids = pdf.page_references[page], list[Any]()
        element = self._element(Type="/StructElem", S=f"/{kind}", K=kids, Pg=on, P=parent.reference)
        pdf.add_object(element)
        own = element.reference
        if box.link_annotation:
            told = b"<</Type /OBJR/Obj %b/Pg %b>>" % (box.link_annotation.reference, on)
            kids.append(self._referred_to(pdf, told))
            links.append((own, box.link_annotation))
        for each in _in_lines(self._line, box.children):
            if not isinstance(each, self._text):
                at = len(kids)
                inside = self._tags._build_box_tree(each, element, *among)  # noqa: SLF001, ours
                kids[at:at] = [one.reference for one in inside]
                continue
            mark = marks.pop(each)
            number, kid = mark["mcid"], own
            if kind != "Link":
                told = _ELEMENT % (b"/" + mark["tag"].encode(), b"%d" % number, on, own)
                kid = self._referred_to(pdf, told)
            kids.append(number if kid is own else kid)
            numbers[number] = kid
        return (element,)

    def _led_in_margin(self, box: Any, parent: Any, *among: Any) -> list[Any]:
        """Give the tags of what stands in a margin and leads elsewhere; the others are made, but in no tree: they are not read."""
        *_, links, _ = among
        led = list[Any]()
        for child in box.children:
            before = len(links)
            made = [*self._tags._build_box_tree(child, parent, *among)]  # noqa: SLF001, ours
            led += made if len(links) > before else []
        return led

    def _referred_to(self, pdf: Any, told: bytes) -> bytes:
        """Put an object into a PDF that is told whole, and give what refers to it."""
        made = self._told(told)
        pdf.add_object(made)
        return b"%d 0 R" % made.number


def _in_lines(line: Any, children: Any) -> Iterable[Any]:
    for child in children:
        if isinstance(child, line):
            yield from child.children
        else:
            yield child


@cache
def _kind_of_elements() -> Any:
    """Give the kind of objects that are tags of boxes: as pydyf's, but made and written in less time."""
    from pydyf import Dictionary  # type: ignore[import-untyped]

    class Element(Dictionary):  # type: ignore[misc]
        offset, generation, free, compressible = 0, 0, "n", True
        __init__ = dict.__init__

        @property
        def reference(self) -> bytes:
            return b"%d 0 R" % self.number

        @property
        def data(self) -> bytes:
            kids = b" ".join([each if type(each) is bytes else b"%d" % each for each in self["K"]])
            return _ELEMENT % (self["S"].encode(), kids, self["Pg"], self["P"])

    return Element


@cache
def _kind_of_told() -> Any:
    """Give the kind of objects of which all is told when they are made, such as tags of texts."""
    from pydyf import Object

    class Told(Object):  # type: ignore[misc]
        offset, generation, free, compressible, data = 0, 0, "n", True, b""

        def __init__(self, data: bytes) -> None:
            self.data = data

    return Told
