"""Exceptions whose class names hold markup, line ends and escape codes."""
# expect: failed
# outcomes: error failed

NAMES = ["[bold]ok[/bold]", "\x1b[2J", "a\nb", "ValueError\r", "x" * 100_000, "\ud800", "PlayerFault", "Mismatch", "Tampered"]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    raise type(NAMES[next(turn) % len(NAMES)], (Exception,), {})("no")
