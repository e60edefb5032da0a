"""The guide as one HTML page: the only module that knows Jinja.

What a curator wrote and a template from a deck's own folder are both untrusted: autoescape keeps
text from becoming markup, and the sandbox keeps templates away from files and from Python.
"""

import marshal
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePath
from traceback import extract_tb
from types import CodeType, FrameType
from typing import Any, ClassVar

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from studyguide.errors import StudyGuideError
from studyguide.printing.press import fonts
from studyguide.printing.press.lettering import enlarged, has_letters
from studyguide.printing.press.resources import picture_url
from studyguide.printing.press.typesetting import Typesetter
from studyguide.printing.press.typography import cited
from studyguide.system import user_cache
from studyguide.system.program import of_module
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary


def render(templates: Templates, name: str, **values: Any) -> str:
    """Fill in a template, in the words of its `vocabulary`, or else those of its `guide`, or English.

    Raises `StudyGuideError` with file and line where it is at fault.
    """
    guide = values.get("guide")
    values.setdefault("vocabulary", guide.vocabulary if guide else Vocabulary())
    environment = _environment(templates, Typesetter(values["vocabulary"], guide))
    try:
        with _not_for_ever(name, len(guide.entries) if guide else 0):
            filled_in = environment.get_template(name).render(values)
    except MemoryError:
        raise  # told by the border, which knows how much there was
    except Exception as error:
        fault = _template_fault(error)
        if fault is None:
            raise
        raise StudyGuideError(fault) from error
    _COMPILED.save()
    return filled_in


_SECONDS = 5
"""What filling in a template may take of a processor, and a second more for each of `_ENTRIES`."""

_ENTRIES = 25


@contextmanager
def _not_for_ever(name: str, entries: int) -> Iterator[None]:
    """Refuse a template that does not come to an end: loops in loops need no forbidden means.

    Only the first thread can be told; the others have the limit of their process.
    """
    seconds = _SECONDS + entries // _ENTRIES

    def told(_: int, __: FrameType | None) -> None:
        raise StudyGuideError(f"{name} takes more than {seconds} s to fill in: mend the template")

    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, told)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


_STACKS = (
    ("serif", "Guide Source Serif", "Guide Source Sans"),
    ("sans", "Guide Source Sans", "Guide Source Serif"),
)
"""What style sheets call the faces: the one for text, the one for what accompanies it."""

_MOST_REPEATED = 10**7


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, which by itself would let a template read any file through a `Path`.

    Powers are refused, and texts repeated too often: one of them can take all time and memory.
    """

    intercepted_binops = frozenset({"**", "*"})
    known: ClassVar[dict[tuple[type, str], bool]] = {}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        is_repeated = hasattr(left, "__len__") or hasattr(right, "__len__")
        length, count = (len(it) if hasattr(it, "__len__") else it for it in (left, right))
        if operator == "**" or (is_repeated and length * count > _MOST_REPEATED):
            raise SecurityError(f"`{operator}` makes too much of {left!r:.20} and {right!r:.20}")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell by an object's type and the name alone; cards ask for 20,000, of a hundred kinds."""
        key = type(obj), attr
        if key not in self.known:
            is_path = isinstance(obj, PurePath)
            self.known[key] = not is_path and super().is_safe_attribute(obj, attr, value)
        return self.known[key]


class _Compiled(BytecodeCache):
    """Templates that were compiled before, by name, place and text; those that come with us in the user's cache, too.

    Nothing that an environment knows is in them: what is constant is set and filtered while they run.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType | None]] | None = None
        self._is_new = False

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return f"{name} {filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        if self._known is None:
            self._known = _kept()
        checksum, code = self._known.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known = {**(self._known or {}), bucket.key: (bucket.checksum, bucket.code)}
        self._is_new |= _is_ours(bucket.key)

    def save(self) -> None:
        """Keep what is new for the next time, beside what another process has kept meanwhile."""
        if self._is_new:
            ours = {key: each for key, each in (self._known or {}).items() if _is_ours(key)}
            user_cache.keep(_key(), marshal.dumps({**_kept(), **ours}))
            self._is_new = False


def _kept() -> dict[str, tuple[str, CodeType | None]]:
    body = user_cache.kept(_key())
    return marshal.loads(body) if body else {}  # noqa: S302, it has our seal


@cache
def _key() -> str:
    """Name what is kept by all that it hangs on: Python, Jinja, and how we have it compile."""
    return of_module(__file__)


def _is_ours(key: str) -> bool:
    """Whether a template is one that comes with us: a deck's own may be anybody's."""
    name, ours = key.partition(" ")[0], Templates.bundled()
    return ours.has(name) and key == f"{name} {ours.path(name)}"


_COMPILED = _Compiled()


def _environment(templates: Templates, typesetter: Typesetter) -> Environment:
    @pass_context
    def finished(_: Context, value: object) -> object:
        return typesetter.finished(value)

    environment = _Sandbox(
        loader=FunctionLoader(lambda name: (*templates.source(name), None)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finished,
        optimized=False,
        bytecode_cache=_COMPILED,
    )
    environment.filters["picture_url"] = picture_url
    environment.filters["enlarged"] = enlarged
    environment.filters["has_letters"] = has_letters
    environment.filters["ended"] = typesetter.ended
    environment.filters["bound_end"] = typesetter.bound_end
    environment.filters["last_word"] = typesetter.last_word
    environment.filters["last_words"] = typesetter.last_words
    environment.filters["known_words"] = typesetter.known_words
    environment.filters["formulas"] = typesetter.formulas
    environment.filters["title_of_a_work"] = typesetter.title_of_a_work
    environment.filters["in_a_sentence"] = typesetter.in_a_sentence
    environment.filters["whole_work"] = typesetter.whole_work
    environment.filters["with_titles"] = typesetter.with_titles
    environment.filters["cited"] = cited
    environment.filters["in_a_drawing"] = typesetter.in_a_drawing
    environment.filters["in_italics"] = typesetter.in_italics
    for name, first, second in _STACKS:
        environment.globals[name] = Markup(fonts.stack(first, second, templates.faces))  # noqa: S704, names of letters
    environment.globals["say"] = typesetter.say
    environment.globals["tongue"] = typesetter.tongue
    environment.globals["side"] = typesetter.turned
    environment.globals["counted"] = typesetter.counted
    environment.globals["said"] = typesetter.said
    return environment


def _template_fault(error: Exception) -> str | None:
    """Tell in which line of which template an error arose, or nothing if it is none of theirs."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}: {error.message}"
    for frame in reversed(extract_tb(error.__traceback__)):
        if Path(frame.filename).suffix in {".html", ".css"}:
            return f"{frame.filename}:{frame.lineno}: {error}"
    return None
