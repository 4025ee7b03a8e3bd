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
    """Every session with a day and a time; an end before its start is on the next day."""
    event, times = document['event'], []
    for day in event['programme']['days']:
        for session in day.get('sessions', []):
            if 'date' not in day or 'start' not in session:
                continue
            name = session.get('time_zone') or event.get('time_zone')
            start, end = at(day['date'], session['start'], name), None
            if 'end' in session:
                date = day['date'] if session['end'] > session['start'] else after(day['date'])
                end = at(date, session['end'], name)
            times.append((start, end))
    return times


def deadlines(document):
    """Every call and registration with a last day: at its instant where the zone is known, else that whole day."""
    event = document['event']
    moments = [call['deadline'] for call in event.get('calls', []) if 'deadline' in call]
    moments += [r['closes'] for r in event.get('logistics', {}).get('registrations', []) if 'closes' in r]
    times = []
    for moment in moments:
        if 'instant' in moment:
            times.append((stamp(datetime.datetime.fromisoformat(moment['instant'])), None))
        elif 'date' in moment:
            times.append((moment['date'], after(moment['date'])))
    return times
