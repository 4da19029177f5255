"""The drills of a pack: found, loaded through an index, matched by loose names and filtered."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drillkit import __version__, index
from drillkit.drill import Drill, Level, Limits, Part
from drillkit.drill_folder import ROLES, TRACKS, parse
from drillkit.errors import DrillError, InternalError

__all__ = ["ROLES", "TRACKS", "BrokenDrill", "Catalogue", "default_pack", "load", "parse"]
INDEX_NAME = "catalogue.json"
_INDEX_FORMAT = 3
_LEVELS = tuple(Level)
_SKIPPED = ("concepts",)
Stamps = dict[str, list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenDrill:
    """A drill that is left out of the catalogue, with everything that is wrong in its drill.toml."""

    slug: str
    folder: Path
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The drills of a pack, by track, level, slug, and those that could not be read."""

    drills: tuple[Drill, ...]
    problems: tuple[BrokenDrill, ...] = ()

    def get(self, slug: str) -> Drill | None:
        """The drill with exactly this slug."""
        return next((drill for drill in self.drills if drill.slug == slug), None)

    def match(self, text: str) -> Drill:
        """The drill that `text` names, exactly or loosely; DrillError that offers drills when several or none fit.

        Loosely: case, hyphens and spaces aside, the whole slug, its beginning, a part of it, its initials or first letters of
        its words, a close spelling; the first way that fits any drill decides.
        """
        exact = self.get(text)
        if exact is not None:
            return exact
        self._refuse_broken(text)
        from drillkit import naming  # with difflib, for names that are not exact

        found = naming.fitting(text, [drill.slug for drill in self.drills])
        if len(found) == 1:
            return next(drill for drill in self.drills if drill.slug == found[0])
        if found:
            raise DrillError(f'"{text}" may be {either(found)}', hint="write more of the name")
        near = naming.nearest(text, [drill.slug for drill in self.drills])
        raise DrillError(f'no drill is called "{text}"', hint=f"did you mean {either(near)}?" if near else "drill list shows them all")

    def topics(self) -> dict[str, int]:
        """Every topic, in alphabetical order, and how many drills have it."""
        counts = Counter(topic for drill in self.drills for topic in drill.topics)
        return dict(sorted(counts.items(), key=lambda item: item[0].casefold()))

    def _topics_named(self, text: str) -> set[str]:
        from drillkit import naming

        topics = list(self.topics())
        found = naming.fitting(text, topics)
        if not found:
            near = naming.nearest(text, topics)
            offer = f"did you mean {either(near)}? " if near else ""
            raise DrillError(f'no topic is called "{text}"', hint=f"{offer}drill list --topics shows them all")
        return set(found)

    def _refuse_broken(self, slug: str) -> None:
        for broken in self.problems:
            if broken.slug == slug:
                more = f" (and {len(broken.problems) - 1} more)" if len(broken.problems) > 1 else ""
                raise InternalError(broken.problems[0] + more, hint=f"mend the drill, then run drill verify {slug}")

    def filter(
        self,
        *,
        text: str | None = None,
        track: str | None = None,
        level: str | None = None,
        topic: str | None = None,
        role: str | None = None,
        minutes_max: int | None = None,
    ) -> tuple[Drill, ...]:
        """The drills that pass every filter given; a value that does not exist is refused with the known ones.

        Every word of `text` must occur in the slug, the title or a topic.  `topic` may be part of one: "metrics" takes every kind.
        """
        levels = {known.name: known.value for known in Level}
        track = choose("track", track, TRACKS)
        level = choose("level", levels.get((level or "").strip().upper(), level), _LEVELS)
        topics = None if topic is None else self._topics_named(topic)
        role = choose("role", role, ROLES)
        if minutes_max is not None and minutes_max < 1:
            raise DrillError(f"--minutes-max must be 1 or more, not {minutes_max}", hint="it is the longest timer to list, in minutes")
        return tuple(
            drill
            for drill in self.drills
            if (track is None or drill.track == track)
            and (level is None or drill.level == level)
            and (topics is None or topics & set(drill.topics))
            and (role is None or role in drill.roles)
            and (minutes_max is None or drill.minutes <= minutes_max)
            and (text is None or _mentions(drill, text))
        )


def choose(what: str, given: str | None, known: Iterable[str]) -> str | None:
    """The known value that `given` names, case, hyphens and spaces aside; DrillError with the known ones when none does."""
    if given is None:
        return None
    from drillkit import naming

    values = [str(value) for value in known]
    found = given if given in values else next((value for value in values if naming.plain(value) == naming.plain(given)), None)
    if found is None:
        raise DrillError(f'no {what} is called "{given}"', hint=f"known: {', '.join(values)}")
    return found


def _mentions(drill: Drill, text: str) -> bool:
    place = "\n".join((drill.slug, drill.slug.replace("-", " "), drill.title, *drill.topics)).casefold()
    return all(word in place for word in text.casefold().split())


def either(names: list[str]) -> str:
    """Names as a sentence offers them, the first eight of many."""
    shown = names[:8]
    rest = f" or {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return ", ".join(shown) + rest if rest or len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def default_pack() -> Path:
    """The drills that come with the package: inside a wheel, beside the package in a checkout."""
    package = Path(__file__).absolute().parent
    inside = package / "_drills"
    return inside if inside.is_dir() else package.parent / "drills"


def load(pack: Path, *, cache: Path | None) -> Catalogue:
    """All drills below `pack` (or the one drill whose own folder `pack` is), through an index in the folder `cache`.

    The index is rebuilt when a drill.toml came, went or changed; one that is damaged or cannot be written only costs time.
    """
    pack = pack.absolute()
    if (pack / "drill.toml").is_file():
        return _build(pack.parent.parent, [f"{pack.parent.name}/{pack.name}"])
    stamps = _stamps(pack)
    if cache is None:
        return _build(pack, stamps)
    key = {"format": _INDEX_FORMAT, "version": __version__, "pack": str(pack), "stamps": stamps}
    known = _catalogue(index.read(cache / INDEX_NAME, key), pack)
    if known is not None:
        return known
    catalogue = _build(pack, stamps)
    index.write(cache / INDEX_NAME, key, _rows(catalogue))
    return catalogue


def _stamps(pack: Path) -> Stamps:
    """Time and size of every `track/slug/drill.toml`; taken before parsing, so that an edit meanwhile makes the index stale."""
    stamps: Stamps = {}
    try:
        tracks = sorted(name for name in _folders(pack) if name not in _SKIPPED)
        for track in tracks:
            for slug in sorted(_folders(pack / track)):
                with contextlib.suppress(FileNotFoundError):
                    found = os.stat(f"{pack}/{track}/{slug}/drill.toml")  # noqa: PTH116  (a Path for each costs half the time)
                    stamps[f"{track}/{slug}"] = [found.st_mtime_ns, found.st_size]
    except OSError as error:
        raise InternalError(f"cannot read the drills in {pack}: {error.strerror}", hint="install drillkit again") from error
    return stamps


def _folders(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries if entry.name[0] not in "._" and entry.is_dir()]


def _build(pack: Path, places: Iterable[str]) -> Catalogue:
    drills: dict[str, Drill] = {}
    broken = []
    for place in places:
        folder = pack / place
        drill, problems = parse(folder)
        if drill is not None and drill.slug in drills:
            problems = (f"{folder}: the slug is taken by {drills[drill.slug].folder}; rename one of the two folders",)
        if drill is None or problems:
            broken.append(BrokenDrill(slug=folder.name, folder=folder, problems=problems))
        else:
            drills[drill.slug] = drill
    return Catalogue(drills=tuple(sorted(drills.values(), key=_place)), problems=tuple(broken))


def _place(drill: Drill) -> tuple[int, int, str]:
    return TRACKS.index(drill.track), _LEVELS.index(drill.level), drill.slug


def _catalogue(rows: Any, pack: Path) -> Catalogue | None:
    try:
        return Catalogue(
            drills=tuple(_drill_from(row, pack) for row in rows["drills"]),
            problems=tuple(BrokenDrill(slug=s, folder=Path(f), problems=tuple(texts)) for s, f, texts in rows["problems"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _drill_from(row: dict[str, Any], pack: Path) -> Drill:
    fields: dict[str, Any] = {key: tuple(value) if type(value) is list else value for key, value in row.items()}
    fields["level"] = Level(row["level"])
    fields["parts"] = tuple(Part(**part) for part in row["parts"])
    fields["limits"] = Limits(**row["limits"])
    return Drill(**fields, folder=pack / f"{row['track']}/{row['slug']}")


def _rows(catalogue: Catalogue) -> dict[str, Any]:
    rows = [{name: value for name, value in asdict(drill).items() if name != "folder"} for drill in catalogue.drills]
    problems = [[broken.slug, str(broken.folder), broken.problems] for broken in catalogue.problems]
    return {"drills": rows, "problems": problems}
