"""__name__, __doc__, __annotations__, __defaults__ and attributes of the solution's functions and classes."""


# %% solution
def area(width: float, height: float = 1.0) -> float:
    """Width times height."""
    return width * height


area.unit = "m2"


class Shape:
    """Has an area."""

    sides: int = 4

    def scale(self, k):
        """Make k times larger."""


# %% test
import inspect
from solution import Shape, area


def test_function():
    assert area.__name__ == "area"
    assert area.__doc__ == "Width times height."
    assert area.__annotations__ == {"width": float, "height": float, "return": float}
    assert area.__defaults__ == (1.0,)
    assert area.unit == "m2"
    assert list(inspect.signature(area).parameters) == ["width", "height"]


def test_class():
    assert Shape.__name__ == "Shape"
    assert Shape.__doc__ == "Has an area."
    assert Shape.__annotations__ == {"sides": int}
    assert Shape.scale.__doc__ == "Make k times larger."
    assert callable(Shape.scale)
    assert "Shape" in repr(Shape)


# %% wrong
def area(width, height=1.0):
    return width * height
