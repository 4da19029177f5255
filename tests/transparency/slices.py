"""A sequence class answers indices, negative indices and slices."""


# %% solution
class Playlist:
    def __init__(self, songs):
        self._songs = list(songs)

    def __len__(self):
        return len(self._songs)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return Playlist(self._songs[place])
        return self._songs[place]

    def __eq__(self, other):
        return isinstance(other, Playlist) and self._songs == other._songs


# %% test
import pytest
from solution import Playlist


@pytest.fixture
def playlist():
    return Playlist("abcd")


def test_index(playlist):
    assert playlist[0] == "a"
    assert playlist[-1] == "d"


def test_slice(playlist):
    assert playlist[1:3] == Playlist("bc")
    assert playlist[::-1] == Playlist("dcba")
    assert isinstance(playlist[:2], Playlist)


def test_old_iteration(playlist):
    assert list(playlist) == ["a", "b", "c", "d"]
    assert "c" in playlist
    assert list(reversed(playlist)) == ["d", "c", "b", "a"]


def test_out_of_range(playlist):
    with pytest.raises(IndexError):
        playlist[4]


# %% wrong
Playlist.__getitem__ = lambda self, place: self._songs[place]
