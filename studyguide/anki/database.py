"""A collection's database, as far as it may be trusted: plain tables, read row by row, within limits.

An SQLite file is a small program: its views, triggers and computed columns run when they are read.
Here none does, nothing is written, and what a row, a table and the whole may take is bounded.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from time import monotonic
from typing import Any, Final

from studyguide.anki.archive import DamagedError

LONGEST_VALUE: Final = 16 * 1024 * 1024
"""Bytes of one value: a note with its pictures written into it, all note types of an old collection."""

MOST_ROWS: Final = 5_000_000
SECONDS: Final = 60

_JOURNAL_MODE: Final = slice(18, 20)
"""Two bytes of an SQLite file; in the write-ahead mode it cannot be opened in memory."""

_SMALLEST_ROW: Final = 4  # bytes
_STEPS: Final = 10_000  # of SQLite's virtual machine, between two looks at the clock

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


class Database:
    """The tables of a collection that are wanted; close it when done.

    Raises `DamagedError` or what sqlite3 raises, at once or while rows are read.
    """

    def __init__(self, data: bytearray, wanted: Mapping[str, tuple[str, ...]]) -> None:
        """Open a database in memory; of `wanted` tables those are read that have all the columns."""
        data[_JOURNAL_MODE] = b"\1\1"[: len(data[_JOURNAL_MODE])]
        self._bytes = len(data)
        self._end = monotonic() + SECONDS
        self._connection = sqlite3.connect(":memory:")
        self._connection.text_factory = _text
        try:
            self._open(data)
            self._columns = {
                name: columns for name, columns in wanted.items() if self._holds(name, columns)
            }
            self._connection.set_authorizer(self._allowed)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Free the memory."""
        self._connection.close()

    def __contains__(self, table: object) -> bool:
        return table in self._columns

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Yield the wanted columns of all rows, in the order in which the table has them."""
        return self._selected(table, f"SELECT {self._named(table)} FROM {table} NOT INDEXED")  # noqa: S608, both are ours

    def rows_or_gaps(self, table: str) -> Iterator[tuple[Any, ...] | None]:
        """Yield all rows as `rows` does, and None in place of one with a value that is too long."""
        query = f"SELECT rowid, {self._named(table)} FROM {table} NOT INDEXED WHERE rowid"  # noqa: S608
        last = -(2**63)
        while True:
            try:
                for number, *row in self._selected(table, f"{query} > {last:d}"):
                    last = number
                    yield tuple(row)
            except (
                sqlite3.DataError
            ):  # in the next row, or, as it is looked at ahead, in that behind it
                last = self._behind(table, last)
                yield self._alone(table, f"{query} = {last:d}")
            else:
                return

    def _alone(self, table: str, query: str) -> tuple[Any, ...] | None:
        try:
            return next(tuple(row) for _, *row in self._selected(table, query))
        except sqlite3.DataError:
            return None

    def _named(self, table: str) -> str:
        if table not in self._columns:
            raise DamagedError(f"it has no table of {table} as Anki's are")
        return ", ".join(self._columns[table])

    def _selected(self, table: str, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield rows; only the time that they take counts, not that in which something is done with them."""
        read = 0
        try:
            for count, row in enumerate(self._connection.execute(query), start=1):
                read += _SMALLEST_ROW + sum(
                    len(each) for each in row if isinstance(each, str | bytes)
                )
                if read > self._bytes or count > MOST_ROWS:
                    raise DamagedError(f"its table of {table} has no end")
                given = monotonic()
                yield row
                self._end += monotonic() - given
        except sqlite3.OperationalError as error:
            if monotonic() > self._end:
                raise DamagedError(f"its tables take more than {SECONDS} s to read") from error
            raise

    def _behind(self, table: str, last: int) -> int:
        """Give the number of the row that follows another."""
        query = f"SELECT rowid FROM {table} NOT INDEXED WHERE rowid > {last:d}"  # noqa: S608
        for (number,) in self._connection.execute(query):
            if number > last:
                return int(number)
        raise DamagedError(f"its table of {table} has no end")

    def _open(self, data: bytearray) -> None:
        connection = self._connection
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        connection.set_progress_handler(lambda: monotonic() > self._end, _STEPS)
        connection.create_collation("unicase", _unicase)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.deserialize(data)

    def _holds(self, table: str, columns: tuple[str, ...]) -> bool:
        """Whether a table is there and stores those columns: no view, nothing virtual or computed."""
        stored = self._connection.execute(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ? AND rootpage > 0",
            [table],
        ).fetchone()
        # This leaves out columns that are computed when they are read.
        described = self._connection.execute(f"PRAGMA table_info({table})")
        return stored is not None and {*columns} <= {str(row[1]).lower() for row in described}

    def _allowed(self, action: int, *about: str | None) -> int:
        """Let SQLite read our tables, directly, and call nothing."""
        table, _, _, view = about
        is_ours = action == sqlite3.SQLITE_SELECT or (
            action == sqlite3.SQLITE_READ and table in self._columns and view is None
        )
        return sqlite3.SQLITE_OK if is_ours else sqlite3.SQLITE_DENY


def _text(data: bytes) -> str | bytes:
    """Give a text; one that is none stays bytes, so that it can be told which row it is of."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _unicase(one: str, other: str) -> int:
    """Order names as Anki does, whose database asks for it; what matters is only that it is there."""
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)
