"""What the calendars of a page must hold, from its Event JSON alone: the model's side of the comparison.

A time is a string: `2026-05-11` for a day, `2026-04-09T08:00:00Z` for an instant, `2026-04-09T09:00:00` for a time
whose zone nobody knows.
"""
import datetime
import zoneinfo


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
    return [(run['start'], after(run['end'])) for run in runs]


def programme(document):
    """Every session and part with a day and a time, else the hours of a one-day event; an end before its start is on
    the next day."""
    event, times = document['event'], []

    def add(day, start, end_day, end, name):
        if end and (end_day, end) < (day, start):
            end_day = after(end_day)
        lasts = end and (end_day, end) != (day, start)
        times.append((at(day, start, name), at(end_day, end, name) if lasts else None))

    def walk(day, sessions, zone_name):
        for session in sessions:
            name = session.get('time_zone', zone_name)
            if 'start' in session:
                add(day, session['start'], day, session.get('end'), name)
            walk(day, session.get('sessions', []), name)

    for day in event.get('programme', {}).get('days', []):
        if 'date' in day:
            walk(day['date'], day.get('sessions', []), event.get('time_zone'))
    for part in event.get('parts', []):
        if not part.get('related') and 'start' in part and 'start_time' in part:
            add(part['start'], part['start_time'], part.get('end', part['start']), part.get('end_time'), event.get('time_zone'))
    if not times and 'start_time' in event and event['start'] == event['end']:
        add(event['start'], event['start_time'], event['end'], event.get('end_time'), event.get('time_zone'))
    return times


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
    times = []
    for moment in moments:
        if 'instant' in moment:
            times.append((stamp(datetime.datetime.fromisoformat(moment['instant'])), None))
        elif 'date' in moment:
            times.append((moment['date'], after(moment['date'])))
    return times
