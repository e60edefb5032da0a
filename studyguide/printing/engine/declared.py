"""Our faces, declared to Fontconfig where their files are, once in a process: to read nine files takes longer than to print a word."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from studyguide.errors import StudyGuideError


class Declared(NamedTuple):
    """One style of a family, as CSS names it, and where it is; without a weight the file holds all."""

    family: str
    style: str
    weight: int | None
    path: Path


_kept: list[Any] = []
"""Fontconfig's configuration with our faces in it, if one lies ready: none where it is in use.

It is all that one print leaves to the next, and to a copy of this process: what Pango makes of it, in a thread of its
own, goes with each."""

_RULE = """
<match target="scan"><test name="file" compare="eq"><string>{path}</string></test>
<edit name="family" mode="prepend"><string>{family}</string></edit>
<edit name="slant" mode="assign_replace"><const>{slant}</const></edit>{weight}</match>
<match target="font"><test name="file" compare="eq"><string>{path}</string></test>
<edit name="fontfeatures" mode="assign_replace"><string>kern 1</string></edit></match>"""
"""What WeasyPrint makes of a rule `@font-face`."""

_WEIGHT = '<edit name="weight" mode="assign_replace"><int>{}</int></edit>'


@contextmanager
def in_these_faces(fonts: Any, faces: Iterable[Declared], folder: Path) -> Iterator[Any]:
    """Give WeasyPrint a configuration of these faces, which are the same in all of a process, and of what a page declares.

    `fonts` is WeasyPrint's module of that name; what is declared goes to the folder, and is none of the next print.
    Raises `StudyGuideError` where a face cannot be read.
    """
    before = {*folder.iterdir()}
    config = _kept.pop() if _kept else _read(fonts, faces)
    yield _configuration(fonts, config, folder)
    if {*folder.iterdir()} == before:
        _kept[:] = [config]


def _read(fonts: Any, faces: Iterable[Declared]) -> Any:
    """Read what a machine has, then the files of the faces."""
    fontconfig = fonts.fontconfig
    config = fonts.ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    told = [*faces]
    rules = "".join(_rule(each, fonts) for each in told)
    document = f'<?xml version="1.0"?><fontconfig>{rules}</fontconfig>'
    fontconfig.FcConfigParseAndLoadFromMemory(config, document.encode(), True)
    for face in told:
        if not fontconfig.FcConfigAppFontAddFile(config, str(face.path).encode()):
            raise StudyGuideError(f"the face {face.path} cannot be read")
    return config


def _rule(face: Declared, fonts: Any) -> str:
    weight = _WEIGHT.format(fonts.FONTCONFIG_WEIGHT[face.weight]) if face.weight else ""
    slant = fonts.FONTCONFIG_STYLE[face.style]
    path = escape(face.path.as_posix())
    return _RULE.format(path=path, family=escape(face.family), slant=slant, weight=weight)


def _configuration(fonts: Any, config: Any, folder: Path) -> Any:
    """Have a map of Pango's, and WeasyPrint's own notes, anew above a configuration that is there already."""
    kind, cast = fonts.FontConfiguration, fonts.ffi.cast
    made = kind.__new__(kind)
    made._config = config  # noqa: SLF001, made as it makes itself, but that it reads nothing
    made._folder = folder  # noqa: SLF001, its own would go when it is garbage: never, in a copy that is stopped
    made.font_map = fonts.ffi.gc(
        fonts.pangoft2.pango_ft2_font_map_new(), fonts.gobject.g_object_unref
    )
    fonts.pangoft2.pango_fc_font_map_set_config(cast("PangoFcFontMap *", made.font_map), config)
    made.strut_layouts, made.font_features = {}, {}
    return made
