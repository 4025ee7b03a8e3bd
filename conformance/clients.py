#!/usr/bin/env python3
"""Reads calendars by the rules that docs/calendars.md tells of three clients, and compares what a person sees with the model.
It is an emulation: the clients themselves cannot be run here.

usage: clients.py FOLDER     (the folder of `outputs`)
"""
import datetime
import json
import pathlib
import sys

import icalendar

import model

KINDS = {'.programme.ics': model.programme, '.deadlines.ics': model.deadlines, '.ics': model.event}
VIEWER = model.zone('Asia/Kolkata')


def own_zone(calendar, name):
    """The zone that the calendar's own VTIMEZONE makes, under whatever name."""
    [component] = [zone for zone in calendar.walk('VTIMEZONE') if zone['TZID'] == name]
    return component.to_tz(lookup_tzid=False)


def seen(calendar, event, name, floating, zone):
    """What a client shows: a day, or an instant, the viewer's clock being put in where there is no zone."""
    if name not in event:
        return None
    # The clock's words, whatever zone the reader itself has put in.
    text = event[name].to_ical().decode()
    if len(text) == 8:
        return datetime.datetime.strptime(text, '%Y%m%d').date().isoformat()
    moment = datetime.datetime.strptime(text.removesuffix('Z'), '%Y%m%dT%H%M%S')
    tzid = event[name].params.get('TZID')
    if text.endswith('Z'):
        return model.stamp(moment.replace(tzinfo=datetime.timezone.utc))
    return model.stamp(moment.replace(tzinfo=zone(calendar, tzid) if tzid else floating))


def wanted(text, floating):
    """The model's time as this client shows it."""
    if text is None or 'T' not in text or text.endswith('Z'):
        return text
    return model.stamp(datetime.datetime.fromisoformat(text).replace(tzinfo=floating))


def differences(path):
    extension = next(e for e in KINDS if path.name.endswith(e))
    document = json.loads(path.with_name(path.name.removesuffix(extension) + '.json').read_text())
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    if not calendar.get('X-WR-CALNAME') or calendar.get('X-WR-CALNAME') != calendar.get('NAME'):
        yield 'a list of calendars shows no name'
    if 'METHOD' in calendar or any('ORGANIZER' in event or 'ATTENDEE' in event for event in calendar.walk('VEVENT')):
        yield 'somebody is asked to accept'
    by_name, by_rule = (lambda _, name: model.zone(name)), own_zone
    whole = model.zone(calendar['X-WR-TIMEZONE']) if 'X-WR-TIMEZONE' in calendar else VIEWER
    for client, floating, zone in [('Google', whole, by_name), ('Apple', VIEWER, by_rule), ('Outlook', VIEWER, by_rule)]:
        shown = sorted((seen(calendar, event, 'DTSTART', floating, zone), seen(calendar, event, 'DTEND', floating, zone) or '')
                       for event in calendar.walk('VEVENT'))
        right = sorted((wanted(item.start, floating), wanted(item.end, floating) or '') for item in KINDS[extension](document))
        if shown != right:
            yield f'{client} shows {shown}, the model says {right}'
    # Free, in all three: nobody is busy for four days of a conference.
    if any(event.get('TRANSP') != 'TRANSPARENT' or 'X-MICROSOFT-CDO-BUSYSTATUS' in event for event in calendar.walk('VEVENT')):
        yield 'an entry makes its reader busy'


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).rglob('*.ics'))
    if not paths:
        sys.exit('no calendar to judge')
    wrong = [f'{path}: {text}' for path in paths for text in differences(path)]
    print('\n'.join(text[:600] for text in wrong))
    print(f'clients: {len(paths)} calendars read by the rules of three; {len(wrong)} differences from the model')
    sys.exit(bool(wrong))


if __name__ == '__main__':
    main()
