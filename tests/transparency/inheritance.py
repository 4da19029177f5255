"""isinstance and issubclass between the learner's classes, overriding, super, type()."""


# %% solution
class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."


class Dog(Animal):
    def speak(self):
        return f"{self.name} barks"


class Puppy(Dog):
    def speak(self):
        return super().speak() + " softly"


class Cat(Animal):
    pass


def adopt(kind):
    return {"puppy": Puppy, "cat": Cat}[kind]("Rex")


# %% test
import pytest
from solution import Animal, Cat, Dog, Puppy, adopt


def test_instances():
    rex = adopt("puppy")
    assert isinstance(rex, Puppy) and isinstance(rex, Dog) and isinstance(rex, Animal)
    assert not isinstance(rex, Cat)
    assert isinstance(rex, (Cat, Dog))
    assert not isinstance(3, Animal)


def test_types():
    assert type(adopt("cat")) is Cat
    assert type(adopt("cat")) == Cat
    assert type(adopt("puppy")) is not Dog
    assert adopt("cat").__class__ is Cat
    assert type(adopt("cat")).__name__ == "Cat"
    assert issubclass(Puppy, Animal) and not issubclass(Dog, Cat)
    assert Dog in Puppy.__mro__
    assert Puppy.__bases__ == (Dog,)


def test_overriding():
    assert adopt("puppy").speak() == "Rex barks softly"
    assert Dog.speak(adopt("puppy")) == "Rex barks"
    assert [kind("A").speak() for kind in (Animal, Dog)] == ["...", "A barks"]


# %% wrong
class Puppy(Animal):
    def speak(self):
        return f"{self.name} barks softly"


# %% wrong
def adopt(kind):
    class Cat(Animal):
        pass

    return {"puppy": Puppy, "cat": Cat}[kind]("Rex")
