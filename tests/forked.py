"""The command in a process of its own, forked from one that has loaded the program: it is loaded only once.

What is started, what it prints and how it ends is as for `python -m studyguide`, in a third of the time. Processes that help
a command are forked, too: to start each anew, as is done in tests of processes and of what is installed, takes half a second.
"""

import atexit
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple, NoReturn

from studyguide.system import process
from tests.places import ROOT

LOADED = (
    *("babel.dates", "click", "genanki", "jinja2.sandbox", "rapidfuzz", "rich.console"),
    *("studyguide.anki.read", "studyguide.anki.write", "studyguide.cli.finish"),
    *("studyguide.checking.registry", "studyguide.workflows.build", "studyguide.workflows.plan"),
    *("studyguide.printing.book.pdf", "studyguide.printing.cutout.pdf"),
    *("studyguide.printing.class_test.write", "studyguide.workflows.side_by_side"),
)
_PATIENCE = 120
_ENVIRONMENT = {**os.environ}
"""As it is before any test changes it."""


class _Order(NamedTuple):
    arguments: tuple[str, ...]
    folder: str
    environment: dict[str, str]


def run(
    folder: Path, *arguments: str, env: Mapping[str, str] = os.environ
) -> "subprocess.CompletedProcess[str]":
    """Run `studyguide` with some arguments in a folder; give its status and what it printed."""
    order = _Order(arguments, str(folder), dict(env))
    with TemporaryFile() as out, TemporaryFile() as error:
        channel = _server()
        streams = [out.fileno(), error.fileno()]
        socket.send_fds(channel, [pickle.dumps(order)], streams)
        status = pickle.loads(channel.recv(1000))
        shown = []
        for stream in (out, error):
            stream.seek(0)
            shown.append(stream.read().decode())
    return subprocess.CompletedProcess(arguments, status, *shown)


@cache
def _server() -> socket.socket:
    """Start the process that is forked; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(_PATIENCE)
    with theirs:
        command = [sys.executable, "-c", "from tests import forked; forked.serve()"]
        process = subprocess.Popen(
            command, cwd=ROOT, env=_ENVIRONMENT, stdin=theirs, stdout=subprocess.DEVNULL
        )
    atexit.register(lambda: (ours.close(), process.wait(_PATIENCE)))
    return ours


class _Helper:
    """A process that helps, as the program has it of `subprocess`, though it is a copy."""

    def __init__(self) -> None:
        asked, asks = os.pipe()
        answers, answered = os.pipe()
        self._pid, self._status = os.fork(), None
        if not self._pid:
            _help(asked, answered)
        os.close(asked)
        os.close(answered)
        self.stdin, self.stdout = os.fdopen(asks, "wb"), os.fdopen(answers, "rb")

    def wait(self, timeout: float) -> int:
        for _ in range(int(timeout * 500)):
            if self._status is None and (ended := os.waitpid(self._pid, os.WNOHANG))[0]:
                self._status = os.waitstatus_to_exitcode(ended[1])
            if self._status is not None:
                return self._status
            time.sleep(0.002)
        raise subprocess.TimeoutExpired("a copy", timeout)

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def _send(self, asked: signal.Signals) -> None:
        if self._status is None:
            os.kill(self._pid, asked)


def _help(asked: int, answered: int) -> NoReturn:
    """Do what a process that helps does, with nothing of what it is a copy of but what is loaded."""
    try:
        os.dup2(asked, 0)
        os.dup2(answered, 1)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        process.serve()
    finally:
        os._exit(1)


def serve() -> None:
    """Load the program, then run one command after the other, each in a fork."""
    from studyguide.language.language import Language
    from studyguide.printing.press.pdf import load

    load()
    for name in LOADED:
        __import__(name)
    Language("en").opposites("")
    Language("en").has_paraphrase("", frozenset())
    process._started = _Helper
    with socket.socket(fileno=os.dup(0)) as channel:
        while True:
            told, streams, *_ = socket.recv_fds(channel, 1_000_000, 2)
            if not told:
                return
            if child := os.fork():
                for each in streams:
                    os.close(each)
                _, status = os.waitpid(child, 0)
                channel.send(pickle.dumps(os.waitstatus_to_exitcode(status)))
            else:
                channel.close()
                _begin(pickle.loads(told), streams)
                _end(_status_of_main())


def _status_of_main() -> int:
    """Run the program; give its status, which it ends with as with an exception."""
    from studyguide.__main__ import main

    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else end.code is not None
    return 0


def _end(status: int) -> NoReturn:
    """End as the interpreter does, but for what it takes apart then: that is half of the time of a small command."""
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _begin(order: _Order, streams: list[int]) -> None:
    """Stand where an order says, with its environment, arguments and streams."""
    os.chdir(order.folder)
    os.environ.clear()
    os.environ.update(order.environment)
    time.tzset()
    for number, each in enumerate((os.open(os.devnull, os.O_RDONLY), *streams)):
        os.dup2(each, number)
        os.close(each)
    sys.argv = ["studyguide", *order.arguments]
    sys.stdin, sys.stdout = open(0), open(1, "w")  # noqa: SIM115
    sys.stderr = open(2, "w", errors="backslashreplace")  # noqa: SIM115
