# SPDX-License-Identifier: GPL-2.0-only
"""Starts SecantusDB so that a page walks its index and stops, as it does on MongoDB.

The server's own find decodes all that an index range holds before it sorts and limits, so that a page of 50 among
100,000 documents costs 100,000. What is not such a page goes the server's own way, and so does everything on a release
whose parts are named otherwise; `--walks` only says by its exit whether they are the ones that are known here.
"""

import sys
from itertools import product
from math import prod

import bson
from secantus import cli

try:
    from secantus import deadline
    from secantus.paths import get_path
    from secantus.query import matches
    from secantus.sortkey import COMPOUND_SEP, encode_value
    from secantus.storage import (
        _IDX_ENTRIES_TABLE,
        Storage,
        _doc_table_for,
        _escape_kb,
        _unframe_doc_value,
        _unpack_entry,
        wt,
    )

    own_find = Storage.find_matching
    KNOWN = all(
        hasattr(Storage, part)
        for part in ("_all_indexes", "_cursor", "_cursor_optional", "_index_options_map", "_refresh_read_snapshot")
    )
except (ImportError, AttributeError):
    KNOWN = False

MOST_HEADS = 1000


def page(self, db, coll, wanted, field, limit, let):
    """The first documents in the order of `field`; None where no index holds them in it."""
    index = index_in_order(self, db, coll, wanted, field)
    if index is None:
        return None
    name, heads = index
    found = {}
    for head in heads:
        for record, document in walk(self, db, coll, name, head, wanted, field, limit, let):
            if not isinstance(get_path(document, field), str):
                return None
            found[record] = document
    documents = list(found.values())
    if len(heads) > 1:
        documents.sort(key=lambda document: encode_value(get_path(document, field)))
    return documents[:limit]


def walk(self, db, coll, name, head, wanted, field, limit, let):
    """The first documents whose entries begin with `head`, by their record."""
    bounds = wanted[field]
    lower = head + _escape_kb(encode_value(bounds.get("$gt", bounds.get("$gte"))))
    last = bounds.get("$lt", bounds.get("$lte"))
    upper = None if last is None else head + _escape_kb(encode_value(last))
    documents = self._cursor_optional(_doc_table_for(db, coll))
    found, seen = [], set()
    if documents is None:
        return found
    entries = self._cursor(_IDX_ENTRIES_TABLE)
    entries.set_key(db, coll, name, lower)
    near = entries.search_near()
    at_end = near == wt.WT_NOTFOUND or (near < 0 and entries.next() != 0)
    while not at_end and len(found) < limit:
        deadline.check()
        *place, packed = entries.get_key()
        entry, record = _unpack_entry(bytes(packed))
        if place != [db, coll, name] or not entry.startswith(head) or (upper is not None and entry > upper):
            break
        documents.set_key(db, coll, record)
        # An array may stand in the index more than once.
        if record not in seen and documents.search() == 0:
            seen.add(record)
            document = bson.decode(_unframe_doc_value(bytes(documents.get_value()))[1])
            if matches(document, wanted, vars=let):
                found.append((record, document))
        at_end = entries.next() != 0
    return found


def index_in_order(self, db, coll, wanted, field):
    """The index whose last field is the order and whose others are given, with what its entries begin with."""
    best, most = None, (0, -1)
    wanted = {**wanted, **{key: value for part in wanted.get("$and", []) for key, value in part.items()}}
    for name, spec, sparse, _unique in self._all_indexes(db, coll):
        *given, last = spec
        options = self._index_options_map(db, coll).get(name) or {}
        is_plain = not sparse and all(way == 1 for way in spec.values())
        if not is_plain or last != field or options.get("collation") or options.get("partialFilterExpression"):
            continue
        values = [given_values(wanted.get(each)) for each in given]
        heads = prod(len(each) for each in values)
        # The more are named the fewer stand behind each.
        if 0 < heads <= MOST_HEADS and (heads, len(given)) > most:
            parts = [[_escape_kb(encode_value(value) + COMPOUND_SEP) for value in each] for each in values]
            best, most = (name, [b"".join(head) for head in product(*parts)]), (heads, len(given))
    return best


def given_values(condition):
    """What a field must be equal to; nothing where that is not said."""
    values = condition["$in"] if isinstance(condition, dict) and list(condition) == ["$in"] else [condition]
    return values if all(type(value) in (str, int, bool) for value in values) else []


def is_page(wanted, sort):
    if not wanted or not sort or len(sort) != 1:
        return False
    ((field, way),) = sort.items()
    bounds = wanted.get(field)
    return (
        way == 1
        and isinstance(bounds, dict)
        and ("$gt" in bounds) != ("$gte" in bounds)
        and set(bounds) <= {"$gt", "$gte", "$lt", "$lte"}
        and all(type(bound) is str for bound in bounds.values())
    )


def find_matching(self, db, coll, filter=None, *, skip=0, limit=0, sort=None, let=None, **others):
    if limit > 0 and skip == 0 and is_page(filter, sort) and not any(others.values()):
        self._refresh_read_snapshot()
        with self._lock:
            found = page(self, db, coll, filter, next(iter(sort)), limit, let)
        if found is not None:
            return found
    return own_find(self, db, coll, filter, skip=skip, limit=limit, sort=sort, let=let, **others)


if __name__ == "__main__":
    if sys.argv[1:] == ["--walks"]:
        sys.exit(0 if KNOWN else 1)
    if KNOWN:
        Storage.find_matching = find_matching
    sys.exit(cli.main())
