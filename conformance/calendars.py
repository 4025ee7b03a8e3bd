#!/usr/bin/env python3
"""Judges calendars: each is read by five readers that nobody here wrote, all have to see the same, and that has to be
what the model says: days, instants, and texts without a character lost.

usage: calendars.py FOLDER [READER...]     (the folder of `outputs`: the calendars, and the Event JSON beside each; all
readers, or these)
"""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar
import vobject

import model

KINDS = {'.programme.ics': model.programme, '.deadlines.ics': model.deadlines, '.ics': model.event}
TEXTS = ['uid', 'summary', 'description', 'location']
HERE = pathlib.Path(__file__).parent


def by_icalendar(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    if calendar.get('VERSION') != '2.0' or not calendar.get('PRODID'):
        raise ValueError('no VERSION:2.0 or no PRODID')
    events = []
    for event in calendar.walk('VEVENT'):
        if event.errors:
            raise ValueError(f'{event.errors}')
        end = event.decoded('DTEND', None)
        events.append({text: event.get(text) and str(event[text]) for text in TEXTS}
                      | {'stamp': model.stamp(event.decoded('DTSTAMP')),
                         'start': model.stamp(event.decoded('DTSTART')), 'end': end and model.stamp(end)})
    return events


def by_vobject(path):
    calendar = vobject.readOne(path.read_bytes().decode())
    value = lambda event, name: getattr(event, name).value if hasattr(event, name) else None
    events = []
    for event in calendar.contents.get('vevent', []):
        end = value(event, 'dtend')
        events.append({text: value(event, text) for text in TEXTS}
                      | {'stamp': model.stamp(event.dtstamp.value), 'start': model.stamp(event.dtstart.value),
                         'end': end and model.stamp(end)})
    return events


def by_node(paths):
    run = subprocess.run(['node', HERE / 'calendars.mjs', *paths], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f'ical.js, node-ical: {run.stderr}')
    return json.loads(run.stdout)


def by_libical(paths):
    with tempfile.TemporaryDirectory() as folder:
        flags = subprocess.run(['pkg-config', '--cflags', '--libs', 'libical'], capture_output=True, text=True, check=True)
        program = os.path.join(folder, 'calendars')
        subprocess.run(['cc', '-o', program, HERE / 'calendars.c', *flags.stdout.split()], check=True)
        run = subprocess.run([program, *paths], capture_output=True)
    if run.returncode:
        sys.exit(f'libical: {run.stderr.decode()}')
    readings = collections.defaultdict(list)
    for record in run.stdout.decode().split('\x1e')[:-1]:
        path, *fields, _ = record.split('\x1f')
        names = [*TEXTS, 'stamp', 'start', 'end']
        readings[path].append({name: field or None for name, field in zip(names, fields, strict=True)})
    return readings


def differences(path, events):
    """What is wrong with the events that a reader saw, a sentence each."""
    extension = next(e for e in KINDS if path.name.endswith(e))
    document = json.loads(path.with_name(path.name.removesuffix(extension) + '.json').read_text())
    wanted = KINDS[extension](document)
    starts, seen = collections.Counter(item.start for item in wanted), collections.Counter(event['start'] for event in events)
    if starts != seen:
        yield f'starts: the model has {dict(starts - seen)} more, the calendar {dict(seen - starts)}'
    times = [(event['start'], event['end'], event['summary'] or '') for event in events]
    for item in wanted:
        if not any(start == item.start and end == item.end and item.name in summary for start, end, summary in times):
            yield f'no event from {item.start} to {item.end} called {item.name[:60]!r}'
    if len({event['uid'] for event in events}) != len(events):
        yield 'two events share a UID'
    if not all(event['summary'].strip() and event['stamp'] for event in events):
        yield 'an event has no SUMMARY or no DTSTAMP'
    if not events:
        yield 'an empty calendar'


def alike(reader, one, other):
    if reader == 'node-ical' and one and other:
        # It takes the `n` after an escaped backslash for a line break, too.
        one, other = (text.replace('\\\n', '\\n') for text in (one, other))
    return (one or None) == (other or None)


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).rglob('*.ics'))
    if not paths:
        sys.exit('no calendar to judge')
    names = [os.fspath(path) for path in paths]
    readings = {'icalendar': {}, 'vobject': {}} | by_node(names) | {'libical': by_libical(names)}
    readings = {reader: readings[reader] for reader in sys.argv[2:] or readings}
    wrong, events = [], 0
    for path in paths:
        for reader, read in [('icalendar', by_icalendar), ('vobject', by_vobject)]:
            if reader not in readings:
                continue
            try:
                readings[reader][os.fspath(path)] = read(path)
            except Exception as error:
                wrong.append(f'{path}: {reader}: {error!r}')
        leading = next(iter(readings))
        first = readings[leading].get(os.fspath(path), [])
        events += len(first)
        wrong += [f'{path}: {leading}: {text}' for text in differences(path, first)]
        for reader, read in readings.items():
            for one, other in zip(first, read.get(os.fspath(path), [])):
                wrong += [f'{path}: {reader} sees another {key} than {leading}: {other.get(key)!r}, {one[key]!r}'
                          for key in one if not alike(reader, one[key], other.get(key))]
            if len(first) != len(read.get(os.fspath(path), [])):
                wrong.append(f'{path}: {reader} sees {len(read.get(os.fspath(path), []))} events, {leading} {len(first)}')
    print('\n'.join(text[:600] for text in wrong))
    print(f'calendars: {len(paths)} with {events} events read alike by {", ".join(readings)}; '
          f'{len(wrong)} differences among them or from the model')
    sys.exit(bool(wrong))


if __name__ == '__main__':
    main()
