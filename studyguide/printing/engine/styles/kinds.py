"""Elements of a kind have one style: the first of them is asked for it.

WeasyPrint matches each element with all selectors that its name and its classes call for, and puts together what they
declare, to find in the end that it had that style before, as 9 of 10 elements of a guide do. Of a kind are elements
with the same name and attributes whose parents are of a kind, and for which the same is true of where they stand,
wherever a selector asks for that.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from copy import copy
from functools import cache, cached_property, lru_cache, partial
from types import CodeType
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.instead import instead

_OF_KINDS: Final = frozenset((
    "id", "classes", "local_name", "namespace_url", "lang", "in_html_document", "parent", "ancestors", "etree_element",
    "tag", "attrib", "get", "lower", "startswith", "endswith", "split_whitespace", "ascii_lower", "any", "next",
))  # fmt: skip
"""What a test of a selector asks that is the same for all of a kind; the rest goes by where an element stands."""

_ALWAYS: Final = ("class", "id", "lang", "{http://www.w3.org/XML/1998/namespace}lang")

_ADDRESS: Final = "href"
"""An attribute that hardly two elements have alike; most selectors only ask if it is there."""

_OF_THEIR_OWN: Final = frozenset(("first-line", "first-letter"))
"""Whose styles are gone through by what was asked of them so far."""


def styled_by_kind(css: Any) -> AbstractContextManager[None]:
    """Style pages so while a block runs; `css` is WeasyPrint's module of that name."""
    return instead(css, "StyleFor", partial(_by_kind, css.PSEUDO_ELEMENTS - {None}))


def _by_kind(parts: frozenset[str], before: Any) -> Any:
    class StyleFor(before):  # type: ignore[misc]
        def __init__(self, html: Any, sheets: Any, *rest: Any) -> None:
            page = copy(html)
            page.wrapper_element = walk = _Walk(html.wrapper_element, sheets, self, parts)
            super().__init__(page, sheets, *rest)
            walk.share_with_parts()

        @cached_property
        def parted(self) -> set[Any] | None:
            """The elements with styles of parts; nothing on a page with notes, which are parts of what they stand in."""
            styles = self.get_computed_styles()
            has_notes = any(
                map(_is_of_notes, {id(each): each for each in styles.values()}.values())
            )
            return None if has_notes else {element for element, part in styles if part}

        def __call__(self, element: Any, pseudo_type: Any = None) -> Any:
            style = self.get_computed_styles().get((element, pseudo_type))
            if not style or hasattr(style, "is_settled"):
                return style
            style.is_settled = True
            return super().__call__(element, pseudo_type)

    return StyleFor


def _is_of_notes(style: Any) -> bool:
    return bool(style["float"] == "footnote" or style["position"][0] == "note()")


class _Kind:
    """A kind of elements: the first of them, which parts of it have styles, and the kinds of what stands in them.

    `tests` are of places: what they say parts a kind in several, `parted`.
    """

    __slots__ = ("first", "inside", "parted", "parts", "tests")

    def __init__(self, tests: tuple[Any, ...] = ()) -> None:
        self.tests = tests
        self.first: Any = None
        self.parts: tuple[str, ...] = ()
        self.inside = dict[object, _Kind]()
        self.parted = dict[object, _Kind]()


class _Place:
    """Where an element stands: which of its parent's children it is, and as selectors ask for it."""

    __slots__ = ("_at", "_parent", "_wrapper")

    def __init__(self, wrapper: Any, parent: "_Place | None" = None, at: int = 0) -> None:
        self._wrapper, self._parent, self._at = wrapper, parent, at

    def child(self, at: int) -> Any:
        """Give a child."""
        if self._wrapper is None and self._parent:
            self._wrapper = self._parent.child(self._at)
        return self._wrapper.child(at)


class _Walk:
    """The elements of a page in their order, but for those of a kind that came before; they get the styles of its first."""

    def __init__(self, root: Any, sheets: Any, style_for: Any, parts: frozenset[str]) -> None:
        self._root, self._style_for, self._parts = root, style_for, sorted(parts)
        self._asked = [_asked(sheet.matcher) for sheet, *_ in sheets]
        self._named = frozenset[str]().union(*(each.attributes for each in self._asked))
        self._twins = list[tuple[Any, _Kind]]()

    def iter_subtree(self) -> Iterator[Any]:
        """Yield the first of each kind, as selectors ask for them, and all with a style of their own."""
        styles = self._style_for.get_computed_styles()
        own = {element for element, _ in self._style_for.get_cascaded_styles()}
        yield self._root
        waiting = [(_children(self._root.etree_element), _Kind(), _Place(self._root))]
        while waiting:
            children, above, place = waiting[-1]
            for at, child in children:
                if child in own:
                    kind = _Kind()
                    yield place.child(at)
                else:
                    kind = self._kind(child, above, place, at)
                    if kind.first is not None:
                        styles[child, None] = styles[kind.first, None]
                        self._twins.append((child, kind))
                    else:
                        yield place.child(at)
                        self._begin(kind, child)
                if len(child):
                    waiting.append((_children(child), kind, _Place(None, place, at)))
                    break
            else:
                waiting.pop()

    def share_with_parts(self) -> None:
        """Give what stands before, behind or at the head of elements the style that it has at the first of their kind."""
        styles = self._style_for.get_computed_styles()
        for element, kind in self._twins:
            for part in kind.parts:
                styles[element, part] = styles[kind.first, part]

    def _begin(self, kind: _Kind, first: Any) -> None:
        """Let an element that has its style now be the first of its kind, unless each has to have its own."""
        cascaded = self._style_for.get_cascaded_styles()
        parts = tuple(part for part in self._parts if (first, part) in cascaded)
        if _OF_THEIR_OWN.isdisjoint(parts):
            kind.first, kind.parts = first, parts

    def _kind(self, element: Any, above: _Kind, place: _Place, at: int) -> _Kind:
        named = self._named
        key = (
            element.tag,
            *[(n, v) for n, v in element.attrib.items() if n in named],
            _ADDRESS in element.attrib,
        )
        if key not in above.inside:
            wrapper = place.child(at)
            tests = (test for each in self._asked for test in each.tests_of(wrapper))
            above.inside[key] = _Kind(tuple(tests))
        kind = above.inside[key]
        if not kind.tests:
            return kind
        wrapper = place.child(at)
        said = tuple([bool(test(wrapper)) for test in kind.tests])
        return kind.parted.setdefault(said, _Kind())


def _children(element: Any) -> Iterator[tuple[int, Any]]:
    return enumerate(each for each in element if isinstance(each.tag, str))


class _Asked(NamedTuple):
    """Which attributes the selectors of a style sheet ask for; those that ask for places, as its matcher has them."""

    attributes: frozenset[str]
    places: Any

    def tests_of(self, element: Any) -> Iterator[Any]:
        """Yield the tests of places that can be true of elements of this name and these classes."""
        matcher = self.places
        groups = [
            matcher.id_selectors.get(element.id, ()),
            *(matcher.class_selectors.get(each, ()) for each in element.classes),
            matcher.lower_local_name_selectors.get(element.local_name.lower(), ()),
            matcher.namespace_selectors.get(element.namespace_url, ()),
            matcher.lang_attr_selectors,
            matcher.other_selectors,
        ]
        return (entry[0] for group in groups for entry in group)


@lru_cache(maxsize=16)
def _asked(matcher: Any) -> _Asked:
    """Part the selectors of a style sheet into those that ask for places and the others."""
    attributes, places = {*_ALWAYS}, copy(matcher)
    for name, entries in vars(matcher).items():
        if isinstance(entries, dict):
            parted = {key: _of_places(each, attributes) for key, each in entries.items()}
            setattr(places, name, {key: each for key, each in parted.items() if each})
        elif isinstance(entries, list):
            setattr(places, name, _of_places(entries, attributes))
    return _Asked(frozenset(attributes), places)


def _of_places(entries: Iterable[Any], attributes: set[str]) -> list[Any]:
    """Give the selectors that ask for places; add the attributes that the others ask for."""
    found = []
    for entry in entries:
        names, texts = _names_and_texts(entry[0].__code__)
        if entry[0].__code__ in _asks_for_an_address():
            continue
        if not names <= _OF_KINDS or _ADDRESS in texts:
            found.append(entry)
        else:
            attributes |= texts
    return found


def _names_and_texts(code: CodeType) -> tuple[set[str], set[str]]:
    """Give what the code of a test calls by name, and the texts in it, among which are all attributes."""
    names, texts = {*code.co_names}, set[str]()
    for each in code.co_consts:
        if isinstance(each, CodeType):
            inner = _names_and_texts(each)
            names |= inner[0]
            texts |= inner[1]
        elif isinstance(each, str):
            texts.add(each)
    return names, texts


@cache
def _asks_for_an_address() -> frozenset[CodeType]:
    """Give the code of selectors that ask for nothing but if there is an address."""
    from cssselect2 import compile_selector_list  # type: ignore[import-untyped]

    return frozenset(each.test.__code__ for each in compile_selector_list(":link, :any-link"))
