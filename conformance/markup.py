#!/usr/bin/env python3
"""Judges what web pages say to programs: microformats by mf2py, links into calendars and OpenGraph by Python's own parsers.
All have to say what the model says, no more and no less.

usage: markup.py FOLDER     (the folder of `outputs`)
"""
import datetime
import html.parser
import json
import pathlib
import sys
import urllib.parse

import mf2py

import model


class Page(html.parser.HTMLParser):
    """The links and the `<meta>` elements outside of the author's body."""
    def __init__(self, text):
        super().__init__()
        self.meta, self.links = {}, []
        self.feed(text.split('<section class="body"')[0])

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == 'meta' and 'property' in attrs:
            self.meta.setdefault(attrs['property'], []).append(attrs['content'])
        if tag == 'a' and 'href' in attrs:
            self.links.append(attrs['href'])


def clock(date, time, zone):
    """A day as a text, a time as Python has it, with its offset where the zone is known."""
    if not time:
        return date
    moment = datetime.datetime.fromisoformat(f'{date}T{time}')
    return moment.replace(tzinfo=model.zone(zone)) if zone else moment


def read(text):
    return datetime.datetime.fromisoformat(text) if ':' in text else text


def same(values, wanted):
    """Whether times are equal in their clocks and their instants: Python calls 10:00+01:00 and 09:00+00:00 equal."""
    offset = lambda value: value if isinstance(value, str) else (value.replace(tzinfo=None), value.utcoffset())
    return list(map(offset, values)) == list(map(offset, wanted))


def said(item, name):
    """The values of a property, cards by what they say of themselves."""
    for value in item['properties'].get(name, []):
        yield value if isinstance(value, str) else tuple(sorted((key, *map(str, values)) for key, values in value['properties'].items()))


def card(**properties):
    return tuple(sorted((key, value) for key, value in properties.items() if value))


def microformats(text, event):
    # mf2py takes the page's own address for links that are not absolute.
    found = mf2py.parse(doc=text.replace('<br>', ' '))['items']
    events = [item for item in found if 'h-event' in item['type']]
    if len(events) != 1:
        return f'{len(events)} h-events'
    [seen] = events
    runs = event.get('dates') or ([{'start': event['start'], 'end': event['end']}] if 'start' in event else [])
    alone, zone = len(runs) == 1, event.get('time_zone')
    if runs:
        times = [event.get('start_time'), event.get('end_time')] if alone else [None, None]
        # One day without a time for its end has one date on the page, which is its start.
        last = [clock(runs[-1]['end'], times[1], zone)] if runs[-1]['end'] != runs[0]['start'] or times[1] else []
    for name, wanted in {
        'name': [model.line(event.get('name', '')) or 'Event'],
        'start': [clock(runs[0]['start'], times[0], zone)] if runs else [],
        'end': last if runs else [],
    }.items():
        values = list(said(seen, name)) if name == 'name' else list(map(read, said(seen, name)))
        if not same(values, wanted):
            return f'{name}: {values}, not {wanted}'
    summary = list(said(seen, 'summary'))
    if event.get('description') and summary != [model.line(event['description'])]:
        return f'summary: {summary}'
    hosts = [dict(value)['name'] for value in said(seen, 'organizer')]
    if hosts != [model.line(host['name']) for host in event.get('hosts', []) if model.line(host['name'])]:
        return f'organizer: {hosts}'
    places = [dict(value) for value in said(seen, 'location') if not isinstance(value, str)]
    venues = event.get('venues', [])
    if len(places) != len(venues):
        return f'{len(places)} cards of places for {len(venues)} venues'
    for place, venue in zip(places, venues):
        for key, wanted in [('name', venue['name']), ('adr', venue.get('address', ''))]:
            if model.line(wanted) and place.get(key) != model.line(wanted):
                return f'{key} of a venue: {place}'
        if 'geo' in venue and [float(place[key]) for key in ['latitude', 'longitude']] != [venue['geo'][key] for key in ['lat', 'lon']]:
            return f'position: {place}'
    if event.get('kind') and [value.lower() for value in said(seen, 'category')] != [model.line(event['kind']).replace('-', ' ').lower()]:
        return f'category: {list(said(seen, "category"))}'
    return None


def moments(event):
    """Start and end of the entry that a link makes, as `model` writes them; none where a link cannot say it."""
    runs = event.get('dates') or ([{'start': event['start'], 'end': event['end']}] if 'start' in event else [])
    if len(runs) != 1 or event.get('status') == 'cancelled':
        return None
    [run] = runs
    start, end = event.get('start_time'), event.get('end_time')
    if not start or run['start'] != run['end']:
        return run['start'], model.after(run['end'])
    end = end if end and end > start else start
    return tuple(model.at(run['start'], time, event.get('time_zone')) for time in [start, end])


def google(query):
    def moment(text):
        if len(text) == 8:
            return datetime.datetime.strptime(text, '%Y%m%d').date().isoformat()
        read = datetime.datetime.strptime(text.removesuffix('Z'), '%Y%m%dT%H%M%S')
        zone = 'UTC' if text.endswith('Z') else query.get('ctz', [None])[0]
        return model.stamp(read.replace(tzinfo=model.zone(zone)) if zone else read)
    return query['text'], tuple(map(moment, query['dates'][0].split('/')))


def outlook(query):
    def moment(text):
        if query.get('allday') == ['true']:
            return datetime.date.fromisoformat(text).isoformat()
        return model.stamp(datetime.datetime.fromisoformat(text))
    return query['subject'], (moment(query['startdt'][0]), moment(query['enddt'][0]))


def calendars(links, event):
    readers = {'calendar.google.com': google, 'outlook.live.com': outlook, 'outlook.office.com': outlook}
    split = [urllib.parse.urlsplit(link) for link in links]
    found = {parts.hostname: parts for parts in split if parts.hostname in readers and 'action' in parts.query}
    wanted = moments(event)
    if set(found) != (set(readers) if wanted else set()):
        return f'links into {sorted(found)}'
    for host, parts in found.items():
        [title], when = readers[host](urllib.parse.parse_qs(parts.query, strict_parsing=True))
        if when != wanted or model.line(event.get('name', '')) not in title:
            return f'{host}: {title!r} {when}, not {wanted}'
    return None


def graph(meta, document):
    [title] = meta['og:title']
    if 'event' in document and model.line(document['event'].get('name', '')) not in title:
        return f'og:title {title!r}'
    front = document['page'].get('front_matter', {})
    image = front.get('image')
    images = [document.get('event', {}).get('image'), document['page'].get('hero', {}).get('image'),
              image.get('path') if isinstance(image, dict) else image, *front.get('images', [])[:1]]
    wanted = next((image for image in images if image), None)
    image = meta.get('og:image', [])
    # The site of `outputs` is known, so any link can be absolute.
    if len(image) != (1 if wanted else 0) or not all(url.startswith(('https://', 'http://')) for url in image):
        return f'og:image {image} of {wanted!r}'
    if image and not image[0].endswith(urllib.parse.quote(wanted.lstrip('/'), safe="/:?=&%#@!$'()*+,;~")):
        return f'og:image {image} of {wanted!r}'
    return None


def main():
    folder = pathlib.Path(sys.argv[1])
    pages = [page for page in sorted(folder.rglob('*.html')) if not page.name.endswith('.body.html')]
    # Hostile texts are judged where they can do harm, by the checkers of HTML; a microformat makes one text of many blanks.
    pages = [page for page in pages if 'hostile' not in page.parts]
    linked = images = events = 0
    for page in pages:
        text, document = page.read_text(), json.loads(page.with_suffix('.json').read_text())
        own = Page(text)
        event = document.get('event')
        wrong = graph(own.meta, document) or event and (microformats(text, event) or calendars(own.links, event))
        if wrong:
            sys.exit(f'{page.relative_to(folder)}: {wrong}')
        events += bool(event)
        linked += bool(event and moments(event))
        images += 'og:image' in own.meta
    if not events:
        sys.exit('no event to judge')
    print(f'markup: {events} events as mf2py has them of {len(pages)} pages, {linked} with links into calendars, {images} with a picture')


main()
