"""Being stopped is one thing, wherever Python was when it was asked."""

import signal
from collections.abc import Iterator

import pytest

from studyguide.system import stopping


class Asking:
    """An attribute that is being made just when we are asked to end."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __set_name__(self, owner: type, name: str) -> None:
        raise self.error


@pytest.mark.parametrize(
    "error", [stopping.Stopped(), KeyboardInterrupt()], ids=["ours", "Python's"]
)
def test_to_be_stopped_while_a_class_is_made(error: BaseException) -> None:
    with pytest.raises(KeyboardInterrupt) as raised, stopping.unwrapped():
        type("Made", (), {"attribute": Asking(error)})
    assert raised.value is error


def test_other_faults_stay_what_they_are() -> None:
    with pytest.raises(RuntimeError, match="no such thing"), stopping.unwrapped():
        raise RuntimeError("no such thing")


@pytest.fixture
def listening() -> Iterator[None]:
    """Listen to signals, and no more afterwards: what was asked is forgotten."""
    before = {each: signal.getsignal(each) for each in stopping.ASKED}
    stopping.listen(to_all=True)
    yield
    stopping.listen(to_all=True)
    for each, handler in before.items():
        signal.signal(each, handler)


def test_what_a_library_makes_of_being_stopped_is_to_be_stopped(listening: None) -> None:
    def load() -> None:
        try:
            signal.raise_signal(signal.SIGTERM)
        except stopping.Stopped:
            raise ImportError("cannot initialise module strings") from None

    with pytest.raises(stopping.Stopped), stopping.unwrapped():
        load()
