"""Elements as selectors ask for them: what each is called is read once, and it is one object however often it is come to.

cssselect2 makes new ones each time it walks through a page, and a lock is taken for each name that it looks up.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any


def _is_name(selector: object) -> bool:
    """Whether a selector is the name of an element of HTML."""
    return (
        isinstance(selector, str)
        and selector.isascii()
        and selector.isalpha()
        and selector.islower()
    )


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


@cache
def element_class() -> Any:
    """Give the class of elements; cssselect2 is loaded with WeasyPrint."""
    from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
    from cssselect2.compiler import split_whitespace  # type: ignore[import-untyped]

    class Element(ElementWrapper):  # type: ignore[misc]
        def __init__(self, of: Any, *rest: Any, **more: Any) -> None:
            super().__init__(of, *rest, **more)
            namespace, _, name = of.tag.rpartition("}")
            self.local_name, self.namespace_url = name, namespace[1:]
            self.id, self.classes = of.get("id"), {*split_whitespace(of.get("class", ""))}
            self.met: list[Any] | None = None

        def iter_children(self) -> Iterator[Any]:
            if self.met is None:
                self.met = [*super().iter_children()]
            return iter(self.met)

        def child(self, at: int) -> Any:
            if self.met is None:
                self.iter_children()
            return (self.met or [])[at]

        def query_all(self, *selectors: Any) -> Iterator[Any]:
            if self.parent is not None or not all(map(_is_name, selectors)):
                return iter(super().query_all(*selectors))
            named = (each for each in self.etree_element.iter() if _name(each) in selectors)
            return map(type(self).from_html_root, named)  # WeasyPrint asks for nothing around them

        def iter_next_siblings(self) -> Iterator[Any]:
            return iter([*self.iter_siblings()][self.index + 1 :])

    return Element
