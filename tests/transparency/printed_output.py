"""What the solution prints is seen by capsys, redirect_stdout and a patched sys.stdout."""

# %% solution
import sys


def shout(text):
    print(text.upper())


def complain(text):
    print(text, file=sys.stderr)


# %% test
import contextlib
import io
import unittest
from unittest import mock
from solution import shout


def test_capsys(capsys):
    shout("hi")
    shout("ho")
    assert capsys.readouterr().out == "HI\nHO\n"
    assert capsys.readouterr().out == ""


class PrintTest(unittest.TestCase):
    def test_redirected(self):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            shout("hi")
        self.assertEqual(out.getvalue(), "HI\n")

    @mock.patch("sys.stdout", new_callable=io.StringIO)
    def test_patched(self, out):
        shout("é")
        self.assertEqual(out.getvalue(), "É\n")


# %% wrong
def shout(text):
    return text.upper()
