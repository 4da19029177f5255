"""Single keys from a real pseudo-terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
if sys.platform != "win32":
    from pseudo_terminal import Session

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = """
import sys, termios
from drillkit.cli.keypress import read_key
before = termios.tcgetattr(0)
try:
    while True:
        print("ready", flush=True)
        print("key", ascii(read_key()), flush=True)
except BaseException as error:
    print("ended by", type(error).__name__, flush=True)
print("restored" if termios.tcgetattr(0) == before else "changed", flush=True)
"""


@pytest.fixture
def keys(tmp_path: Path) -> Session:
    """A program that says which keys it read."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return Session(["-c", SCRIPT], env=env, cwd=tmp_path, command=[sys.executable])


def press(keys: Session, typed: str) -> None:
    """Press a key once it is waited for."""
    keys.until("ready")
    keys.until_single_keys()
    keys.type(typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("s", "'s'"),
        ("S", "'s'"),
        ("\r", r"'\n'"),
        ("\n", r"'\n'"),
        ("\x7f", r"'\x7f'"),
        ("\x1b[A", r"'\x1b'"),
        ("é", r"'\xe9'"),
        ("€", r"'\u20ac'"),
    ],
    ids=["small", "large", "return", "newline", "backspace", "arrow", "two bytes", "three bytes"],
)
def test_a_key_is_one_character(keys: Session, typed: str, read: str) -> None:
    """At once, without Enter; the next key is read by itself."""
    for _ in range(2):
        press(keys, typed)
        keys.until(f"key {read}")
    keys.kill()


@pytest.mark.parametrize("typed", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_ctrl_c_and_ctrl_d_interrupt(keys: Session, typed: str) -> None:
    """And the terminal is as it was before."""
    press(keys, typed)
    keys.until("ended by KeyboardInterrupt")
    keys.until("restored")
    assert keys.end() == 0


def test_a_key_is_not_echoed(keys: Session) -> None:
    """What is pressed is not shown."""
    press(keys, "z")
    assert "z" not in keys.until("key 'z'")
    keys.kill()
