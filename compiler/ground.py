"""What an explanation leaves to the corpus: the date of reference, the averages of columns, and units.

All of it is settled when the explanation is compiled, so that a function says the same of a row wherever it is called.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import numpy as np

from ..grammar.nodes import Compare, Condition, Interval, Not, Quantity
from ..primitives.arithmetic import Statistic
from ..primitives.base import Place, Primitive, Sought
from ..primitives.dates import DAY, MONTHS, SECONDS, Calendar, Elapsed, Moment, Now, Unit, seconds_of, shifted
from ..primitives.entities import ENTITIES, Entity
from ..primitives.patterns import Character
from ..primitives.regions import Beside, Between, Whole
from ..primitives.relations import Argument, Around, Inside
from ..primitives.shapes import Written
from ..primitives.tables import Alike, Field, Is, Present
from ..primitives.text import Choice, Count, Mentions
from .argument_names import FIRST, OTHER, SECOND
from .assemble import outside_itself, stands_elsewhere
from .happenings import BEGUN, ENDED, ORIGIN, ORIGINS, WHENEVER
from .naming import plain_words, words_of
from .numerals import SIGNS, Worth
from .references import AGE, AVERAGES, ORIGIN_OF, PAID, TARGET, TEXT, TWIN, UNNAMED
from .scope import Scope
from .standins import Blank, InOneSentence, OfUsual, RefusedError, SameQuantity
from .stems import stem
from .units import MONEY, PAYING, factor, may_be_in, may_be_worth, no_money, unit_of

NO_NOW = (
    "it is not known what now is: give the corpus a date of reference or a column of dates, "
    'now="2024-06-30" or --now 2024-06-30'
)
NO_TEXT = "there is no text column: say which column is meant, or name the text column with --text"

BEYOND = "dates lie between the years 1 and 9999"
EARLIEST, LATEST = (float(seconds_of(iso) or 0) for iso in ("0001-01-02", "9999-12-30"))
"""The moments that can be said, but for a day."""

FULL: dict[str, dict[str, float]] = {"year": {"day": 365}, "month": {"day": 30}}
"""How many days people mean by a year and a month where ages are counted in days."""

OF_UNIT = {"year": ("age", "year", "years", "old"), "percent": ("percent", "percentage", "pct", "share", "rate")}
"""The words in the name of a column that tell its unit, where they are not the unit itself."""

WRITTEN = {"percentage": "percentage", "money": "price", "clock_time": "clock_time", "date": "calendar_date"}
"""The entities that are also told by how they are written, which must do where there are none."""


def ground(condition: Condition, scope: Scope) -> Condition:
    """The condition with nothing left to the corpus.

    Raises:
        RefusedError: something is needed that the corpus does not have.
    """
    _unit_known(condition, scope)
    grounded: Condition = _ground(condition, scope)
    return grounded


def _ground(item: Any, scope: Scope) -> Any:
    """The item, and all within it, with nothing left to the corpus."""
    if isinstance(item, Compare):
        return _compared(item, scope)
    if isinstance(item, Blank):
        return _ground(_nothing_in(item.where, scope), scope)
    named = _named_here(item, scope)
    if named is not item:
        return named
    if isinstance(item, Field) and (
        item.column in scope.schema.texts or scope.schema.kinds.get(item.column, "number") not in ("number", "percent")
    ):
        raise RefusedError(f"the column {item.column} has no numbers")
    _sound(item)
    if isinstance(item, Statistic) and item.value is None:
        return _worked_out(item, scope)
    if isinstance(item, Entity) and item.name in WRITTEN and not scope.schema.entities and not scope.schema.pipeline:
        return Written(WRITTEN[item.name])
    item = _at_a_time(item, scope)
    if isinstance(item, Place) and item.column is None and scope.schema.fields and not scope.schema.texts:
        raise RefusedError(NO_TEXT)
    made = item.map(lambda child: _ground(child, scope))
    settled = _among_arguments(made, scope)
    return settled if settled is item else _sound(settled)


def _sound(item: Any) -> Any:
    """The item itself, if it is a primitive without a fault."""
    fault = item.fault() if isinstance(item, Primitive) else None
    if fault is not None:
        raise RefusedError(fault)
    return item


def _compared(item: Compare, scope: Scope) -> Condition:
    """A comparison whose number is in the unit of what it is compared with."""
    _told_by_clock(item, scope)
    if isinstance(item.quantity, SameQuantity):
        item = replace(item, quantity=_in_this_unit(item.interval, scope))
    item = replace(item, quantity=_of_someone(item.quantity, scope))
    quantity, interval = item.quantity, _without_units(item, scope)
    if isinstance(quantity, Elapsed) and quantity.start == Moment(BEGUN):
        quantity = _since_begun(quantity, scope)
    if isinstance(quantity, Elapsed) and quantity.start == Moment(ORIGIN):
        quantity = replace(quantity, start=Moment(_origin(scope)))
        if quantity.start == quantity.end:
            raise RefusedError("it is not clear since when it is counted: name the column")
    if quantity == Calendar("clock time", WHENEVER) and (hours := _only_hours(scope)):
        quantity = Field(hours)
    quantity = _ground(quantity, scope)
    if isinstance(quantity, Statistic):
        raise RefusedError(f"the {quantity.name} is the same on all rows: compare the values of a row with it")
    if isinstance(quantity, Elapsed) and isinstance(quantity.end, Now):
        return _since(quantity, interval, scope)
    return Compare(quantity, interval)


def _named_here(item: Any, scope: Scope) -> Any:
    """The item with the argument, text or column of this corpus that it leaves open."""
    if isinstance(item, NAMED) and item.name.startswith("\0"):
        return replace(item, name=_named(item.name, scope.schema.spans))
    if isinstance(item, Present) and item.column == TEXT:
        if len(scope.schema.texts) != 1:
            raise RefusedError("it is not clear which text is meant")
        return Present(scope.schema.texts[0])
    if isinstance(item, Alike) and item.column == TWIN:
        return replace(item, column=_twin(item.other, scope))
    if isinstance(item, Is) and (item.column in WAYS or item.column.startswith(UNNAMED)):
        return replace(item, column=_of_value(item, scope))
    return item


def _worked_out(item: Statistic, scope: Scope) -> Statistic:
    """The average of a column, or the like, with its value."""
    if not item.column:
        raise RefusedError(f"say of which column it is the {item.name}")
    if scope.corpus is None:
        raise RefusedError(f"the {item.name} {item.column} is not known without a corpus")
    fixed = item.fixed(scope.corpus.numbers(item.column))
    if fixed.value is None:
        raise RefusedError(f"the column {item.column} has no numbers to work out the {item.name} of")
    return fixed


def _at_a_time(item: Any, scope: Scope) -> Any:
    """The item with the column of times that is meant, which has a time of day if one is asked for."""
    _told_by_clock(item, scope)
    if isinstance(item, (Moment, Calendar, Present)) and item.column == WHENEVER:
        item = replace(item, column=_only_time(item, scope))
    timed = isinstance(item, Calendar) and item.part in ("hour", "clock time")
    if timed and scope.schema.kinds.get(item.column) == "date":
        raise RefusedError(f"the column {item.column} has dates without a time of day")
    return item


def _among_arguments(made: Any, scope: Scope) -> Any:
    """The item with the arguments that are meant by their kind, which stand neither beside nor between themselves."""
    if isinstance(made, Between) and made.left == made.right and any(_is_called(own, scope) for own in made.left):
        raise RefusedError("nothing stands between an argument and itself")
    if isinstance(made, (Beside, Between)):
        outside_itself(made)
    if isinstance(made, Mentions) and isinstance(made.where, InOneSentence):
        made = _in_one_sentence(made, scope.schema.spans)
    if isinstance(made, Mentions):
        stands_elsewhere({own for own in made.what.items if isinstance(own, Argument)}, made.where)
    if scope.schema.spans and not scope.schema.tagged:
        made = _meant_by_kind(made, scope) if isinstance(made, Mentions) else made
        made = _of_that_kind(made, scope) if isinstance(made, Place) else made
    return made


def _nothing_in(place: Place, scope: Scope) -> Condition:
    """A text with nothing in it is missing; a part of one has no characters."""
    if isinstance(place, Whole) and (place.name or len(scope.schema.texts) == 1):
        return Not(Present(place.name or TEXT))
    return Compare(Count((Character(),), place), Interval(0, 0))


def _meant_by_kind(item: Mentions, scope: Scope) -> Mentions:
    """Without entities, a thing of the kind that an argument is called by is that argument, but not beside itself."""
    place = _of_that_kind(item.where, scope)
    beside = {own.name for own in place.walk() if isinstance(own, Argument)}
    called = beside & {_called_by(kind, scope) for kind in ENTITIES}
    if called and all(isinstance(own, Argument) and own.name in called for own in item.what.items):
        raise RefusedError("an argument does not stand beside itself: say 'another' if another one is meant")
    items = (
        own if isinstance(own, Entity) and _called_by(own.name, scope) in beside else _of_that_kind(own, scope)
        for own in item.what.items
    )
    return Mentions(replace(item.what, items=tuple(dict.fromkeys(items))), place)


def _is_called(item: Sought, scope: Scope) -> bool:
    """Whether it is of a kind that an argument is called by."""
    return isinstance(item, Entity) and not item.other and _called_by(item.name, scope) is not None


def _called_by(kind: str, scope: Scope) -> str | None:
    """The argument that is called by a kind of entity."""
    terminal, name = scope.names.get(words_of(ENTITIES[kind].singular)[1:], ("", None))
    return str(name) if terminal == "ARGUMENT_NAME" else None


def _of_that_kind(item: Any, scope: Scope) -> Any:
    if isinstance(item, Entity) and not item.other and (name := _called_by(item.name, scope)) is not None:
        return Argument(name)
    return item.map(lambda part: _of_that_kind(part, scope))


def _since_begun(passed: Elapsed, scope: Scope) -> Elapsed:
    """The time from the beginning of what ended; up to now if nothing ended, or it has no beginning."""
    end = passed.end
    assert isinstance(end, Moment)
    if not {stem(word) for word in plain_words(end.column)} & ENDED:
        return replace(passed, start=end, end=Now())
    return replace(passed, start=Moment(ORIGIN))


def _only_hours(scope: Scope) -> str | None:
    """The only column of hours of the day, where no column has times of day."""
    if any(kind in ("moment", "clock") for _, kind in scope.schema.fields):
        return None
    found = [name for name, kind in scope.schema.fields if kind == "number" and "hour" in plain_words(name)]
    return found[0] if len(found) == 1 else None


def _only_time(item: Moment | Calendar | Present, scope: Scope) -> str:
    """The only column that may tell when something was: one with times of day if one is asked for."""
    clock = isinstance(item, Calendar) and item.part in ("hour", "clock time")
    kinds = ("moment", "clock") if clock else ("date", "moment")
    found = [name for name, kind in scope.schema.fields if kind in kinds]
    if len(found) != 1:
        raise RefusedError("it is not clear which date is meant: name the column")
    return found[0]


def _told_by_clock(item: Any, scope: Scope) -> None:
    """Refuses to ask a time of day for its date."""
    kinds = scope.schema.kinds
    if isinstance(item, Calendar) and item.part not in ("hour", "clock time") and kinds.get(item.column) == "clock":
        raise RefusedError(f"the column {item.column} has times of day without a date")
    ends = (
        (item.start, item.end) if isinstance(item, Elapsed) else (item.quantity,) if isinstance(item, Compare) else ()
    )
    clocks = [isinstance(end, Moment) and kinds.get(end.column) == "clock" for end in ends]
    if any(clocks) and not (len(ends) == 2 and all(clocks)):
        raise RefusedError("a time of day has no date to be compared with")


def _in_this_unit(interval: Interval, scope: Scope) -> Quantity:
    """The only column in the unit of the numbers."""
    units = {end.unit for end in (interval.low, interval.high) if isinstance(end, Worth)}
    if units and units <= {*SIGNS}:
        return Field(_of_money(scope))
    numbers = [name for name, kind in scope.schema.fields if kind == "number" and "age" not in plain_words(name)]
    found = [name for name in numbers if {unit_of(name)} == units or any(may_be_in(name, unit) for unit in units)]
    found = found or [name for name in numbers for unit in units if factor(unit, unit_of(name)) is not None]
    found = found or [name for name in numbers for unit in units if plain_words(name)[:1] in ((unit,), (f"{unit}s",))]
    if len(found) != 1 or len(units) != 1:
        raise RefusedError("it is not clear what is compared with the number")
    return Field(found[0])


def _of_money(scope: Scope) -> str:
    """The only column of money; of several, the only one with no other word in its name."""
    found = [name for name, kind in scope.schema.fields if kind == "number" and may_be_worth(name, "$")]
    plain = [name for name in found if name.lower() in MONEY]
    if len(found) != 1 and len(plain) != 1:
        raise RefusedError("it is not clear what so much money is: name the column")
    return (plain if len(plain) == 1 else found)[0]


def _paid(scope: Scope) -> str:
    """The only column of what is paid, by its name; if none or several are, the only one of money."""
    numbers = [name for name, kind in scope.schema.fields if kind == "number"]
    found = [name for name in numbers if PAYING & set(words_of(name.replace("_", " ")))]
    return found[0] if len(found) == 1 else _of_money(scope)


def _of_someone(quantity: Quantity, scope: Scope) -> Quantity:
    """The quantity; of an age or a sum of money that is not named, that of the only column of ages or money."""
    if quantity == Field(PAID):
        return Field(_paid(scope))
    if isinstance(quantity, OfUsual):
        return _of_usual(quantity, scope)
    if quantity != Field(AGE):
        of_someone: Quantity = quantity.map(lambda part: _of_someone(part, scope))
        return of_someone
    ages = {reference.name for terminal, reference in scope.names.values() if terminal == "AGED_PERSON"}
    if len(ages) != 1:
        raise RefusedError("it is not clear whose age is meant")
    return Field(ages.pop())


def _of_usual(quantity: OfUsual, scope: Scope) -> Quantity:
    """The column of which another has the averages, by their names; else what was measured before."""
    words = [word for word in plain_words(quantity.column) if word not in AVERAGES]
    numbers = [name for name, kind in scope.schema.fields if kind == "number"]
    found: list[Quantity] = [Field(name) for name in numbers if [*plain_words(name)] == words]
    found = found or [*quantity.measured]
    if len(found) != 1:
        raise RefusedError("it is not clear what is compared with the column")
    return found[0]


def _of_value(item: Is, scope: Scope) -> str:
    """The column that has the values: by the words for its way, or the one that was spoken of before."""
    columns = scope.columns_of(item.values)
    told = [name for name in columns if WAYS.get(item.column, set()) & set(words_of(name.replace("_", " ")))]
    before = item.column.removeprefix(UNNAMED)
    found = told or ([before] if before in columns else columns)
    if len(found) != 1:
        raise RefusedError("it is not clear of which column this is a value: name the column")
    return found[0]


WAYS = {
    UNNAMED: frozenset[str](),
    ORIGIN_OF: frozenset(["origin", "from", "source", "departure", "start", "sender", "pickup"]),
    TARGET: frozenset(["destination", "dest", "to", "target", "arrival", "end", "receiver", "recipient", "dropoff"]),
}
"""The words in the names of columns that tell from where or to where, by what stands for them in a reading."""


def _twin(column: str, scope: Scope) -> str:
    """The column that tells the same without the first word: of ``home_country``, ``country``."""
    called = plain_words(column)[1:]
    found = [name for name, kind in scope.schema.fields if kind == "text" and plain_words(name) == called]
    if len(found) != 1:
        raise RefusedError(f"it is not clear what is in the {column}: name the column that is the same")
    return found[0]


def _origin(scope: Scope) -> str:
    """The column that tells since when there is what the row is about."""
    dates = [name for name, kind in scope.schema.fields if kind in ("date", "moment")]
    told = ([name for name in dates if words & set(words_of(name.replace("_", " ")))] for words in ORIGINS)
    found: list[str] = next(filter(None, told), [])
    if len(found) != 1:
        raise RefusedError("it is not clear since when it is counted: name the column")
    return found[0]


NAMED = (Argument, Inside, Around)
"""The nodes that name an argument."""


TWO_ARGUMENTS = (
    "to speak of two things that are marked in the text, name their columns of (start, end): --spans COLUMN,COLUMN "
    "(in Python: spans=[...]); otherwise say what is meant without 'both', 'the first', 'the other'"
)
"""What to do where an explanation speaks of two arguments and there are not two."""


def _named(unnamed: str, arguments: tuple[str, ...]) -> str:
    """The argument that is meant, of two."""
    if len(arguments) != 2:
        have = f"the rows have {len(arguments) or 'no'} argument{'s' * (len(arguments) != 1)}"
        raise RefusedError(f"it speaks of two arguments, and {have}", TWO_ARGUMENTS)
    first, second = arguments
    if unnamed in (FIRST, SECOND):
        return first if unnamed == FIRST else second
    return second if unnamed.removeprefix(OTHER) == first else first


def _in_one_sentence(told: Mentions, arguments: tuple[str, ...]) -> Mentions:
    """The first of two arguments in the sentence of the second, whichever was named first."""
    named = [own.name for own in told.what.items if isinstance(own, Argument)]
    names = {told.where.name, *named}  # type: ignore[attr-defined]
    if len(names) != 2 or len(named) != len(told.what.items):
        raise RefusedError("nothing shares a sentence with itself")
    first, second = sorted(names, key=arguments.index)
    return Mentions(Choice((Argument(first),)), Around(second))


# -- units ---------------------------------------------------------------------------------------------------


def _without_units(item: Compare, scope: Scope) -> Interval:
    """The interval in plain numbers, once its units are those of the columns."""
    interval = item.interval
    columns = [node.column for node in item.quantity.walk() if isinstance(node, Field)]
    low, high = (
        _in_unit(end, columns, scope) if isinstance(end, Worth) else end for end in (interval.low, interval.high)
    )
    return Interval(low, high, interval.low_open, interval.high_open)


def _unit_known(condition: Condition, scope: Scope) -> None:
    """Refuses numbers in several units of a column that does not tell its own: "over 10 minutes and under 2 hours"."""
    told: dict[str, set[str]] = {}
    for own in condition.walk():
        if isinstance(own, Compare) and isinstance(own.quantity, (Field, SameQuantity)):
            ends = (own.interval.low, own.interval.high)
            units = {end.unit for end in ends if isinstance(end, Worth)} - {*SIGNS, "percent"}
            quantity = (
                own.quantity if isinstance(own.quantity, Field) or not units else _in_this_unit(own.interval, scope)
            )
            if isinstance(quantity, Field) and unit_of(quantity.column) is None:
                told.setdefault(quantity.column, set()).update(units)
    unclear = next((column for column, units in told.items() if len(units) > 1), None)
    if unclear is not None:
        raise RefusedError(f"the column {unclear} does not tell its unit: give the numbers as they stand there")


def _in_unit(end: Worth, columns: list[str], scope: Scope) -> float:
    """The number in the unit of the columns."""
    factors = {_factor(column, end.unit, scope) for column in columns}
    if len(factors) > 1:
        raise RefusedError("the columns are not in the same unit")
    return float(end) * (factors.pop() if factors else 1)


def _factor(column: str, unit: str, scope: Scope) -> float:
    """By what a number in the unit is multiplied to be in the column's own."""
    if unit in SIGNS and no_money(column):
        raise RefusedError(f"the column {column} is no money")
    if unit in SIGNS or (unit == "percent" and scope.schema.kinds.get(column) == "percent"):
        return 1
    found = factor(unit, unit_of(column))
    if found is None and unit_of(column) in FULL.get(unit, {}):
        return FULL[unit][str(unit_of(column))]
    if found is None and unit_of(column) is not None and unit != "percent":
        raise RefusedError(f"the column {column} is in another unit: give the number as it stands there")
    names = set(words_of(column.replace("_", " ").replace("-", " ")))
    if found is None and not may_be_in(column, unit) and not names & {unit, unit + "s", *OF_UNIT.get(unit, ())}:
        raise RefusedError(f"the column {column} is not known to be in {unit}: give the number as it stands there")
    return found or 1


# -- now -----------------------------------------------------------------------------------------------------


def _since(passed: Elapsed, interval: Interval, scope: Scope) -> Condition:
    """So long before now: from a moment to a moment if now is given, else an interval of time between two columns."""
    now, schema = scope.schema.now, scope.schema
    if now is None:
        raise RefusedError(NO_NOW)
    if schema.kinds.get(now) in ("date", "moment"):
        if passed.start == Moment(now):
            raise RefusedError("the date of reference is always now")
        return Compare(Elapsed(passed.start, Moment(now), passed.unit), interval)
    written = _iso(now)
    assert isinstance(passed.start, Moment)
    whole_days = len(written) == len("2024-06-30") or schema.kinds.get(passed.start.column) == "date"
    late = None if interval.low is None else _back(written, interval.low, passed.unit, whole_days)
    early = None if interval.high is None else _back(written, interval.high, passed.unit, whole_days)
    if not whole_days:
        return Compare(passed.start, Interval(early, late, interval.high_open, interval.low_open))
    if early is not None:
        early = _floor(early) + DAY if interval.high_open else -_floor(-early)
    if late is not None:
        late = -_floor(-late) if interval.low_open else _floor(late) + DAY
    return Compare(passed.start, Interval(early, late, False, late is not None))


def _back(now: str, amount: float, unit: Unit, whole_days: bool) -> float:
    """The moment that lies so long before now."""
    seconds = seconds_of(now)
    assert seconds is not None
    if whole_days:
        seconds = _floor(seconds)
    if abs(amount) * (SECONDS.get(unit) or MONTHS[unit] * 28 * DAY) > LATEST:
        raise RefusedError(BEYOND)
    months = amount * MONTHS.get(unit, 0)
    if not float(months).is_integer():
        raise RefusedError("months are counted in whole numbers")
    seconds -= amount * SECONDS.get(unit, 0)
    found = float(shifted(np.array([seconds]), np.array([-int(months)]))[0])
    if not EARLIEST <= found <= LATEST:
        raise RefusedError(BEYOND)
    return found


def _floor(seconds: float) -> float:
    return seconds // DAY * DAY


def _iso(now: str) -> str:
    try:
        stamp = datetime.fromisoformat(now)
    except ValueError:
        raise RefusedError(f"the date of reference {now!r} is neither a date nor a column of dates") from None
    dateless = len(now.strip()) <= len("2024-06-30")
    return stamp.date().isoformat() if dateless else stamp.replace(tzinfo=None).isoformat(sep=" ")
