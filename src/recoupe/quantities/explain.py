"""Which words gave a quantity its value and its concept, a sentence each; read off the quantity itself."""

from __future__ import annotations

import msgspec

from recoupe.model.mention import Quantity

_RULES = {
    "noun": "counts {of}: the noun '{words}' behind the number",
    "verb before": "counts {of}: the verb '{words}' before the number acts upon those counted",
    "verb behind": "counts {of}: '{words}' behind the number says it of those counted",
    "verb in two pieces": "counts {of}: the verb '{words}' and its second piece stand around those counted",
    "measure": "measures {of}: '{words}' is the nearest word for what takes this unit",
    "toll": "counts {of}: '{words}' stands before the bare number",
    "held": "counts {of} as the number before it: two who say it, one noun",
    "of them": "counts {of}: some of those that the number before it counts",
    "of the same": "counts {of}: one more part of those that the number before it counts",
    "of those": "counts {of}: '{words}' behind the number says of whom",
    "more of them": "counts {of}: more of what the number before it counts",
    "copula": "counts {of}: '{words}' is the subject the number is said of",
    "total": "counts {of}: the whole of which another number counts a part",
    "versus": "counts {of}: the other side of the number before it",
    "number of a body": "counts {of}: '{words}' says of which body this is the number",
    "sum": "money: a bare number of that size, and the sum before it says whose money",
    "change": "counts {of} as the value it changed from or to does",
    "fraction": "a share of '{words}' told as a fraction: as exact as its words, or five per cent of itself",
    "share beside a share": "a share of the same whole as the percentage before it",
    "people of a place": "counts people: '{words}' are those of a country",
    "age": "an age: by the words around it",
    "score": "a side of a score: two numbers with a mark between, and words of a match near",
}


def explained(quantity: Quantity) -> Quantity:
    """Return a quantity with its `why`: how exact the words make it, what it counts by which words, whose it is."""
    why = [_value(quantity)]
    if quantity.of is None:
        why.append("what it counts is open: no table knows the noun")
    elif quantity.rule == "measure" and quantity.of_text is None:
        why.append("what it measures is open: no word for it is near; the unit alone is known")
    elif quantity.rule in _RULES:
        why.append(_RULES[quantity.rule].format(of=quantity.of, words=quantity.of_text or ""))
    if quantity.group:
        why.append(f"narrowed to {', '.join(quantity.group)}")
    if quantity.old:
        why.append("what it was before it changed: the words around say from what to what")
    if quantity.part:
        why.append("part of a count before it")
    return msgspec.structs.replace(quantity, why=tuple(why))


def _value(quantity: Quantity) -> str:
    """Say what interval the words make of the number."""
    low, high = (None if n is None else f"{n:.15g}" for n in (quantity.low, quantity.high))
    if low == high:
        interval = f"exactly {low}"
    elif high is None:
        interval = f"{low} or more"
    elif low is None:
        interval = f"up to {high}"
    else:
        interval = f"{low} to {high}"
    by = f" ({quantity.qualifier})" if quantity.qualifier else ""
    unit = f" {quantity.unit}" if quantity.unit and quantity.unit not in ("person", "thing", "score") else ""
    return f"'{quantity.text}' is {interval}{unit}{by}"
