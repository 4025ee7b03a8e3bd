#!/usr/bin/env python3
"""Opens web pages in Chromium as visitors of several zones do, and judges their own times beside those of the venue: each
is the instant of the model in the visitor's zone, and none is there where the clocks agree, or where no zone is known.

The script runs under the Content Security Policy that docs/page.md names, so a hash that is out of date fails, too.

usage: visitor_times.py FOLDER     (the folder of `outputs`)
"""
import datetime
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import model

HERE = pathlib.Path(__file__).parent
ZONES = ['Asia/Tokyo', 'America/St_Johns', 'UTC']
CHROMIUM = ['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync',
            '--disable-background-networking', '--disable-component-update', '--proxy-server=127.0.0.1:9', '--dump-dom']


class Seen(html.parser.HTMLParser):
    """What the visitor's times say, in the order of the page."""
    def __init__(self, text):
        super().__init__()
        self.times, self.inside = [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if ('class', 'yours') in attrs:
            self.inside = True
            self.times.append('')

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.times[-1] += data


def in_zone(ends, of, visitor):
    """`15:00–16:00`, with `9 Apr` before a time that is on another day than what stands before it."""
    last, words = None, []
    for date, time in ends:
        venue = datetime.datetime.fromisoformat(f'{date}T{time}').replace(tzinfo=model.zone(of))
        # As RFC 5545 reads a time that a change of the clock skips: with the offset before it.
        own = venue.astimezone(datetime.timezone.utc).astimezone(model.zone(visitor))
        if own.utcoffset() != venue.utcoffset():
            words.append(own.strftime('%H:%M' if own.date() == (last or venue.date()) else '%-d %b %H:%M'))
            last = own.date()
    return '–'.join(words)


def wanted(event, visitor):
    """The times of the model, in the order in which the page shows them."""
    clocks = []
    zone = event.get('time_zone')
    if len(event.get('dates', [])) < 2 and 'start' in event:
        ends = [(event['start'], event.get('start_time')), (event['end'], event.get('end_time'))]
        clocks.append((zone, ends if event.get('start_time') else []))
    for call in event.get('calls', []):
        for moment in [call.get('opens'), call.get('deadline'), *call.get('dates', [])]:
            moment = moment or {}
            clocks.append((moment.get('time_zone'), [(moment.get('date'), moment.get('time'))]))
    days = event.get('programme', {}).get('days', [])
    if all('date' in day for day in days):
        days = sorted(days, key=lambda day: day['date'])
    for day in days:
        pending = [(session, zone) for session in reversed(day['sessions'])]
        while pending:
            session, around = pending.pop()
            own = session.get('time_zone', around)
            # A session without a start shows no time.
            ends = [session.get('start'), session.get('end')] if 'start' in session else []
            clocks.append((own, [(day.get('date'), time) for time in ends]))
            pending.extend((talk, own) for talk in reversed(session.get('sessions', [])))
    for of, ends in clocks:
        told = in_zone([(date, time) for date, time in dict.fromkeys(ends) if date and time and of], of, visitor)
        if told:
            yield told


def shown(page, policy, visitor):
    text = page.read_text().replace('<meta charset="utf-8">', f'<meta charset="utf-8">{policy}', 1)
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, 'page.html')
        copy.write_text(text)
        command = [*CHROMIUM, f'--user-data-dir={folder}/profile', copy.as_uri()]
        opened = subprocess.run(command, env={**os.environ, 'TZ': visitor}, capture_output=True, text=True, check=True, timeout=120)
    tidy = lambda time: re.sub(r'\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |,|^yours ', '', time)
    return [re.sub('Sept', 'Sep', tidy(time)) for time in Seen(opened.stdout).times]


def main():
    folder = pathlib.Path(sys.argv[1])
    [source] = set(re.findall("script-src '(sha256-[^']+)'", HERE.parent.joinpath('docs/page.md').read_text()))
    policy = f'<meta http-equiv="Content-Security-Policy" content="script-src \'{source}\'">'
    # One page for each thing that can carry a time; the other pages hold the same script.
    pages = [page for name in ['timed-programme', 'deadline-with-zone', 'talks-in-slots'] for page in folder.rglob(f'{name}.html')]
    count = 0
    for page in pages:
        event = json.loads(page.with_suffix('.json').read_text())['event']
        for visitor in [*ZONES, event.get('time_zone', 'UTC')]:
            seen, want = shown(page, policy, visitor), list(wanted(event, visitor))
            if seen != want:
                sys.exit(f'{page.name} in {visitor}:\n  shown  {seen}\n  wanted {want}')
            count += len(seen)
    if not count:
        sys.exit('no page has a time that a visitor could want')
    print(f"visitor's times: {count} as the model has them, on {len(pages)} pages in {len(ZONES)} zones and their own, under {source[:14]}…")


main()
