"""The command line's entry point: what must happen before anything heavy is imported."""

import sys


def run() -> None:
    """Run the command line and exit with its status; `check` gets its judge started first, to boot beside the imports."""
    _forget_current_folder()
    if sys.argv[1:2] == ["check"] and not {"--help", "-h"} & set(sys.argv):
        from drillkit.cli import warm

        warm.start()
    from drillkit.cli.boundary import main

    sys.exit(main())


def _forget_current_folder() -> None:
    """Started as `python -m drillkit`, files of the learner's folder must never be imported in place of real modules."""
    import os

    if __name__ == "__main__" and not getattr(sys.flags, "safe_path", False):
        try:
            here = os.path.realpath(os.getcwd())  # noqa: PTH109  (pathlib is not imported yet, and may be planted)
        except OSError:
            here = ""
        if sys.path and os.path.realpath(sys.path[0]) == here:
            del sys.path[0]
    sys.path[:] = [entry for entry in sys.path if entry]


if __name__ == "__main__":
    run()
