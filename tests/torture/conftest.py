"""What is thrown at the program for minutes: seeds are told, and what breaks it is kept as a file."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.places import KEPT


@pytest.fixture(scope="session")
def seed() -> int:
    """Another one each time, or the one that `TORTURE_SEED` says, as `make torture` sets it."""
    chosen = int(os.environ.get("TORTURE_SEED") or random.SystemRandom().randrange(10**6))
    print(f"\nTORTURE_SEED={chosen}")
    return chosen


@pytest.fixture
def keep() -> Callable[[str, bytes], Path]:
    """Give a way to keep what broke the program."""

    def kept(name: str, content: bytes) -> Path:
        KEPT.mkdir(parents=True, exist_ok=True)
        path = KEPT / name
        path.write_bytes(content)
        return path

    return kept
