"""bytes, bytearray, memory of Unicode text, surrogate pairs and long strings."""


# %% solution
def encode(text):
    return text.encode("utf-8")


def xor(data, key):
    return bytes(b ^ key for b in data)


def reverse(text):
    return text[::-1]


# %% test
import unittest
from solution import encode, reverse, xor


class BytesTest(unittest.TestCase):
    def test_bytes(self):
        self.assertEqual(encode("naïve"), b"na\xc3\xafve")
        self.assertIsInstance(encode(""), bytes)
        self.assertEqual(xor(bytearray(b"\x00\xff"), 0x0F), b"\x0f\xf0")

    def test_text(self):
        self.assertEqual(reverse("añ😀\x00"), "\x00😀ña")
        self.assertMultiLineEqual(reverse("a\nb"), "b\na")
        self.assertRegex(reverse("abc" * 1000), r"^(cba)+$")


# %% wrong
def encode(text):
    return text
