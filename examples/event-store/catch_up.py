"""Follows every public event, each with its effect once: place and effect are kept in one transaction.

    EVENTSTORE_URL=esdb://subscribers:... python catch_up.py DATABASE

It ends when the connection does; whoever supervises it starts it again, and it goes on where it stopped.
"""

import os
import sys

from kurrentdbclient import KurrentDBClient

from projects import open_database, take


def main():
    db = open_database(sys.argv[1])
    client = KurrentDBClient(uri=os.environ["EVENTSTORE_URL"])
    (place,) = db.execute("SELECT revision FROM place").fetchone()
    for event in client.subscribe_to_stream("$ce-public", stream_position=place, resolve_links=True):
        with db:
            take(db, event)
            db.execute("UPDATE place SET revision = ?", (event.link.stream_position,))


main()
