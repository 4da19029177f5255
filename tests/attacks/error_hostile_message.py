"""Exceptions whose messages hold markup, escape codes, half characters and 2 MB of text."""
# expect: failed
# outcomes: error

TEXTS = ["[bold green]PASSED[/]", "\x1b[2J\x1b]0;owned\x07", "\ud800\udfff", "x" * 2_000_000, "\r\n\x00\x08", "{0} %s {x!r}"]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    raise RuntimeError(TEXTS[next(turn) % len(TEXTS)])
