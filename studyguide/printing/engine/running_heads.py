"""What stands on a page, told in its running head: from the first to the last."""

from contextlib import AbstractContextManager
from typing import Any

from studyguide.printing.engine.instead import instead


def told_as_spans(layout: Any) -> AbstractContextManager[None]:
    """Tell all that is set on a page as a span, while the block runs; `layout` is WeasyPrint's package of that name."""
    return instead(layout.LayoutContext, "get_string_set_for", _as_span)


def _as_span(before: Any) -> Any:
    """Say where a style sheet asks for `all-once` what the page begins with, which may go on from the one before, and its last: one alone once."""

    def told(context: Any, page: Any, name: str, keyword: str = "first") -> tuple[str, ...]:
        if keyword != "all-once":
            return tuple(before(context, page, name, keyword))
        here = before(context, page, name, "all-once")
        first = before(context, page, name, "start") or here[:1]
        last = here[-1:] or first
        return (*first,) if first == last else (*first, "–", *last)

    return told
