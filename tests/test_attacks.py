"""Hostile solutions: none passes, none harms, none outlives its check, none is anybody's fault but its own."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from arena import DRILLS, HERE, MEMORY_MB, NOBODY, SECONDS, Arena, Judged, hidden_lines

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the full sandbox is Linux only")

_TIMEOUTS = 2
_SLACK = 4.0
_FILES = sorted((HERE / "attacks").glob("*.py"))
_HEADER = re.compile(r"^# (expect|outcomes|beats|brief|open|entries|slack|memory_mb)(?:: (.*))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One file of tests/attacks, with what its header says."""

    name: str
    text: str
    header: dict[str, str]

    def source(self, slug: str, arena: Arena) -> bytes:
        """The submission: the prelude with the facts, the attack, and the entry names bound to it."""
        facts = arena.facts(slug)
        prelude = _text("attack_prelude.py").replace("ARENA = {}", f"ARENA = {facts!r}")
        if "beats" in self.header:
            binding = "".join(f"\n{name} = disguised({name})" for name in facts["entry"])
            return f"{prelude}\n{_text('looping_solutions.py')}\n{self.text}\n{binding}\n".encode()
        names = [] if "entries" in self.header else facts["entry"]
        return f"{prelude}\n{self.text}\n{''.join(f'{name} = attack{chr(10)}' for name in names)}".encode()

    def judge(self, slug: str, arena: Arena, *, brief: bool) -> Judged:
        """Have it judged, until the first failure or to the end."""
        memory_mb = int(self.header.get("memory_mb", MEMORY_MB))
        return arena.judge(slug, self.source(slug, arena), memory_mb=memory_mb, brief=brief and "beats" not in self.header)


@cache
def _text(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _load(path: Path) -> Attack:
    text = path.read_text("utf-8")
    return Attack(name=path.stem, text=text, header={key: value or "yes" for key, value in _HEADER.findall(text)})


ATTACKS = [_load(path) for path in _FILES]


@pytest.fixture(scope="module")
def arena() -> Iterator[Arena]:
    """A judge that runs as whoever runs the tests."""
    place = Arena()
    yield place
    place.close()


@pytest.fixture(scope="module")
def ordinary() -> Iterator[Arena]:
    """A judge that runs as an ordinary user."""
    if os.geteuid() != 0:
        pytest.skip("the tests already run as an ordinary user")
    place = Arena(user=NOBODY)
    yield place
    place.close()


def _assert_harmless(attack: Attack, slug: str, arena: Arena, *, brief: bool) -> None:
    before = arena.snapshot()
    judged = attack.judge(slug, arena, brief=brief)
    _assert_answer(attack, judged)
    _assert_in_time(attack, judged)
    assert_shows_nothing(judged, slug)
    assert arena.snapshot() == before
    assert arena.leftovers() == []
    assert arena.victim_lives


def _assert_answer(attack: Attack, judged: Judged) -> None:
    outcomes = {(case["outcome"], case["message"][:100]): case["id"] for case in judged.cases}
    shown = ascii((judged.kind, judged.verdict["reason"][:500], outcomes))
    assert judged.kind != "internal", shown
    if "beats" in attack.header:
        group = attack.header["beats"]
        counted = [case for case in judged.cases if case["group"] == group]
        assert judged.kind == "not_loaded" or counted, shown
        beaten = [case["id"] for case in counted if case["outcome"] == "passed"]
        if beaten and "open" in attack.header:
            pytest.xfail(attack.header["open"])
        assert not beaten, shown
        return
    assert judged.kind in attack.header["expect"].split(","), shown
    if judged.kind == "failed":
        bad = {case["outcome"] for case in judged.cases if case["required"]} - {"passed", "not_run"}
        foreseen = set(attack.header["outcomes"].split())
        assert bad & foreseen, shown
        assert bad <= foreseen | {"failed"}, shown  # whatever happens, a test that asks for an exception says "failed"


def _assert_in_time(attack: Attack, judged: Judged) -> None:
    crowd = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))  # where others are at work, everything takes its turn
    slow = {case["id"]: case["seconds"] for case in judged.cases if case["seconds"] > SECONDS + 1.0 * crowd}
    assert not slow, f"over the limit: {slow}"
    whole = _TIMEOUTS * SECONDS + float(attack.header.get("slack", _SLACK)) * crowd
    assert judged.seconds < whole, f"took {judged.seconds} s"


def assert_shows_nothing(judged: Judged, slug: str) -> None:
    """No text holds a line of the hidden tests or the reference, or a character that a terminal would obey."""
    for text in judged.texts:
        assert not [line for line in hidden_lines(slug) if line in text]
        assert all(char in "\n\t" or char.isprintable() for char in text), ascii(text[:200])
        assert len(text) < 70_000


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attack(attack: Attack, arena: Arena) -> None:
    """It fails as its header says on three drills, one of them to the end, changes nothing and leaves nothing behind."""
    for place, slug in enumerate(DRILLS):
        whole = place == ATTACKS.index(attack) % len(DRILLS) and "brief" not in attack.header
        _assert_harmless(attack, slug, arena, brief=not whole)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attack_as_an_ordinary_user(attack: Attack, ordinary: Arena) -> None:
    """The same without root, on the three drills."""
    for slug in DRILLS:
        _assert_harmless(attack, slug, ordinary, brief=True)


def test_the_ordinary_user_is_one(ordinary: Arena) -> None:
    """The judge of the ordinary user's attacks runs without root's rights, and behind every wall."""
    judged = ordinary.judge("softmax", b"import os\n\n\ndef softmax(z):\n    raise ValueError(str(os.getresuid()))\n")
    assert judged.cases[0]["message"] == f"ValueError: {(NOBODY,) * 3}"
    assert judged.verdict["sandbox"] == "full"


def test_every_attack_says_what_it_tries() -> None:
    """Each file opens with a docstring and expects something known; there are enough of them."""
    known = {"failed", "error", "timeout", "memory", "crashed"}
    for attack in ATTACKS:
        assert attack.text.startswith('"""'), attack.name
        assert "beats" in attack.header or set(attack.header["expect"].split(",")) <= {"failed", "not_loaded"}, attack.name
        assert set(attack.header.get("outcomes", "").split()) <= known, attack.name
    assert len(ATTACKS) >= 85


def _broken(slug: str) -> dict[str, bytes]:
    """Files that do not load, for one drill."""
    folder = next(HERE.parent.glob(f"drills/*/{slug}"))
    stub, reference = (folder / "stub.py").read_bytes(), (folder / "reference.py").read_bytes()
    return {
        "empty": b"",
        "blank": b" \n\t\n",
        "only a byte order mark": b"\xef\xbb\xbf",
        "a null byte": reference + b"\0",
        "only null bytes": b"\0" * 1000,
        "a syntax error": b"def softmax(z:\n    return z\n",
        "a syntax error with markup and escape codes": b"x = '[red]\x1b[2J' +\n",
        "an indentation error": b"def f():\nreturn 1\n",
        "an unclosed string": b'"""never closed\n' * 3,
        "not UTF-8": b"x = '\xff\xfe\xfa'\n",
        "UTF-16": reference.decode().encode("utf-16"),
        "an unknown encoding": b"# -*- coding: klingon -*-\n" + reference,
        "an encoding that is none": b"# -*- coding: zip -*-\n" + reference,
        "two encodings": b"\xef\xbb\xbf# -*- coding: latin-1 -*-\n" + reference,
        "a million brackets": b"x = " + b"(" * 1_000_000,
        "a million minus signs": b"x = " + b"-" * 1_000_000 + b"1",
        "a long sum": b"x = " + b"1 + " * 100_000 + b"1",
        "a large integer": b"x = " + b"9" * 10_000,
        "a constant that explodes": b"x = ((((1 << 60_000) ** 9) ** 9) ** 9) and None\ny = 'a' * 10**9\n",
        "not Python": b"<html>\x00</html>",
        "a zip file": b"PK\x03\x04" + bytes(100),
        "the untouched stub": stub,
        "the untouched stub with other line ends": stub.replace(b"\n", b"\r\n"),
        "the untouched stub with a byte order mark": b"\xef\xbb\xbf" + stub,
        "a renamed function": re.sub(rb"^def (\w+)", rb"def my_\1", reference, flags=re.MULTILINE),
        "no function": b"answer = 42\n",
        "the function in a class": b"class Solution:\n    def softmax(self, z):\n        return z\n",
        "a missing import": b"import there_is_no_such_module\n" + reference,
        "an error of its own": reference + b"\nraise ValueError('at the end')\n",
        "a future that is none": b"from __future__ import braces\n" + reference,
        "tabs and spaces": b"if True:\n\tx = 1\n        y = 2\n",
        "line ends of old": b"def f(:\r\r\r",
        "a form feed": b"\x0c\x0c",
    }


@pytest.mark.parametrize("case", _broken("softmax"))
def test_a_file_that_does_not_load(case: str, arena: Arena) -> None:
    """It is not judged, and the reason says why in clean text."""
    for slug in DRILLS:
        judged = arena.judge(slug, _broken(slug)[case])
        assert judged.kind == "not_loaded", (judged.kind, judged.verdict["reason"])
        assert judged.verdict["reason"]
        assert judged.seconds < SECONDS + _SLACK
        assert_shows_nothing(judged, slug)
        assert arena.leftovers() == []


def _planted() -> dict[str, str]:
    """What somebody may have left beside the solution, every name made to break or to pass everything."""
    skip = "def pytest_runtest_makereport(item, call):\n    return None\n\ndef pytest_collection_modifyitems(items):\n    items.clear()\n"
    shout = "raise SystemExit('planted')\n"
    modules = "numpy pytest solution json drillkit sitecustomize usercustomize test_hidden _pytest random typing socket struct".split()
    return {
        "conftest.py": skip,
        "solutions/conftest.py": skip,
        "pytest.ini": "[pytest]\naddopts = --collect-only -k nothing\npython_files = none\n",
        "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--collect-only'\n",
        "tox.ini": "[pytest]\naddopts = --exitfirst --nonsense\n",
        "setup.cfg": "[tool:pytest]\naddopts = --nonsense\n",
        ".pythonrc.py": shout,
        "pyvenv.cfg": "home = /nowhere\n",
        **{f"{folder}{name}.py": shout for name in modules for folder in ("", "solutions/")},
        "numpy/__init__.py": shout,
    }


_HOSTILE = {
    "PYTHONPATH": "{work}",
    "PYTHONSTARTUP": "{work}/.pythonrc.py",
    "PYTHONHOME": "/nowhere",
    "PYTHONINSPECT": "1",
    "PYTHONOPTIMIZE": "2",
    "PYTHONWARNINGS": "error",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONHASHSEED": "0",
    "PYTHONBREAKPOINT": "os._exit",
    "PYTHONIOENCODING": "ascii",
    "PYTHONMALLOC": "debug",
    "PYTHONPLATLIBDIR": "nowhere",
    "PYTHONUSERBASE": "{work}",
    "PYTEST_ADDOPTS": "--collect-only -p nonsense --nonsense",
    "PYTEST_PLUGINS": "conftest,nonsense",
    "PYTEST_THEME": "nonsense",
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "",
    "PYTEST_DEBUG": "1",
    "LD_PRELOAD": "{work}/missing.so",
    "COLUMNS": "1",
    "LINES": "0",
    "TERM": "nonsense",
    "LANG": "xx_XX.nonsense",
    "LC_ALL": "C",
    "TZ": "../../etc/passwd",
    "TMPDIR": "/nowhere",
    "HOME": "/nowhere",
    "OPENBLAS_NUM_THREADS": "1000",
    "OMP_NUM_THREADS": "nonsense",
    "NPY_PROMOTION_STATE": "nonsense",
    "MALLOC_PERTURB_": "7",
}


def test_what_is_planted_beside_the_solution_changes_nothing(tmp_path: Path) -> None:
    """Right code passes and wrong code fails with hostile files in the working folder and a hostile environment."""
    folder = tmp_path / "arena"
    folder.mkdir()
    place = Arena(folder=folder, environment={key: value.format(work=folder / "work") for key, value in _HOSTILE.items()})
    try:
        for name, text in _planted().items():
            target = place.work / name
            target.parent.mkdir(exist_ok=True)
            target.write_text(text)
        before = place.snapshot()
        for slug, track in DRILLS.items():
            reference = (HERE.parent / "drills" / track / slug / "reference.py").read_bytes()
            right, wrong = place.judge(slug, reference, seconds=5.0), place.judge(slug, _junk(slug))
            assert right.kind == "passed", right.verdict["reason"]
            assert wrong.kind == "failed", wrong.verdict["reason"]
        assert place.snapshot() == before
    finally:
        place.close()


def _junk(slug: str) -> bytes:
    from arena import entry

    return "".join(f"def {name}(*args, **kwargs):\n    return None\n\n\n" for name in entry(slug)).encode()


@pytest.mark.parametrize("name", sorted(path.name for path in (HERE / "honest").glob("*.py")))
def test_honest_code_passes(name: str, arena: Arena) -> None:
    """Right code passes whatever its style."""
    source = (HERE / "honest" / name).read_bytes()
    judged = arena.judge(_drill_of(source), source, seconds=5.0)
    failing = [(case["id"], case["message"], case["traceback"]) for case in judged.cases if case["outcome"] != "passed"]
    assert judged.kind == "passed", (judged.verdict["reason"], failing)


def _drill_of(source: bytes) -> str:
    found = re.search(rb"^# drill: (\S+)", source, re.MULTILINE)
    assert found is not None
    return found[1].decode()


@pytest.mark.parametrize("change", ["byte order mark", "line ends of Windows", "latin-1 with a cookie", "no last line end", "form feeds"])
def test_honest_bytes_pass(change: str, arena: Arena) -> None:
    """Right code passes in whatever encoding and line ends an editor saves it."""
    for slug, track in DRILLS.items():
        source = _changed((HERE.parent / "drills" / track / slug / "reference.py").read_bytes(), change)
        judged = arena.judge(slug, source, seconds=5.0)
        assert judged.kind == "passed", (judged.verdict["reason"], [case["message"] for case in judged.cases if case["message"]])


def _changed(source: bytes, change: str) -> bytes:
    if change == "byte order mark":
        return b"\xef\xbb\xbf" + source
    if change == "line ends of Windows":
        return source.replace(b"\n", b"\r\n")
    if change == "latin-1 with a cookie":
        plain = source.decode("utf-8").encode("ascii", "replace").decode("ascii")
        return ("# -*- coding: latin-1 -*-\n" + plain + "\nNAME = 'Fréchet'\nassert len(NAME) == 7\n").encode("latin-1")
    return source.rstrip() if change == "no last line end" else source.replace(b"\n\n\ndef ", b"\n\x0c\ndef ")


def _submissions(folder: Path) -> dict[str, Any]:
    """Ways to put something that is not a plain file in the solution's place."""
    secret = folder / "secret.py"
    secret.write_text("SECRET = 1\n")
    (folder / "elsewhere").mkdir()
    return {
        "a link": lambda path: path.symlink_to(secret),
        "a link to nowhere": lambda path: path.symlink_to(folder / "nowhere"),
        "a link to itself": lambda path: path.symlink_to(path),
        "a link to a device": lambda path: path.symlink_to("/dev/zero"),
        "a link to a folder": lambda path: path.symlink_to(folder / "elsewhere"),
        "a FIFO": lambda path: os.mkfifo(path),
        "a folder": lambda path: path.mkdir(),
        "a socket": lambda path: _socket(path),
        "more than 1 MB": lambda path: path.write_bytes(b"#" * (1 << 20) + b"\n"),
        "a sparse file of 100 GB": lambda path: _sparse(path),
        "nothing": lambda path: None,
    }


def _socket(path: Path) -> None:
    import socket

    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as sock:
            sock.bind(path.name)
    finally:
        os.chdir(here)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 << 30)


@pytest.mark.parametrize(
    "what",
    [
        "a link",
        "a link to nowhere",
        "a link to itself",
        "a link to a device",
        "a link to a folder",
        "a FIFO",
        "a folder",
        "a socket",
        "more than 1 MB",
        "a sparse file of 100 GB",
        "nothing",
    ],
)
def test_a_submission_that_is_no_plain_file(what: str, tmp_path: Path) -> None:
    """It is refused at once, with what to do, and nothing of it is read."""
    from drillkit.errors import DrillError
    from drillkit.workspace import read_submission

    path = tmp_path / "softmax.py"
    _submissions(tmp_path)[what](path)
    with pytest.raises(DrillError) as refused:
        read_submission(path, missing="drill start softmax")
    assert refused.value.hint
    assert "SECRET" not in str(refused.value)


def test_a_device_as_submission() -> None:
    """A device is refused before anything is read from it."""
    from drillkit.errors import DrillError
    from drillkit.workspace import read_submission

    for device in ("/dev/zero", "/dev/tty", "/dev/null"):
        with pytest.raises(DrillError):
            read_submission(Path(device), missing="drill start softmax")
