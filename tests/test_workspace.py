"""The learner's folder is found where one expects it, and no file of the learner's is ever lost."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest
from fixture_pack import NOON, STUB, make_drill

from drillkit import workspace
from drillkit.catalogue import parse
from drillkit.errors import DrillError


@pytest.mark.parametrize(
    ("folders", "cwd", "expected"),
    [
        pytest.param(["home/prep/solutions"], "home/prep", "home/prep", id="here"),
        pytest.param(["home/prep/solutions", "home/prep/a/b"], "home/prep/a/b", "home/prep", id="above"),
        pytest.param(["home/prep/solutions"], "home/prep/solutions", "home/prep", id="inside solutions"),
        pytest.param(["home/prep/solutions/old"], "home/prep/solutions/old", "home/prep", id="below solutions"),
        pytest.param(["home/solutions", "home/prep/solutions"], "home/prep", "home/prep", id="the nearest"),
        pytest.param(["home/solutions", "home/prep"], "home/prep", "home", id="up to home"),
        pytest.param(["solutions", "home/prep"], "home/prep", "home/prep", id="not above home"),
        pytest.param(["solutions", "elsewhere/prep"], "elsewhere/prep", ".", id="outside home up to the root"),
        pytest.param(["home/empty"], "home/empty", "home/empty", id="nowhere"),
        pytest.param(["home/solutions/solutions"], "home/solutions", "home/solutions", id="solutions that holds solutions"),
    ],
)
def test_workspace_is_the_nearest_with_solutions(tmp_path, folders, cwd, expected):
    """The workspace is the nearest folder from here up that holds `solutions/`, not above home, else here."""
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    assert workspace.find(tmp_path / cwd, {}, tmp_path / "home").folder == tmp_path / expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("{root}/else", "else"),
        ("new", "cwd/new"),
        ("~/prep", "home/prep"),
        ("~", "home"),
        ("{root}/else/solutions", "else"),
        ("", "cwd"),
    ],
)
def test_environment_names_the_workspace(tmp_path, named, expected):
    """DRILL_WORKSPACE wins over a nearer `solutions/`; relative to here, `~` is home, `solutions` stands for its parent."""
    (tmp_path / "cwd" / "solutions").mkdir(parents=True)
    found = workspace.find(tmp_path / "cwd", {"DRILL_WORKSPACE": named.format(root=tmp_path)}, tmp_path / "home")
    assert found.folder == tmp_path / expected


def test_environment_that_names_a_file_is_refused(tmp_path):
    """DRILL_WORKSPACE must not be a file."""
    (tmp_path / "notes").write_text("")
    with pytest.raises(DrillError, match="not a folder"):
        workspace.find(tmp_path, {"DRILL_WORKSPACE": "notes"}, tmp_path)


def test_file_has_an_importable_name(tmp_path):
    """The file of `top-k` is `solutions/top_k.py`."""
    drill, _ = parse(make_drill(tmp_path / "pack"))
    assert drill is not None
    assert workspace.Workspace(folder=tmp_path).path_for(drill) == tmp_path / "solutions" / "top_k.py"


def test_solution_is_made_with_its_folders(tmp_path):
    """The file is made from the stub, byte for byte, with the folders above it."""
    path = tmp_path / "a" / "solutions" / "top_k.py"
    assert workspace.make_solution(path, b"one\r\ntwo\n\xff") is True
    assert path.read_bytes() == b"one\r\ntwo\n\xff"


def test_existing_solution_is_never_overwritten(tmp_path):
    """A file that is there stays as it is, even an empty one."""
    path = tmp_path / "top_k.py"
    path.write_bytes(b"")
    assert workspace.make_solution(path, STUB) is False
    assert path.read_bytes() == b""


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def link_to_file(path: Path) -> None:
    path.with_name("real.py").write_text("x = 1\n")
    path.symlink_to(path.with_name("real.py"))


def listen(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


BLOCKERS = [
    pytest.param(Path.mkdir, "a folder", id="folder"),
    pytest.param(link_to_nothing, "a symbolic link", id="link to nothing"),
    pytest.param(link_to_file, "a symbolic link", id="link to a file"),
    pytest.param(os.mkfifo, "a special file", id="fifo"),
    pytest.param(listen, "a special file", id="socket"),
]


@pytest.mark.parametrize(("block", "kind"), BLOCKERS)
def test_something_else_in_the_way_is_refused(tmp_path, monkeypatch, block, kind):
    """What is no plain file is neither overwritten nor taken for the learner's file."""
    monkeypatch.chdir(tmp_path)
    block(Path("top_k.py"))
    with pytest.raises(DrillError, match=f"top_k.py is {kind}, not a file"):
        workspace.make_solution(Path("top_k.py"), STUB)
    assert not Path("nothing").exists()


@pytest.mark.parametrize(("block", "kind"), BLOCKERS)
def test_only_a_plain_file_is_read(tmp_path, monkeypatch, block, kind):
    """A folder, link, FIFO or socket is refused at once, without waiting for anybody to write."""
    monkeypatch.chdir(tmp_path)
    block(Path("top_k.py"))
    began = time.monotonic()
    with pytest.raises(DrillError, match=f"top_k.py is {kind}, not a file"):
        workspace.read_submission(Path("top_k.py"), missing="")
    assert time.monotonic() - began < 5


def test_file_where_a_folder_belongs_is_refused(tmp_path):
    """A file named `solutions` is an error that names it."""
    (tmp_path / "solutions").write_text("")
    with pytest.raises(DrillError, match=f"cannot make {tmp_path}/solutions: file exists"):
        workspace.make_solution(tmp_path / "solutions" / "top_k.py", STUB)


def test_folder_that_cannot_be_written_is_refused(tmp_path):
    """A read-only folder is an error that says where and what to do."""
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(DrillError, match=r"cannot make .*permission denied") as caught:
        workspace.make_solution(tmp_path / "top_k.py", STUB)
    assert "DRILL_WORKSPACE" in caught.value.hint


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_told(monkeypatch, tmp_path):
    """When the disk is full the error says so, and no half-written file stays."""
    path = tmp_path / "top_k.py"
    real_open = os.open

    def open_on_a_full_disk(name, flags, mode=0o777):
        real = real_open(name, flags, mode)
        full = real_open("/dev/full", os.O_WRONLY)
        os.dup2(full, real)
        os.close(full)
        return real

    monkeypatch.setattr(os, "open", open_on_a_full_disk)
    with pytest.raises(DrillError, match="no space left") as caught:
        workspace.make_solution(path, STUB)
    assert "make room" in caught.value.hint
    assert not path.exists()


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
def test_archive_is_named_by_local_time(tmp_path):
    """The old file lies beside the new one under the local date and time, content unchanged."""
    path = tmp_path / "top_k.py"
    path.write_bytes(b"mine")
    archived = workspace.archive(path, NOON + 0.9)
    assert archived == tmp_path / "top_k.2026-11-21T130000.py"
    assert archived.read_bytes() == b"mine"
    assert not path.exists()


@pytest.mark.usefixtures("berlin")
def test_archive_takes_no_name_twice(tmp_path):
    """Archiving again within the same second keeps the older file."""
    path = tmp_path / "top_k.py"
    archived = []
    for content in ("one", "two", "three"):
        path.write_text(content)
        archived.append(workspace.archive(path, NOON))
    assert [(old.name, old.read_text()) for old in archived if old] == [
        ("top_k.2026-11-21T130000.py", "one"),
        ("top_k.2026-11-21T130000-2.py", "two"),
        ("top_k.2026-11-21T130000-3.py", "three"),
    ]


def test_archive_of_nothing_is_nothing(tmp_path):
    """Without a file nothing is archived and nothing is made."""
    assert workspace.archive(tmp_path / "top_k.py", NOON) is None
    assert list(tmp_path.iterdir()) == []


def test_archive_refuses_a_folder(tmp_path):
    """A folder in the file's place is not moved."""
    (tmp_path / "top_k.py").mkdir()
    with pytest.raises(DrillError, match="a folder, not a file"):
        workspace.archive(tmp_path / "top_k.py", NOON)
    assert [path.name for path in tmp_path.iterdir()] == ["top_k.py"]


@pytest.mark.parametrize(
    "content", [b"", b"x = '\xff'\r\n", b"\x00" * 10, b"#" * workspace.MAX_BYTES], ids=["empty", "latin", "zeros", "1 MB"]
)
def test_submission_is_read_byte_for_byte(tmp_path, content):
    """Whatever bytes the file holds are handed over as they are, up to 1 MB."""
    path = tmp_path / "top_k.py"
    path.write_bytes(content)
    assert workspace.read_submission(path, missing="") == content


def test_too_large_submission_is_refused(tmp_path):
    """One byte more than 1 MB is refused."""
    path = tmp_path / "top_k.py"
    path.write_bytes(b"#" * (workspace.MAX_BYTES + 1))
    with pytest.raises(DrillError, match="larger than 1 MB"):
        workspace.read_submission(path, missing="")


def test_missing_submission_says_what_next(tmp_path):
    """A file that is not there is an error with the hint of the caller."""
    with pytest.raises(DrillError, match="does not exist") as caught:
        workspace.read_submission(tmp_path / "solutions" / "top_k.py", missing="drill start top-k makes it")
    assert caught.value.hint == "drill start top-k makes it"


def test_unreadable_submission_is_refused(tmp_path):
    """A file that may not be read is an error that says so."""
    path = tmp_path / "top_k.py"
    path.write_bytes(STUB)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(DrillError, match=r"cannot read .*permission denied"):
        workspace.read_submission(path, missing="")
