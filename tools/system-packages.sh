#!/bin/sh
# See to the system libraries that pip cannot bring: Pango and HarfBuzz-subset for the PDF, and for
# the tests (argument `test`) a browser and PDF tools. Installs by apt where it may do so without
# asking; otherwise stops with the command to run. Does nothing, fast, where all is there.
set -eu

run_time="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
testing="chromium poppler-utils qpdf mupdf-tools ghostscript patch"

has_libraries() {
    python3 - <<'PYTHON'
from ctypes.util import find_library
from ctypes import CDLL
import sys

WANTED = (
    ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    ("pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib"),
)


def opens(name):
    try:
        CDLL(name)
    except OSError:
        return False
    return True


sys.exit(not all(find_library(names[0]) or any(map(opens, names[1:])) for names in WANTED))
PYTHON
}

has_venv() {
    python3 -c 'import ensurepip, venv' 2>/dev/null
}

has_tools() {
    for tool in chromium pdftotext qpdf mutool gs patch; do
        command -v "$tool" >/dev/null || return 1
    done
}

has_all() {
    has_venv && has_libraries && { [ "${1-}" != test ] || has_tools; }
}

has_all "${1-}" && exit 0

packages="python3-venv $run_time"
[ "${1-}" != test ] || packages="$packages $testing"

if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        as_root=no
    fi
    if [ "$as_root" != no ]; then
        echo "installing with apt: $packages" >&2
        $as_root apt-get update -qq
        # shellcheck disable=SC2086  # a list of packages
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages >&2
        has_all "${1-}" && exit 0
        echo "apt has installed $packages, yet something is still missing" >&2
    fi
fi

[ "${1-}" != test ] || {
    fedora=" chromium poppler-utils qpdf mupdf ghostscript patch"
    mac=" poppler qpdf mupdf ghostscript && brew install --cask chromium"
}
cat >&2 <<TEXT
Some system packages are missing and need an administrator. Run one of these, then make again:
  Debian, Ubuntu:  sudo apt-get install $packages
  Fedora:          sudo dnf install python3 pango harfbuzz${fedora-}
  macOS:           brew install python pango harfbuzz${mac-}
TEXT
exit 1
