"""Tables of small cases as one test: to set up, to report and to send about a test takes longer than they do."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

import pytest

from tests.conftest import Desk

Test = Callable[..., None]
Case = tuple[str, tuple[object, ...], tuple[Any, ...]]


def rows(
    names: str | tuple[str, ...], table: Iterable[Any], ids: Any = None
) -> Callable[[Test], Test]:
    """Run a test on every row of a table, given as to `pytest.mark.parametrize`, and name all that fail.

    Each row has its own `tmp_path` and its own `desk`; all other fixtures serve all rows. Rows with marks
    are run by a second test, which has these marks: with `pytest.mark.torture` in `make torture`.
    """
    keys = [each.strip() for each in names.split(",")] if isinstance(names, str) else [*names]
    cases = [*_cases(len(keys), table, ids)]
    marks = [mark for _, _, of_row in cases for mark in of_row]

    def of_all(test: Test) -> Test:
        asked = inspect.signature(test).parameters
        fixtures = [each for each in asked if each not in (*keys, "desk", "tmp_path")]
        has_folder = not asked.keys().isdisjoint(("desk", "tmp_path"))
        which = f"rows_of_{keys[0]}"

        @wraps(test)
        def all_rows(*itself: object, tmp_path: Any = None, **fixed: Any) -> None:
            failed = []
            chosen = _chosen(cases, marked=bool(marks) and fixed.pop(which) == "marked")
            for number, (name, values) in enumerate(chosen):
                given = {**fixed, **dict(zip(keys, values, strict=True))}
                if has_folder:
                    folder = tmp_path / str(number)
                    folder.mkdir()
                    own = {"tmp_path": folder, "desk": "desk" in asked and Desk(folder)}
                    given |= {key: value for key, value in own.items() if key in asked}
                try:
                    test(*itself, **given)
                except Exception as error:  # noqa: BLE001, it is raised below, with its row's name
                    failed.append((name, error))
                except pytest.fail.Exception as error:
                    failed.append(
                        (name, AssertionError(error.msg).with_traceback(error.__traceback__))
                    )
            if failed:
                told = ", ".join(name for name, _ in failed)
                errors = [_noted(error, name) for name, error in failed]
                raise ExceptionGroup(f"{len(failed)} of {len(chosen)} rows: {told}", errors)

        seen = [*(["self"] if "self" in fixtures else []), *(e for e in fixtures if e != "self")]
        seen += ["tmp_path"] if has_folder else []
        seen += [which] if marks else []
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        all_rows.__signature__ = inspect.Signature([inspect.Parameter(e, kind) for e in seen])  # type: ignore[attr-defined]
        if not marks:
            return all_rows
        groups = ["usual", pytest.param("marked", marks=marks)]
        return pytest.mark.parametrize(which, groups)(all_rows)

    return of_all


def _chosen(cases: list[Case], *, marked: bool) -> list[tuple[str, tuple[object, ...]]]:
    """Leave out the rows that have marks, or those that have none."""
    return [(name, values) for name, values, marks in cases if bool(marks) is marked]


def _cases(width: int, table: Iterable[Any], ids: Any) -> Iterator[Case]:
    """Give each row's name, its values and its marks."""
    named = None if ids is None or callable(ids) else [*ids]
    for number, row in enumerate(table):
        name, values, marks = None, row if width > 1 else (row,), ()
        if isinstance(row, type(pytest.param())):
            name, values, marks = row.id, row.values, tuple(row.marks)
        if named:
            name = str(named[number])
        elif callable(ids):
            name = "-".join(str(ids(each)) for each in values)
        yield name or ", ".join(map(str, values))[:100], tuple(values), marks


def _noted(error: Exception, name: str) -> Exception:
    error.add_note(f"row: {name}")
    return error
