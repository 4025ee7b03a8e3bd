#!/usr/bin/env python3
"""Judges feeds by feedparser, tables by Python's csv, `_data` entries by PyYAML: that each reads them without a complaint and
sees the texts of the model.

usage: listings.py FOLDER     (the folder of `outputs`)
"""
import csv
import io
import json
import pathlib
import sys

import feedparser
import yaml

import model


def feed(text, event):
    read = feedparser.parse(text.encode())
    if read.bozo:
        yield f'feedparser: {read.bozo_exception!r}'
    if [link.rel for link in read.feed.links] != ['self'] or not read.feed.id or not read.feed.updated_parsed:
        yield 'the feed has no address, id or time of its own'
    if len(read.entries) != 1:
        yield f'{len(read.entries)} entries'
        return
    [entry] = read.entries
    # feedparser shows HTML, and escapes texts for it.
    if any(content.type != 'text/plain' for content in entry.content) or not entry.authors or not entry.updated_parsed:
        yield 'an entry without text, author or time'
    if model.line(event.get('name', '')) not in model.line(entry.title):
        yield f'the title {entry.title!r} does not hold the name'
    if model.line(event.get('description', '')) not in model.line(entry.summary if 'summary' in entry else ''):
        yield 'the summary does not hold the description'


def sessions(inside):
    """Sessions with the talks in them, each after its slot."""
    for session in inside:
        yield session
        yield from sessions(session.get('sessions', []))


def table(text, event):
    # RFC 4180 ends its lines with CRLF.
    if text.count('\r\n') != text.count('\n') or not text.endswith('\r\n'):
        yield 'a line that does not end in CRLF'
    rows = list(csv.DictReader(io.StringIO(text, newline=''), strict=True))
    wanted = [session for day in event['programme']['days'] for session in sessions(day['sessions'])]
    if len(rows) != len(wanted):
        yield f'{len(rows)} rows of {len(wanted)} sessions'
    for row, session in zip(rows, wanted):
        if None in row or None in row.values():
            yield f'a row of another length: {row}'
        for column, key in [('title', 'title'), ('start', 'start'), ('abstract', 'abstract'), ('room', 'room'), ('note', 'note')]:
            if row[column].removeprefix("'") != model.line(session.get(key, '')):
                yield f'{column} is {row[column]!r}, the model says {session.get(key)!r}'


def entry(text, event):
    read = yaml.safe_load(text)
    if not isinstance(read, list) or len(read) != 1:
        yield f'no list of one event'
        return
    for key in ['name', 'description', 'id']:
        if read[0].get(key, '') != model.line(event.get(key, '')):
            yield f'{key} is {read[0].get(key)!r}, the model says {event.get(key)!r}'
    if str(read[0].get('start', '')) != event.get('start', ''):
        yield f'starts {read[0].get("start")}'


JUDGES = {'.atom': feed, '.csv': table, '.yml': entry}


def main():
    paths = sorted(path for path in pathlib.Path(sys.argv[1]).rglob('*') if path.suffix in JUDGES)
    if not paths:
        sys.exit('nothing to judge')
    wrong = []
    for path in paths:
        event = json.loads(path.with_suffix('.json').read_text())['event']
        wrong += [f'{path}: {text}' for text in JUDGES[path.suffix](path.read_bytes().decode(), event)]
    print('\n'.join(text[:600] for text in wrong))
    print(f'listings: {len(paths)} read by feedparser {feedparser.__version__}, csv and PyYAML {yaml.__version__}; {len(wrong)} problems')
    sys.exit(bool(wrong))


if __name__ == '__main__':
    main()
