"""Proofs of drills: a whole folder is proven, and each way of being wrong is a problem that is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_drill import REQUIRED, RIGHT, TESTS, make_drill

from drillkit.drill import Drill
from drillkit.judge.verify import verify
from drillkit.proof import Proof

PROMPT = """# Small

```python
>>> double(np.array([1.0, 2.0]))
array([2., 4.])
```
"""
HINTS = "## One\n\na\n\n## Two\n\nb\n\n## Three\n\nc\n"
WRONG = {
    "triples": ("x * 3.0", "test_doubles"),
    "squares": ("np.asarray(x) ** 2", "test_doubles"),
    "loops": ("np.array([v * 2.0 for v in x])", "test_no_loop"),
    "wasteful": ("sum([np.asarray(x) * 0.5 for _ in range(4)])", "test_memory"),
    "never_empty": ("np.asarray(x) * 2.0 if len(x) else np.zeros(1)", "test_empty"),
    "as_column": ("np.asarray(x)[:, None] * 2.0", "test_doubles"),
}


def right(body: str) -> str:
    """The right solution with another expression for `double`."""
    return RIGHT.replace("np.asarray(x) * 2.0", body)


@pytest.fixture
def drill(tmp_path) -> Drill:
    """A whole and true drill."""
    made = make_drill(tmp_path)
    home = made.folder
    for name, text in {
        "drill.toml": "format = 1\n",
        "prompt.md": PROMPT,
        "reference.py": RIGHT,
        "hints.md": HINTS,
        "walkthrough.md": "Why.\n",
        "accepted/adds.py": right("np.asarray(x) + np.asarray(x, dtype=float)"),
        "accepted/multiplies.py": right("np.multiply(x, 2.0)"),
    }.items():
        write(home / name, text)
    for name, (body, test) in WRONG.items():
        write(home / "rejected" / f"{name}.py", f'"""Says {name} — {test}"""\n' + right(body))
    write(
        home / "rejected" / "miscounts.py", '"""Counts one too many — test_describes"""\n' + RIGHT.replace("len(items)", "len(items) + 1")
    )
    return made


def write(path: Path, text: str) -> None:
    """Write a file of a drill, its folder too."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def proof(drill: Drill, *, matrix: bool = False) -> Proof:
    """The proof of one drill."""
    heard: list[str] = []
    (found,) = verify([drill], jobs=2, progress=lambda each, _: heard.append(each.slug), matrix=matrix)
    assert heard == ["small"]
    return found


def test_a_true_drill_is_proven(drill):
    """Everything holds: no problem, the matrix is complete, no test is idle."""
    found = proof(drill, matrix=True)
    assert found.problems == ()
    assert found.ok
    assert found.tests == REQUIRED
    assert found.accepted == {"accepted/adds.py": True, "accepted/multiplies.py": True}
    assert found.rejected["rejected/loops.py"] == ("test_no_loop", "test_memory")
    assert found.named["rejected/triples.py"] == "test_doubles"
    assert found.idle == ()


def test_without_the_matrix_a_rejected_solution_meets_the_test_it_names(drill):
    """The other tests are not run on it, and nothing is said of them."""
    found = proof(drill)
    assert found.ok
    assert found.rejected["rejected/loops.py"] == ("test_no_loop",)
    assert found.tests == REQUIRED
    assert (found.matrix, found.idle) == (False, ())


def test_every_fault_of_a_folder_is_named(drill):
    """What is missing, empty, stray, untitled or too few is named, all at once."""
    home = drill.folder
    write(home / "prompt.md", "# Small\n")
    write(home / "hints.md", "## One\n\na\n\n## Two\n\n\n\n## Three\n\nc\n")
    write(home / "walkthrough.md", "\n")
    write(home / "notes.txt", "x")
    write(home / "test_hidden.py", TESTS.replace('    """An empty array stays empty"""\n', "").replace("@memory\n", ""))
    for name in ("accepted/adds", "rejected/triples", "rejected/squares"):
        (home / f"{name}.py").unlink()
    (home / "drill.toml").unlink()
    problems = proof(drill).problems
    for expected in (
        "drill.toml is missing",
        "walkthrough.md is empty",
        "notes.txt does not belong into a drill's folder",
        "rejected/ holds 5 solutions, expected at least 6",
        "accepted/ holds 1 solutions, expected at least 2",
        "hints.md has 2 hints, expected 3 sections, each opened by `## ` and not empty",
        "test_empty has no docstring, so no title",
        "test_memory carries no group mark",
        "prompt.md has 0 python blocks, expected one worked example",
    ):
        assert expected in problems


def test_every_fault_of_solutions_is_named(drill):
    """An accepted solution that fails, a rejected one that passes or is caught by another test, an untrue example: all are named."""
    home = drill.folder
    write(home / "accepted/adds.py", right("x * 3.0"))
    write(home / "rejected/triples.py", '"""Fine — test_doubles"""\n' + RIGHT)
    write(home / "rejected/loops.py", '"""Loops — test_empty"""\n' + right("np.array([v * 2.0 for v in x])"))
    write(home / "rejected/squares.py", '"""Squares"""\n' + right("np.asarray(x) ** 2"))
    write(home / "prompt.md", PROMPT.replace("4.", "5."))
    problems = proof(drill).problems
    for expected in (
        "accepted/adds.py does not pass: test_doubles: ",
        "rejected/triples.py passes",
        "rejected/loops.py is not caught by test_empty, only by test_no_loop, test_memory",
        "rejected/squares.py: the docstring's first line must end in",
        "the example in prompt.md is not true",
    ):
        assert any(each.startswith(expected) for each in problems), expected


TEST_FAULTS = {
    "a broken test file": (TESTS + "\nimport nothing_here\n", "cannot be collected"),
    "an undeclared test": (
        TESTS + '\n\n@edge\ndef test_more():\n    """More"""\n    close(double(2.0), 4.0)\n',
        "have test_more, which drill.toml does not declare",
    ),
}


@pytest.mark.parametrize(("tests", "problem"), TEST_FAULTS.values(), ids=TEST_FAULTS.keys())
def test_a_fault_of_the_tests_is_named(drill, tests, problem):
    """Hidden tests that do not import, or that drill.toml does not declare, prove nothing."""
    write(drill.folder / "test_hidden.py", tests)
    assert any(problem in each for each in proof(drill).problems)


def test_a_missing_reference_is_named(drill):
    """A missing file is a problem, not a crash."""
    (drill.folder / "reference.py").unlink()
    assert "reference.py is missing" in proof(drill).problems


def test_junk_that_passes_is_named(drill):
    """Tests that take anything are found out by junk."""
    loose = TESTS.replace("close(double(np.array([1.0, 2.5])), [2.0, 5.0])", "double(np.array([1.0, 2.5]))")
    loose = loose.replace("close(double(np.zeros(0)), np.zeros(0))", "double(np.zeros(0))")
    loose = loose.replace('equal(describe([1, "a"]), {"count": 2, "kinds": ["int", "str"]})', 'describe([1, "a"])')
    write(drill.folder / "test_hidden.py", loose)
    assert "junk passes: a solution that returns None" in proof(drill).problems


def test_a_test_that_depends_on_another_is_found(drill):
    """A test that only holds after another fails in another order."""
    tests = TESTS.replace("\n\n@edge", "\n    seen.append(1)\n\n\n@edge", 1).replace(
        "import numpy as np\n", "import numpy as np\n\nseen = []\n", 1
    )
    tests = tests.replace("    close(double(np.zeros(0)), np.zeros(0))\n", "    close(double(np.zeros(0)), np.zeros(0 if seen else 1))\n")
    write(drill.folder / "test_hidden.py", tests)
    problems = proof(drill).problems
    assert any(each.startswith("reference.py does not pass in another order of tests: test_empty") for each in problems), problems


SYMPTOM_FAULTS = {
    "true": ("print('double(2) ->', double(2), '  ')", []),
    "another output": (
        "print('double(2) ->', double(3))",
        ["symptom.py prints line 1 as 'double(2) -> 4', the prompt shows 'double(2) -> 3'"],
    ),
    "more output": ("print('double(2) ->', double(2)); print()\nprint(1)", ["symptom.py prints 3 lines, the prompt shows 1"]),
    "an error": (
        "double()",
        ["symptom.py does not run on the stub: TypeError: double() missing 1 required positional argument: 'x'"],
    ),
    "no script": (None, ["symptom.py is missing: it prints the prompt's first text block from the stub"]),
}


@pytest.mark.parametrize(("script", "problems"), SYMPTOM_FAULTS.values(), ids=SYMPTOM_FAULTS.keys())
def test_a_symptom_comes_from_the_stub(drill, script, problems):
    """What a debugging drill's prompt shows is what its stub does."""
    write(drill.folder / "stub.py", RIGHT.replace("np.asarray(x) * 2.0", "x + 1"))
    write(drill.folder / "prompt.md", PROMPT + "\n```text\ndouble(2) -> 3\n```\n")
    if script is not None:
        write(drill.folder / "symptom.py", "from solution import double\n" + script)
    assert list(proof(replace(drill, track="debugging")).problems) == problems
