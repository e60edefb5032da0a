"""The guide as one HTML page: the only module that knows Jinja.

What a curator wrote and a template from a deck's own folder are both untrusted: autoescape keeps
text from becoming markup, and the sandbox keeps templates away from files and from Python.
"""

from pathlib import Path, PurePath
from traceback import extract_tb
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from studyguide.errors import StudyGuideError
from studyguide.printing.press.fonts import can_be_italic
from studyguide.printing.press.formulas import with_formulas
from studyguide.printing.press.resources import picture_url
from studyguide.printing.press.typography import curled, lined
from studyguide.templates import Templates


def render(templates: Templates, name: str, **values: object) -> str:
    """Fill in a template. Raises `StudyGuideError` with file and line where it is at fault."""
    environment = _environment(templates)
    try:
        return environment.get_template(name).render(values)
    except Exception as error:
        fault = _template_fault(error)
        if fault is None:
            raise
        raise StudyGuideError(fault) from error


_MOST_REPEATED = 10**7


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, which by itself would let a template read any file through a `Path`.

    Powers are refused, and texts repeated too often: one of them can take all time and memory.
    """

    intercepted_binops = frozenset({"**", "*"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        is_repeated = hasattr(left, "__len__") or hasattr(right, "__len__")
        length, count = (len(it) if hasattr(it, "__len__") else it for it in (left, right))
        if operator == "**" or (is_repeated and length * count > _MOST_REPEATED):
            raise SecurityError(f"`{operator}` makes too much of {left!r:.20} and {right!r:.20}")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        return not isinstance(obj, PurePath) and super().is_safe_attribute(obj, attr, value)


def _environment(templates: Templates) -> Environment:
    environment = _Sandbox(
        loader=FunctionLoader(lambda name: (templates.read(name), str(templates.path(name)), None)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finished,
    )
    environment.filters["picture_url"] = picture_url
    environment.filters["formulas"] = _formulas
    environment.filters["title_of_a_work"] = _title_of_a_work
    environment.filters["with_titles"] = _with_titles
    return environment


def _finished(value: object) -> object:
    return curled(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@pass_context
def _formulas(context: Context, text: str) -> str:
    """Set a text from an item: its formulas drawn, if its deck has any, its lines as they stand."""
    is_math = context["guide"].math
    if "\n" not in (text := text.rstrip("\r\n")):
        return with_formulas(text) if is_math else text
    return lined(with_formulas(text) if is_math else escape(curled(text)))


def _title_of_a_work(work: str) -> Markup:
    """Set the title of a work in italics, but not what follows its first comma, as in a citation."""
    title, comma, rest = work.partition(",")
    if not can_be_italic(title):
        return escape(curled(work))
    return Markup("<i>{}</i>{}{}").format(curled(title), comma, curled(rest))


@pass_context
def _with_titles(context: Context, text: str) -> Markup:
    """Set the title of the work that the text is taken from in italics wherever a text names it."""
    title = curled(context["guide"].work.partition(",")[0])
    shown = curled(text)
    if len(title.split()) < 2 or not can_be_italic(title):
        return escape(shown)
    return Markup("<i>{}</i>").format(title).join(map(escape, shown.split(title)))


def _template_fault(error: Exception) -> str | None:
    """Tell in which line of which template an error arose, or nothing if it is none of theirs."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}: {error.message}"
    for frame in reversed(extract_tb(error.__traceback__)):
        if Path(frame.filename).suffix in {".html", ".css"}:
            return f"{frame.filename}:{frame.lineno}: {error}"
    return None
