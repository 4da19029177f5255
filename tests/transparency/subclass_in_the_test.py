"""A class of the test cannot inherit from a class of the solution, and is told so."""

# %% solution
class Shape:
    def describe(self):
        return f"area {self.area()}"
# %% test
from solution import Shape
def test_subclass():
    class Square(Shape):
        def area(self):
            return 4
    assert Square().describe() == "area 4"
# %% says: cannot inherit
