"""Import a deck into the real Anki desktop by its dialog, and take pictures of what a learner sees.

Not part of `make test`, since the desktop takes 600 MB. `make desktop` installs it into a virtual
environment of its own and runs

    .venv-desktop/bin/python tools/desktop.py dist/tide-mills.apkg dist/desktop

which starts Anki without a screen on a new, empty profile, imports the package twice (as a learner
who imports the next edition does), and writes the pictures and the text of the import log into the
folder. Ends with 1 if Anki does not say what it should. Needs libGL, libEGL and the XCB libraries of
the system (Debian: libgl1 libegl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libnss3 libasound2).
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")

from aqt.qt import QApplication, QTimer, QWidget

PATIENCE = 60.0
"""Seconds until the script gives up waiting for Anki."""
CARDS = 6
CLICK = """[...document.querySelectorAll("button")]
    .find((button) => button.innerText.trim() == "Import").click()"""

Condition = Callable[[], object]
Script = Iterator[Condition]
"""Does one thing after the other; what it yields must come true before the next."""


def main() -> None:
    """Run Anki through the script, and exit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("package", type=Path)
    parser.add_argument("pictures", type=Path)
    told = parser.parse_args()
    if not told.package.is_file():
        parser.error(f"there is no {told.package}: build it first")
    told.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as base:
        window, app = start(Path(base))
        visit = Visit(window, told.package.resolve(), told.pictures)
        driver = Driver(window, visit.script())
        app.exec()
    if driver.fault:
        print(driver.fault, file=sys.stderr)
    sys.stderr.flush()
    os._exit(1 if driver.fault else 0)  # Qt does not survive the end of Python


def start(base: Path) -> tuple[Any, QApplication]:
    """Start Anki with a new profile; without one that has a language it would ask for it."""
    import aqt
    from aqt.profiles import ProfileManager

    profiles = ProfileManager(base)
    profiles.setupMeta()
    profiles.setLang("en_US")
    profiles.db.close()
    app = aqt._run(["anki", "--base", str(base), "--lang", "en_US", "--safemode"], exec=False)
    assert app
    return aqt.mw, app


class Driver:
    """Goes on with a script whenever what it waits for has come true."""

    def __init__(self, window: Any, script: Script) -> None:
        self.window, self.script, self.fault = window, script, ""
        self.awaited: Condition = lambda: True
        self.since = time.monotonic()
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(150)

    def look(self) -> None:
        """Take the next step if it is time for it."""
        try:
            if self.awaited():
                self.awaited, self.since = next(self.script), time.monotonic()
            elif time.monotonic() - self.since > PATIENCE:
                self.stop(f"Anki did not do what was expected: {self.awaited.__qualname__}")
        except StopIteration:
            self.stop("")
        except Exception as error:  # noqa: BLE001  (Qt would print it and go on)
            self.stop(f"{type(error).__name__}: {error}")

    def stop(self, fault: str) -> None:
        """Close the profile and end Anki, as its window does."""
        self.fault = fault
        self.timer.stop()
        self.window.unloadProfileAndExit()


class Visit:
    """What a learner does: import, look at the deck, learn some cards, by day and by night."""

    def __init__(self, window: Any, package: Path, pictures: Path) -> None:
        self.window, self.package, self.pictures = window, package, pictures
        self.text = ""

    def script(self) -> Script:
        """Go through all of it."""
        yield lambda: self.window.col and self.window.state == "deckBrowser"
        self.window.resize(900, 700)
        yield from self.importing("1-import", "new notes imported")
        yield from self.importing("2-import-again", "already present")
        self.window.moveToState("deckBrowser")
        yield pause(1.0)
        self.picture(self.window, "3-decks")
        top = next(deck for deck in self.window.col.decks.all_names_and_ids() if deck.id != 1)
        self.window.col.decks.select(top.id)
        self.window.moveToState("overview")
        yield pause(1.0)
        self.picture(self.window, "4-deck")
        yield from self.learning()

    def importing(self, name: str, expected: str) -> Script:
        """Import the package by the dialog, as a double click on the file does."""
        from aqt.import_export.import_dialog import ImportDialog

        self.window.handleImport(str(self.package))
        yield lambda: any(isinstance(each, ImportDialog) for each in QApplication.topLevelWidgets())
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ImportDialog))
        yield from self.reading(dialog.web, "Import")
        self.picture(dialog, f"{name}-options")
        dialog.web.eval(CLICK)
        yield from self.reading(dialog.web, expected)
        yield pause(0.5)
        self.picture(dialog, name)
        (self.pictures / f"{name}.txt").write_text(self.text + "\n", encoding="utf-8")
        dialog.reject()
        yield pause(0.5)

    def learning(self) -> Script:
        """Learn some cards, every second one by night."""
        from aqt.theme import Theme

        for number in range(1, CARDS + 1):
            is_night = number % 2 == 0
            self.window.set_theme(Theme.DARK if is_night else Theme.LIGHT)
            self.window.moveToState("review")
            yield lambda: self.window.reviewer.state == "question"
            yield pause(1.0)
            self.picture(self.window, f"5-card-{number}-question")
            self.window.reviewer._showAnswer()
            yield lambda: self.window.reviewer.state == "answer"
            yield pause(1.0)
            self.picture(self.window, f"5-card-{number}-answer")
            self.window.reviewer._answerCard(4)
            yield pause(0.5)

    def reading(self, web: Any, expected: str) -> Script:
        """Wait until the page says what is expected."""

        def says() -> bool:
            web.evalWithCallback("document.body.innerText", self.read)
            return expected in self.text

        self.text = ""
        yield says

    def read(self, text: str | None) -> None:
        """Keep what a page says."""
        self.text = text or ""

    def picture(self, widget: QWidget, name: str) -> None:
        """Take a picture of a window."""
        widget.grab().save(str(self.pictures / f"{name}.png"))


def pause(seconds: float) -> Condition:
    """Wait for what gives no sign of being done, such as drawing."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


if __name__ == "__main__":
    main()
