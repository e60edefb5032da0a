"""The guide as one HTML page: the only module that knows Jinja.

What a curator wrote and a template from a deck's own folder are both untrusted: autoescape keeps
text from becoming markup, and the sandbox keeps templates away from files and from Python.
"""

import marshal
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path, PurePath
from traceback import extract_tb
from types import BuiltinMethodType, CodeType, MethodType
from typing import Any, ClassVar, Final

from markupsafe import Markup, escape

from studyguide.errors import StudyGuideError
from studyguide.guide.quotation import marks_of
from studyguide.guide.work import is_by_another
from studyguide.patterns import compiled_late
from studyguide.printing.press import fonts
from studyguide.printing.press.lettering import enlarged, least_tall, most_wide
from studyguide.printing.press.resources import picture_url
from studyguide.printing.press.typesetting import Typesetter
from studyguide.printing.press.typography import cited, is_from_right
from studyguide.system import user_cache
from studyguide.system.program import of_module
from studyguide.system.time_limit import within
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary

with compiled_late():  # what reads templates, which are compiled already
    from jinja2 import (
        BytecodeCache,
        Environment,
        FunctionLoader,
        StrictUndefined,
        Template,
        TemplateSyntaxError,
        Undefined,
        pass_context,
    )  # fmt: skip
    from jinja2.bccache import Bucket
    from jinja2.exceptions import SecurityError
    from jinja2.runtime import Context, Macro
    from jinja2.sandbox import SandboxedEnvironment


def render(templates: Templates, name: str, **values: Any) -> str:
    """Fill in a template, in the words of its `vocabulary`, or else those of its `guide`, or English.

    Raises `StudyGuideError` with file and line where it is at fault.
    """
    guide = values.get("guide")
    words = values.setdefault("vocabulary", guide.vocabulary if guide else Vocabulary())
    environment = _environment(templates, Typesetter(words, guide, marks_of(guide, words.language)))
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


_SECONDS, _ENTRIES = 5, 25
"""What filling in a template may take of a processor, and a second more for each of so many entries."""


def _not_for_ever(name: str, entries: int) -> AbstractContextManager[None]:
    """Refuse a template that does not come to an end."""
    seconds = _SECONDS + entries // _ENTRIES
    return within(seconds, f"{name} takes more than {seconds} s to fill in: mend the template")


_STACKS = (
    ("serif", "Guide Source Serif", "Guide Source Sans"),
    ("sans", "Guide Source Sans", "Guide Source Serif"),
)
"""What style sheets call the faces: the one for text, the one for what accompanies it."""

_MOST_REPEATED = 10**7

_TOLD: Final = frozenset(("jinja_pass_arg", "unsafe_callable", "alters_data"))
"""What tells the sandbox more of a function than that it can be called."""

_NOTHING: Final[Any] = object()


class _Template(Template):
    """A template that escapes nothing again: what it puts out is set, and so escaped, already."""

    @classmethod
    def from_code(cls, environment: Environment, code: CodeType, *rest: Any) -> Template:
        template = super().from_code(environment, code, *rest)
        template.root_render_func.__globals__["escape"] = _escaped
        return template


def _escaped(value: Any) -> Markup:
    if type(value) is Markup:
        return value
    return Markup("") if type(value) is Undefined else escape(value)


class _Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, which by itself would let a template read any file through a `Path`.

    Powers are refused, and texts repeated too often: one of them can take all time and memory.
    """

    template_class = _Template
    intercepted_binops = frozenset({"**", "*"})
    safe: ClassVar[set[tuple[type, str]]] = set()
    is_more = staticmethod(cache(lambda function: not _TOLD.isdisjoint(dir(function))))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        is_repeated = hasattr(left, "__len__") or hasattr(right, "__len__")
        length, count = (len(it) if hasattr(it, "__len__") else it for it in (left, right))
        if operator == "**" or (is_repeated and length * count > _MOST_REPEATED):
            raise SecurityError(f"`{operator}` makes too much of {left!r:.20} and {right!r:.20}")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give at once what was safe before of such an object, unless it is a way to format a text."""
        if (type(obj), attribute) in self.safe:
            value = getattr(obj, attribute, _NOTHING)
            is_method = type(value) in (MethodType, BuiltinMethodType)
            if value is not _NOTHING and not (is_method and value.__name__.startswith("format")):
                return value
        return super().getattr(obj, attribute)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call at once what is known to want no context: a macro, and most methods."""
        if type(called) is Macro:
            args = context.eval_ctx, *args
        elif type(called) is not MethodType or self.is_more(called.__func__):
            return super().call(context, called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell by an object's type and the name alone; cards ask for 20,000, of a hundred kinds."""
        if (type(obj), attr) not in self.safe:
            if isinstance(obj, PurePath) or not super().is_safe_attribute(obj, attr, value):
                return False
            self.safe.add((type(obj), attr))
        return True


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


_SHOWN: Final = (picture_url, enlarged, least_tall, most_wide, cited, is_from_right, is_by_another)
_SETTING: Final = (
    "ended", "bound", "bound_end", "last_word", "last_words", "whole_end", "known_words", "formulas", "title_of_a_work", "in_a_sentence",
    "in_quotes", "whole_work", "with_titles", "in_a_drawing", "in_italics",
)  # fmt: skip
"""The filters that set a text as its language is set."""

_SAYING: Final = ("say", "tongue", "counted", "said")
"""What says something in that language."""


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
    environment.filters |= {each.__name__: each for each in _SHOWN}
    environment.filters |= {name: getattr(typesetter, name) for name in _SETTING}
    environment.globals |= {name: getattr(typesetter, name) for name in _SAYING}
    environment.globals["side"] = typesetter.turned
    for name, first, second in _STACKS:
        environment.globals[name] = Markup(fonts.stack(first, second, templates.faces))  # noqa: S704, names of letters
    return environment


def _template_fault(error: Exception) -> str | None:
    """Tell in which line of which template an error arose, or nothing if it is none of theirs."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename}:{error.lineno}: {error.message}"
    for frame in reversed(extract_tb(error.__traceback__)):
        if Path(frame.filename).suffix in {".html", ".css"}:
            return f"{frame.filename}:{frame.lineno}: {error}"
    return None
