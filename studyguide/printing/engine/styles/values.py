"""Values of a style that nothing was said of: inherited or initial, they are had without what only said ones call for.

WeasyPrint looks for variables, formulas and the name that a value has in other directions of writing, in each of the
60 values that are asked of a style, of which 40 are declared nowhere.
"""

from contextlib import AbstractContextManager
from functools import cache, partial
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.instead import instead

_BY_OTHERS: Final = frozenset(("position", "float", "display", "page"))
"""Whose values hang on one another, or on ancestors."""

_DIRECTIONS: Final = ("ltr", "rtl")


class _Known(NamedTuple):
    """The values that are inherited as they are, and initial ones; which are said by other names, too, and those names."""

    inherited: frozenset[str]
    initial: dict[str, Any]
    physical: frozenset[str]
    logical: frozenset[str]


def had_at_once(css: Any) -> AbstractContextManager[None]:
    """Compute values so while a block runs; `css` is WeasyPrint's module of that name."""
    return instead(css, "ComputedStyle", partial(_quick, _known(css)))


@cache
def _known(css: Any) -> _Known:
    functions = css.PHYSICAL_FUNCTIONS
    names = (each(block="ttb", inline=way) for each in functions.values() for way in _DIRECTIONS)
    initial = {
        name: value for name, value in css.INITIAL_VALUES.items() if _is_plain(name, value, css)
    }
    inherited = frozenset(filter(_is_simple, css.INHERITED))
    return _Known(inherited, initial, frozenset(functions), frozenset(names))


def _is_simple(name: str) -> bool:
    return name not in _BY_OTHERS and not name.startswith(("__", "text_decoration_"))


def _is_plain(name: str, value: Any, css: Any) -> bool:
    """Whether an initial value is the computed one."""
    is_computed = name not in css.INHERITED and name not in css.INITIAL_NOT_COMPUTED
    return is_computed and _is_simple(name) and not css.check_math(value)


def _quick(known: _Known, before: Any) -> Any:
    inherited, initial, physical, logical = known

    class ComputedStyle(before):  # type: ignore[misc]
        def __missing__(self, name: str) -> Any:
            above = self.parent_style
            if name in self.cascaded or above is None:
                return super().__missing__(name)
            if name in physical and (self.pseudo_type or not logical.isdisjoint(self.cascaded)):
                return super().__missing__(name)
            if name in inherited:
                value = self[name] = above[name]
            elif name in initial:
                value = self[name] = initial[name]
            else:
                value = super().__missing__(name)
            return value

    return ComputedStyle
