"""What the examples keep: each project's name, and how many events were told of it."""

import json
import sqlite3

TABLES = """
CREATE TABLE IF NOT EXISTS projects (project TEXT PRIMARY KEY, name TEXT, events INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS place (only INTEGER PRIMARY KEY CHECK (only = 1), revision INTEGER);
CREATE TABLE IF NOT EXISTS taken (id TEXT PRIMARY KEY);
INSERT OR IGNORE INTO place VALUES (1, NULL);
"""


def open_database(file):
    db = sqlite3.connect(file)
    db.executescript(TABLES)
    return db


def take(db, event):
    """The effect of one event, within the transaction of whoever calls. Types and fields that are not known are passed over."""
    data = json.loads(event.data)
    if data["project"] is None:
        return
    changes = data.get("changes", data) if event.type.startswith("taizhang.project.") else {}
    db.execute(
        "INSERT INTO projects VALUES (?, ?, 1) ON CONFLICT (project)"
        " DO UPDATE SET name = COALESCE(excluded.name, name), events = events + 1",
        (data["project"], changes.get("name")),
    )
