"""What the calendars of a page must hold, from its Event JSON alone: the model's side of the comparison.

A time is a string: `2026-05-11` for a day, `2026-04-09T08:00:00Z` for an instant, `2026-04-09T09:00:00` for a time
whose zone nobody knows.
"""
import datetime
import re
import typing
import zoneinfo

# The pinned data, not what the machine happens to have.
zoneinfo.reset_tzpath([])


class Item(typing.NamedTuple):
    """What a calendar has to hold: its start, its end or None, and a text that its summary has to hold."""
    start: str
    end: str | None
    name: str


def line(text):
    """Text on one line, as formats for people write it: white space and control characters are one blank, but for the
    blanks that an author chose (no-break ones)."""
    words = re.split('(?:[^\\S\\xa0\\u202f\\u2007]|[\\x00-\\x1f\\x7f-\\x9f])+', text)
    return ' '.join(word for word in words if word).strip()


def zone(name):
    """The tzinfo of a zone as Event JSON writes it."""
    if name == 'AoE':
        return datetime.timezone(datetime.timedelta(hours=-12))
    if name[0] in '+-':
        hours, minutes = int(name[1:3]), int(name[4:6])
        return datetime.timezone((-1 if name[0] == '-' else 1) * datetime.timedelta(hours=hours, minutes=minutes))
    return zoneinfo.ZoneInfo(name)


def stamp(moment):
    """A date or datetime of Python as this module writes it."""
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    if moment.tzinfo is None:
        return moment.strftime('%Y-%m-%dT%H:%M:%S')
    return moment.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')


def at(date, time, name):
    moment = datetime.datetime.fromisoformat(f'{date}T{time}')
    return stamp(moment.replace(tzinfo=zone(name)) if name else moment)


def after(date):
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=1)).isoformat()


def event(document):
    """The event as a whole: all-day, the end exclusive."""
    event = document['event']
    runs = event.get('dates') or [{'start': event['start'], 'end': event['end']}]
    return [Item(run['start'], after(run['end']), line(event.get('name', ''))) for run in runs]


def programme(document):
    """Every session and part with a day and a time, a part without a time on its days, else the hours of a one-day event;
    an end before its start is on the next day."""
    event, items = document['event'], []

    def add(day, start, end_day, end, name, what):
        if end and (end_day, end) < (day, start):
            end_day = after(end_day)
        lasts = end and (end_day, end) != (day, start)
        items.append(Item(at(day, start, name), at(end_day, end, name) if lasts else None, line(what)))

    def walk(day, sessions, zone_name):
        for session in sessions:
            name = session.get('time_zone', zone_name)
            if 'start' in session:
                add(day, session['start'], day, session.get('end'), name, session['title'])
            walk(day, session.get('sessions', []), name)

    for day in event.get('programme', {}).get('days', []):
        if 'date' in day:
            walk(day['date'], day.get('sessions', []), event.get('time_zone'))
    for part in event.get('parts', []):
        if part.get('related') or 'start' not in part:
            continue
        last = part.get('end', part['start'])
        if 'start_time' in part:
            add(part['start'], part['start_time'], last, part.get('end_time'), event.get('time_zone'), part['name'])
        else:
            items.append(Item(part['start'], after(last), line(part['name'])))
    if not items and 'start_time' in event and event['start'] == event['end']:
        add(event['start'], event['start_time'], event['end'], event.get('end_time'), event.get('time_zone'), '')
    return items


def deadlines(document):
    """Every day by which something of the event closes or is told: at its instant where the zone is known, else that
    whole day."""
    event = document['event']
    moments = []
    for call in event.get('calls', []):
        moments += [call['deadline']] if 'deadline' in call else []
        moments += call.get('dates', [])
    for holder in [event, *event.get('parts', [])]:
        moments += [r['closes'] for r in holder.get('logistics', {}).get('registrations', []) if 'closes' in r]
    items = []
    for moment in moments:
        if 'instant' in moment:
            items.append(Item(stamp(datetime.datetime.fromisoformat(moment['instant'])), None, ''))
        elif 'date' in moment:
            items.append(Item(moment['date'], after(moment['date']), ''))
    return items
