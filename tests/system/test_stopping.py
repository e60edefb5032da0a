"""Being stopped is one thing, wherever Python was when it was asked."""

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
