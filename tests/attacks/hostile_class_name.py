"""Objects of classes whose names hold markup, line ends, escape codes and half characters."""
# expect: failed
# outcomes: failed crashed error

NAMES = ["[bold red]PASSED[/]", "\x1b[2Jx", "a\nb", "\ud800", "x" * 5000, "ndarray"]
made = iter(range(10**6))


def attack(*args, **kwargs):
    return type(NAMES[next(made) % len(NAMES)], (), {})()
