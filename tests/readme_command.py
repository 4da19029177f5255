"""Print the README's second set-up command: the one that runs all tests."""

from __future__ import annotations

import re
from pathlib import Path

text = (Path(__file__).resolve().parent.parent / "README.md").read_text("utf-8")
commands = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
print(commands[1].strip())  # noqa: T201
