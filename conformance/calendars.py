#!/usr/bin/env python3
"""Judges calendars: every one is read by Python `icalendar` and by `ical.js`, and what they see is compared with the model.

usage: calendars.py FOLDER     (the folder of `outputs`: the calendars, and the Event JSON beside each)
"""
import collections
import json
import os
import pathlib
import subprocess
import sys

import icalendar

import model

KINDS = {'.programme.ics': model.programme, '.deadlines.ics': model.deadlines, '.ics': model.event}


def by_icalendar(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    if calendar.get('VERSION') != '2.0' or not calendar.get('PRODID'):
        raise ValueError('no VERSION:2.0 or no PRODID')
    events = []
    for event in calendar.walk('VEVENT'):
        if event.errors:
            raise ValueError(f'{event.errors}')
        end = event.decoded('DTEND', None)
        events.append({'uid': str(event['UID']), 'summary': str(event['SUMMARY']),
                       'stamp': model.stamp(event.decoded('DTSTAMP')),
                       'start': model.stamp(event.decoded('DTSTART')), 'end': end and model.stamp(end)})
    return events


def by_ical_js(paths):
    here = pathlib.Path(__file__).parent
    run = subprocess.run(['node', here / 'calendars.mjs', *paths], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f'ical.js: {run.stderr}')
    return json.loads(run.stdout)


def differences(path, events):
    """What is wrong with the events that a reader saw, a sentence each."""
    extension = next(e for e in KINDS if path.name.endswith(e))
    document = json.loads(path.with_name(path.name.removesuffix(extension) + '.json').read_text())
    wanted = collections.Counter(start for start, _ in KINDS[extension](document))
    seen = collections.Counter(event['start'] for event in events)
    if wanted != seen:
        yield f'starts: the model has {dict(wanted - seen)} more, the calendar {dict(seen - wanted)}'
    ends = {pair for pair in KINDS[extension](document) if pair[1]}
    for start, end in ends - {(event['start'], event['end']) for event in events}:
        yield f'no event from {start} to {end}'
    if len({event['uid'] for event in events}) != len(events):
        yield 'two events share a UID'
    if not all(event['summary'].strip() and event['stamp'] for event in events):
        yield 'an event has no SUMMARY or no DTSTAMP'
    if not events:
        yield 'an empty calendar'


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).rglob('*.ics'))
    if not paths:
        sys.exit('no calendar to judge')
    wrong, events = [], 0
    readings = by_ical_js([os.fspath(path) for path in paths])
    for path in paths:
        try:
            first = by_icalendar(path)
        except (ValueError, KeyError) as error:
            wrong.append(f'{path}: icalendar: {error!r}')
            continue
        second = readings[os.fspath(path)]
        events += len(first)
        wrong += [f'{path}: icalendar: {text}' for text in differences(path, first)]
        wrong += [f'{path}: ical.js: {text}' for text in differences(path, second)]
        if first != second:
            wrong.append(f'{path}: icalendar and ical.js disagree:\n  {first}\n  {second}')
    print('\n'.join(wrong))
    print(f'calendars: {len(paths)} with {events} events read by icalendar {icalendar.__version__} and ical.js, '
          f'{len(wrong)} differences from the model')
    sys.exit(bool(wrong))


main()
