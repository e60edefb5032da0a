"""Thirty thousand damaged packages: each is read or refused in one sentence, and none takes long."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from anki.collection import ExportAnkiPackageOptions

from studyguide.anki.read import open_package
from studyguide.errors import StudyGuideError
from tests.anki.collection import entry, guide, learner, package
from tests.torture.damage import mangled, unzipped, zipped

pytestmark = pytest.mark.torture

COUNT, PIECES, LONGEST = 30_000, 10, 5.0


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """Give the members of packages that we made, and that Anki did, in both formats."""
    folder = tmp_path_factory.mktemp("whole")
    paths = [package(guide(entry("q"), entry("r")), folder / "ours.apkg")]
    with learner(folder / "learner") as someone:
        someone.take(paths[0])
        for legacy in (True, False):
            options = ExportAnkiPackageOptions(with_media=True, legacy=legacy)
            paths.append(folder / f"{legacy}.apkg")
            someone.collection.export_anki_package(
                out_path=str(paths[-1]), options=options, limit=None
            )
    return [unzipped(path.read_bytes()) for path in paths]


def damaged(members: dict[str, bytes], chance: random.Random) -> bytes:
    """Damage a package: its file, or a member under its compression, in it or in both."""
    members = dict(members)
    where = chance.randrange(3)
    if where:
        name = chance.choice([*members])
        data = members[name]
        if data[:4] == b"\x28\xb5\x2f\xfd" and where == 2:
            with zstandard.ZstdDecompressor().stream_reader(data) as reader:
                members[name] = zstandard.compress(mangled(reader.read(), chance))
        else:
            members[name] = mangled(data, chance)
    made = zipped(members, chance)
    return made if where else mangled(made, chance)


def tried(path: Path) -> Iterator[str]:
    with open_package(path) as found:
        yield from (note.guid for note in found.notes())
        yield from (str(found.content(name, 10**6)) for name in found.media)


@pytest.mark.parametrize("piece", range(PIECES))
def test_a_damaged_package_is_read_or_refused(
    whole: list[dict[str, bytes]], seed: int, piece: int, tmp_path: Path,
    keep: Callable[[str, bytes], Path],
) -> None:  # fmt: skip
    chance, path = random.Random(f"{seed} {piece}"), tmp_path / "a.apkg"
    refused = 0
    for _ in range(COUNT // PIECES):
        data = damaged(chance.choice(whole), chance)
        path.write_bytes(data)
        begun = time.process_time()
        try:
            for _ in tried(path):
                pass
        except StudyGuideError as error:
            refused += 1
            assert "\n" not in str(error)  # noqa: PT017
        except BaseException:
            keep(f"package-{seed}-{piece}.apkg", data)
            raise
        if time.process_time() - begun > LONGEST:
            pytest.fail(f"{keep(f'slow-{seed}-{piece}.apkg', data)} takes too long")
    assert 0 < refused < COUNT // PIECES
