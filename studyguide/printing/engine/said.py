"""What WeasyPrint says while it works: it logs what it cannot read, and goes on."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Ear(logging.Handler):
    def __init__(self, heard: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record)


@contextmanager
def heard() -> Iterator[list[logging.LogRecord]]:
    """Collect what is said while the block runs."""
    records = list[logging.LogRecord]()
    ear, logger = _Ear(records), logging.getLogger("weasyprint")
    logger.addHandler(ear)
    try:
        yield records
    finally:
        logger.removeHandler(ear)


def errors_in(records: list[logging.LogRecord]) -> list[str]:
    """Tell what is an error of all that was said: pictures and faces that cannot be read, links to nowhere."""
    return [
        record.getMessage()
        for record in records
        if record.levelno >= logging.ERROR or "cannot be loaded" in record.msg
    ]
