#!/usr/bin/env python3
"""plain_table.py SHEET.csv FILE.db: an exported sheet as the table person of a plain SQLite file."""
import csv
import sqlite3
import sys

sheet, file = sys.argv[1:]
with open(sheet, encoding="utf-8-sig", newline="") as rows, sqlite3.connect(file) as db:
    reader = csv.reader(rows)
    heads = next(reader)
    columns = ", ".join(f'"{head}" TEXT' for head in heads[1:])
    db.execute(f"CREATE TABLE person (id TEXT PRIMARY KEY, {columns})")
    places = ", ".join("?" * len(heads))
    db.executemany(f"INSERT INTO person VALUES ({places})", reader)
