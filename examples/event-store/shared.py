"""Takes its share of the events of a persistent subscription, whose place the server keeps.

    EVENTSTORE_URL=esdb://subscribers:... python shared.py DATABASE GROUP

The server hands out an event again where it did not hear that it was taken, so the ids of those that were are kept with
their effect in one transaction.
"""

import os
import sys

from kurrentdbclient import KurrentDBClient

from projects import open_database, take


def main():
    db = open_database(sys.argv[1])
    client = KurrentDBClient(uri=os.environ["EVENTSTORE_URL"])
    subscription = client.read_subscription_to_stream(sys.argv[2], "$ce-public")
    for event in subscription:
        with db:
            if db.execute("INSERT OR IGNORE INTO taken VALUES (?)", (str(event.id),)).rowcount == 1:
                take(db, event)
        subscription.ack(event)


main()
