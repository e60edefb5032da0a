"""Check study items against their source; make an Anki deck and a printable guide of them.

For notebooks, continuous integration and other programs: `check`, `build`, `load`, `read_source` and `verify`, and
the records that they take and give. Each is loaded when it is first asked for. See `docs/python.md`.
"""

TYPE_CHECKING = False
"""As `typing` has it; to load that would take a third of the time before Ctrl-C is listened to."""

if TYPE_CHECKING:
    from studyguide.checking.check import Report as Report
    from studyguide.deck.deck import Deck as Deck
    from studyguide.deck.item import Item as Item
    from studyguide.drafts.judge import Judged as Judged
    from studyguide.errors import StudyGuideError as StudyGuideError
    from studyguide.finding import Finding as Finding
    from studyguide.finding import Location as Location
    from studyguide.printing.press.options import Layout as Layout
    from studyguide.source.source import Source as Source
    from studyguide.workflows.interface import build as build
    from studyguide.workflows.interface import check as check
    from studyguide.workflows.interface import load as load
    from studyguide.workflows.interface import read_source as read_source
    from studyguide.workflows.interface import verify as verify
    from studyguide.workflows.order import Order as Order
    from studyguide.workflows.result import Result as Result

__version__ = "0.1.0"

_HOMES = {
    "Deck": "deck.deck",
    "Finding": "finding",
    "Item": "deck.item",
    "Judged": "drafts.judge",
    "Layout": "printing.press.options",
    "Location": "finding",
    "Order": "workflows.order",
    "Report": "checking.check",
    "Result": "workflows.result",
    "Source": "source.source",
    "StudyGuideError": "errors",
    "build": "workflows.interface",
    "check": "workflows.interface",
    "load": "workflows.interface",
    "read_source": "workflows.interface",
    "verify": "workflows.interface",
}
"""The module in which each public name is at home."""


def __getattr__(name: str) -> object:
    """Load what is public when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module `studyguide` has no attribute `{name}`")
    from importlib import import_module

    return getattr(import_module(f"studyguide.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
