"""A hundred hostile templates and pictures: what cannot be printed is one sentence, within limits."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import picture
from tests.places import ROOT

pytestmark = pytest.mark.torture

LONGEST = (
    240  # seconds by the clock; printing has a limit of its own of half a minute of a processor
)
TEMPLATES = {
    "elements in elements": "<div>" * 3000,
    "a loop in a loop": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "a range without end": "{% for a in range(10**12) %}a{% endfor %}",
    "a power": "{{ 9**9**9 }}",
    "a long text": "{{ 'a' * 10**10 }}",
    "filler without end": "{% for a in range(9999) %}{{ lipsum(n=100) }}{% endfor %}",
    "sorting without end": "{% for a in range(9999) %}{% set b = range(99999) | sort %}{% endfor %}",
    "a wide space": "{{ 'a' | center(999999999) }}",
    "a wide number": "{{ '%99999999999d' % 1 }}",
    "itself": "{% include 'guide/title.html' %}",
    "a class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a module": "{{ self.__init__.__globals__ }}",
    "no template": "{% if %}",
    "a file of the system": "{% include '/etc/passwd' %}<img src='file:///etc/passwd'>",
    "something to fetch": "<img src='http://localhost:9/a.png'><link rel=stylesheet href='//localhost/a'>",
    "a page of no size": "<style>@page { size: 0 }</style>",
    "a page of a millimetre": "<style>@page { size: 1mm; margin: 0 } p { font-size: 99pt }</style><p>a b c d</p>",
    "letters without bounds": "<style>* { font-size: 1e30px }</style>",
    "columns without end": "<style>body { columns: 999999 }</style>",
    "a table without end": "<table><td colspan=999999999 rowspan=999999999>a</table>",
    "a list from far": "<ol start=99999999999999999999><li>a</ol>",
    "counters": "<style>p::before { counter-increment: a 999999999; content: counter(a, lower-roman) }</style><p>",
    "a drawing in a circle": "<svg><g id='a'><use href='#a'/></g></svg>",
    "drawings in drawings": "<svg viewBox='0 0 9 9'>" + "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(9)) + "</svg>",
    "a view without size": "<svg viewBox='0 0'><rect/></svg>",
    "variables in a circle": "<style>:root { --a: var(--b); --b: var(--a) } p { color: var(--a) }</style>",
    "escapes": "\x1b[31m\x00\ud7ff",
    "unclosed": "<!-- <style> @media {",
}  # fmt: skip
SVG = (
    "viewBox='a b c d'", "viewBox='0 0'", "viewBox='0 0 1e400 1'", "width='1e99' height='-1'", "width='100%'",
    "transform='rotate()'", "transform='matrix(1 2)'", "font-size='99999999999'", "style='a:b;;c'", "clip-path='url(#a)'",
    "mask='url(#z)'", "filter='url(#z)'", "stroke-dasharray='0 0'", "stroke-width='-1'", "preserveAspectRatio='x'",
)  # fmt: skip
INSIDE = (
    "<path d='M'/>", "<path d='M 0 0 A 1 1'/>", "<path d='{long}'/>", "<rect width='a'/>", "<circle r='-1'/>", "<text>{long}</text>",
    "<text x='1 2 a'>a</text>", "<polygon points='1'/>", "<use href='#z'/>", "<image href='data:,'/>", "<linearGradient id='a'/><rect fill='url(#a)' width='9' height='9'/>",
    "<style>* {{ fill: url(#a) }} @import 'x';</style>", "<marker id='a'/><path marker-end='url(#a)' d='M0 0 9 9'/>", "<pattern id='a' width='0' height='0'/><rect fill='url(#a)' width='9' height='9'/>", "<textPath href='#z'>a</textPath>",
)  # fmt: skip


def drawn(chance: random.Random) -> bytes:
    inside = "".join(chance.sample(INSIDE, 2)).format(long="M 0 0 " * 20_000)
    return f"<svg xmlns='http://www.w3.org/2000/svg' {' '.join(chance.sample(SVG, 1))}>{inside}</svg>".encode()


def spoilt(chance: random.Random) -> tuple[str, bytes]:
    """Damage a picture that was whole."""
    type, ending = chance.choice(
        (("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp"))
    )
    data = bytearray(picture(type, (chance.choice((1, 40, 900)), 40)))
    for _ in range(chance.choice((0, 1, 5, 50))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return ending, bytes(data[: chance.choice((len(data), len(data), chance.randrange(len(data))))])


DECK = {
    "deck.yaml": "id: mills\ntitle: Mills\nauthor: A\nwork: W\nlanguage: en\nrights: R\n",
    "source.txt": "1. The mill has 40 stones. Ada Kestrel built the mill in 1912 near Dunmere.\n",
    "1-a.yaml": "section: 1\ntitle: Stones\nsummary: The mill.\nitems:\n  - id: one\n"
    "    question: How many stones has the mill?\n    answer: '40'\n    evidence: The mill has 40 stones\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a deck that is printed in no time, so that what takes long is what is hostile."""
    (tmp_path / "x").mkdir()
    for name, text in DECK.items():
        (tmp_path / "x" / name).write_text(text, encoding="utf-8")
    return tmp_path


def held(project: Path, keep: Callable[[str, bytes], Path], only: str, name: str, content: bytes) -> None:  # fmt: skip
    """Build one thing, and hold what comes of it against what may."""
    place = project / "temporary"
    place.mkdir(exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(place)}
    environment.pop("STUDYGUIDE_SOURCE", None)
    done = subprocess.run(
        [sys.executable, "-m", "studyguide", "build", "x", "--only", only], cwd=project, env=environment,
        capture_output=True, text=True, timeout=LONGEST, check=False,
    )  # fmt: skip
    left = [*place.iterdir(), *project.rglob("*.part")]
    is_well = done.returncode in (0, 1, 2) and "Traceback" not in done.stderr and not left
    is_well = is_well and (done.returncode > 0 or any((project / "dist").glob("*.pdf")))
    if not is_well or "fault of the program" in done.stderr or "\x1b" in done.stdout + done.stderr:
        pytest.fail(f"{keep(name, content)}: {done.returncode} {done.stderr} {left}")


@pytest.mark.parametrize("text", TEMPLATES.values(), ids=TEMPLATES)
def test_a_hostile_template(project: Path, keep: Callable[[str, bytes], Path], text: str) -> None:
    path = project / "x" / "templates" / "guide" / "title.html"
    path.parent.mkdir(parents=True)
    content = (ROOT / "templates" / "guide" / "title.html").read_bytes() + text.encode()
    path.write_bytes(content)
    held(project, keep, "guide", "title.html", content)


@pytest.mark.parametrize("number", range(75))
def test_a_hostile_picture(project: Path, seed: int, keep: Callable[[str, bytes], Path], number: int) -> None:  # fmt: skip
    chance = random.Random(f"{seed} {number}")
    ending, content = ("svg", drawn(chance)) if number % 3 else spoilt(chance)
    (project / "x" / "media").mkdir(exist_ok=True)
    (project / "x" / "media" / f"hostile.{ending}").write_bytes(content)
    shown = f"    image: hostile.{ending}\n    alt: a picture\n"
    (project / "x" / "1-a.yaml").write_text(DECK["1-a.yaml"] + shown, encoding="utf-8")
    only = chance.choice(("guide", "cards"))
    held(project, keep, only, f"picture-{seed}-{number}.{ending}", content)
