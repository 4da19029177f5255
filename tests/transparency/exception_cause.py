"""__cause__, __context__ and notes of an exception arrive."""


# %% solution
class ConfigError(Exception):
    pass


def read(settings, key):
    try:
        return settings[key]
    except KeyError as error:
        raise ConfigError(f"no {key}") from error


def hidden(settings, key):
    try:
        return settings[key]
    except KeyError:
        raise ConfigError("no key") from None


# %% test
import unittest
from solution import ConfigError, hidden, read


class ReadTest(unittest.TestCase):
    def test_cause(self):
        with self.assertRaises(ConfigError) as caught:
            read({}, "port")
        self.assertIsInstance(caught.exception.__cause__, KeyError)
        self.assertEqual(caught.exception.__cause__.args, ("port",))

    def test_suppressed(self):
        with self.assertRaises(ConfigError) as caught:
            hidden({}, "port")
        self.assertIsNone(caught.exception.__cause__)
        self.assertTrue(caught.exception.__suppress_context__)


# %% wrong
def read(settings, key):
    if key not in settings:
        raise ConfigError(f"no {key}")
    return settings[key]
