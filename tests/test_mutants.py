"""Mutants: what each operator makes of a line, and what holds for all of them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from drillkit.judge.mutants import Mutant, mutants

DRILLS = Path(__file__).resolve().parent.parent / "drills"
REFERENCES = [DRILLS / f"{name}/reference.py" for name in ("retrieval/top-k", "text/tf-idf", "evaluation/k-fold")]
LINES = {
    "comparison": ("x = a < b", ["x = a <= b", "x = a > b"]),
    "chained comparison": ("x = a <= b != c", ["x = a < b != c", "x = a >= b != c", "x = a <= b == c"]),
    "identity": ("x = a is not b", ["x = a is b"]),
    "membership": ("x = a not in b", ["x = a in b"]),
    "arithmetic": ("x = (a) + b", ["x = (a) - b"]),
    "whole division": ("x = a // b", ["x = a / b"]),
    "power inside a product": ("x = a / b**c", ["x = a * b**c", "x = a / (b*c)"]),
    "matrix product": ("x = a @ b", ["x = a * b"]),
    "bits": ("x = a & ~b", ["x = a | ~b", "x = a & b"]),
    "augmented": ("x *= a", ["x /= a", "pass"]),
    "minus": ("x = -a", ["x = a"]),
    "not": ("x = not (a or b)", ["x = (a or b)", "x = not (a and b)"]),
    "and": ("x = a and b and c", ["x = a or b or c"]),
    "zero": ("x = 0", ["x = 1"]),
    "whole number": ("x = 7", ["x = 8", "x = 6"]),
    "large number": ("x = 1_000", ["x = 2000"]),
    "negative number": ("x = a[-1]", ["x = a[1]", "x = a[0]", "x = a[-2]"]),
    "length left open": ("x = a.reshape(-1)", ["x = a.reshape(1)", "x = a.reshape(0)"]),
    "float": ("x = 0.5", ["x = 1.0"]),
    "tiny float": ("x = 1e-9", ["x = 1e-06"]),
    "float zero": ("x = 0.0", ["x = 1.0"]),
    "truth": ("x = True", ["x = False"]),
    "plain string": ("x = 'a'", []),
    "key": ("x = {'a': b}", ['x = {"a_other": b}']),
    "axis": ("x = f(a, axis=0)", ["x = f(a)", "x = f(a, axis=1)"]),
    "keywords": ("x = f(a=b, c=d)", ["x = f(c=d)", "x = f(a=b)"]),
    "keyword behind brackets": ("x = f((a), b=c)", ["x = f((a))"]),
    "lonely keyword": ("x = f(a=b,)", ["x = f()"]),
    "known word": ("x = f(kind='stable')", ["x = f()", 'x = f(kind="quicksort")']),
    "unseen keyword": ("x = f(copy=False)", []),
    "two arguments": ("x = f(a, b)", ["x = f(b, a)"]),
    "arguments in any order": ("x = np.maximum(a, b)", ["x = np.minimum(a, b)"]),
    "one argument twice": ("x = f(a, a)", []),
    "twin of a method": ("x = a.argmin()", ["x = a.argmax()"]),
    "twin of a builtin": ("x = any(a)", ["x = all(a)"]),
    "copy": ("x = (a @ b).copy()", ["x = (a @ b)", "x = (a * b).copy()"]),
    "function around an argument": ("x = np.abs(a)", ["x = a"]),
    "array of a type": ("x = np.asarray(a, dtype=b)", ["x = np.asarray(a)", "x = a"]),
    "array": ("x = np.asarray(a)", []),
    "slice": ("x = a[b:c]", ["x = a[b:c + 1]", "x = a[:c]", "x = a[b:]"]),
    "step": ("x = a[::k]", ["x = a[::-k]"]),
    "range": ("x = range(a, n)", ["x = range(n, a)", "x = range(a, n - 1)", "x = range(a, n + 1)"]),
    "range with one": ("x = range(n - 1)", ["x = range(n + 1)", "x = range(n - 2)", "x = range(n - 0)"]),
    "where": ("x = np.where(a, b, c)", ["x = np.where(~(a), b, c)"]),
    "ternary": ("x = a if b else c", ["x = a if not b else c"]),
    "filter": ("x = [a for a in b if c]", ["x = [a for a in b if not c]", "x = [a for a in b if True]"]),
    "call for its effect": ("f(a)", ["pass"]),
    "assignment to an entry": ("a[b] = c", ["pass"]),
    "assignment to a name": ("a = b", []),
    "comment in the way": ("x = (a  # + b\n     + c)", ["- c)"]),
    "signs before the column": ("x = 'ä', a < b", ["x = 'ä', a <= b", "x = 'ä', a > b"]),
    "annotation": ("x: Literal[1] = a", []),
    "import": ("from a import b", []),
    "text made of values": ("x = f'{a + b}'", []),
    "main": ("if __name__ == '__main__': f()", []),
}


@pytest.mark.parametrize(("line", "expected"), LINES.values(), ids=LINES.keys())
def test_a_line_has_these_mutants(line: str, expected: list[str]) -> None:
    """Exactly the mutants that the operators promise, with all other text as it was."""
    assert [mutant.after for mutant in mutants(line)] == expected


def in_function(*lines: str) -> str:
    """A function with these lines."""
    return "\n".join(["def f(a: int = b) -> None:", '    """Says 1 < 2."""', *(f"    {line}" for line in lines), ""])


STATEMENTS = {
    "guard": (("if a:", "    raise E(1)", "g = b"), [("if a:\n    raise E(1)", "pass"), ("if a:", "if not a:")]),
    "second guard": (
        ("if a:", "    g = b", "elif c:", "    return"),
        [("if a:", "if not a:"), ("elif c:", "elif False:"), ("elif c:", "elif not c:")],
    ),
    "raise elsewhere": (("if a:", "    g = b", "else:", "    raise E"), [("if a:", "if not a:"), ("raise E", "pass")]),
    "return": (("return a, b",), [("return a, b", "return None")]),
    "nothing returned": (("return None",), []),
    "while": (("while a == b:", "    break"), [("while a == b:", "while a != b:"), ("break", "continue")]),
    "jump": (
        ("for c in a:", "    if c: continue", "    g = c"),
        [("if c: continue", "pass"), ("if c: continue", "if not c: continue"), ("if c: continue", "if c: break")],
    ),
    "decorator and default": (
        ("@d(1)", "def g(k=5): c = k"),
        [("def g(k=5): c = k", "def g(k=6): c = k"), ("def g(k=5): c = k", "def g(k=4): c = k")],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), STATEMENTS.values(), ids=STATEMENTS.keys())
def test_a_statement_has_these_mutants(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """Guards go as a whole, also in an `elif`; returns, loops and jumps are changed; docstrings, decorators and texts of errors are not."""
    found = [(mutant.before, mutant.after) for mutant in mutants(in_function(*lines))]
    assert found == expected


def of(path: Path) -> list[Mutant]:
    """The mutants of a file."""
    return list(mutants(path.read_text("utf-8")))


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.parent.name)
def test_what_holds_for_all_mutants(path: Path) -> None:
    """Each compiles, none says the same as the program or another, keys are unique and on one line, the diff is the difference."""
    source, found = path.read_text("utf-8"), of(path)
    assert len(found) > 20
    trees = {ast.dump(ast.parse(mutant.source)) for mutant in found} | {ast.dump(ast.parse(source))}
    assert len(trees) == len(found) + 1
    assert len({mutant.key for mutant in found}) == len(found)
    lines = source.splitlines()
    for mutant in found:
        compile(mutant.source, "mutant", "exec")
        assert mutant.key.isprintable()
        assert lines[mutant.line - 1].strip() == mutant.before.splitlines()[0].strip()
        before, after = (text.replace(" ", "") for text in (mutant.before, mutant.after))
        assert source.replace(" ", "").replace(before, "") != mutant.source.replace(" ", "")
        assert after in mutant.source.replace(" ", "")


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.parent.name)
def test_keys_survive_reformatting_and_edits_elsewhere(path: Path) -> None:
    """Blank lines, comments, other quotes and a new function before the rest leave every key as it is."""
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    head = "def helper(x):\n    return x + 1\n\n\n"
    keys = [mutant.key for mutant in of(path)]
    assert [mutant.key for mutant in mutants(ast.unparse(tree))] == keys
    spread = source.replace("\n    ", "\n\n    # a remark\n    ").replace("import numpy as np\n", f"import numpy as np\n\n\n{head}", 1)
    assert [mutant.key for mutant in mutants(spread) if not mutant.key.startswith("helper")] == keys


def test_a_key_names_function_and_statement() -> None:
    """A method's key begins with its class, the same statement twice is numbered, of a long one only the changed part is shown."""
    source = "class C:\n    def m(self, x):\n        x = not x\n        x = not x\n"
    assert [mutant.key for mutant in mutants(source)] == ["C.m: x = not x → x = x", "C.m: x = not x → x = x #2"]
    (long, *_) = mutants(f"x = [{', '.join(f'name_{n}' for n in range(20))}, a + b, {', '.join(f'name_{n}' for n in range(20))}]")
    around = "…17, name_18, name_19, a {} b, name_0, name_1, name…"
    assert long.key == f"module: {around.format('+')} → {around.format('-')}"


def test_windows_line_ends_change_nothing() -> None:
    """A file with other line ends has the same mutants."""
    source = "def f(a):\n    return a + 1\n"
    assert list(mutants(source.replace("\n", "\r\n"))) == list(mutants(source))
