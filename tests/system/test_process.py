"""A job in a process of its own ends with the block that it runs beside."""

import signal
import time

import pytest

from studyguide.errors import StudyGuideError
from studyguide.system.process import in_background


@pytest.mark.parametrize(
    "ctrl_c",
    [
        pytest.param(signal.default_int_handler, id="in the foreground"),
        pytest.param(signal.SIG_IGN, id="in the background, where Ctrl-C is ignored"),
    ],
)
def test_a_job_is_stopped_where_its_block_fails(ctrl_c: signal.Handlers) -> None:
    before, start = signal.signal(signal.SIGINT, ctrl_c), time.monotonic()
    try:
        with pytest.raises(StudyGuideError, match="full"), in_background(time.sleep, 60):
            raise StudyGuideError("the disk is full")
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - start < 30
