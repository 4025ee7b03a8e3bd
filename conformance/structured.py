#!/usr/bin/env python3
"""Judges JSON-LD: `schemaorg-validate` holds every document against schema.org's vocabulary 30 and Google's requirements
of an event; PyLD expands it, and nothing may be lost; its days and instants are those of the model.

usage: structured.py FOLDER CHECKER     (the folder of `outputs`; the program of schema-org/)
"""
import collections
import datetime
import json
import os
import pathlib
import subprocess
import sys

from pyld import jsonld

import model

# What schema.org's own context does, for the keys that are written: there is no network.
LINKS = ['url', 'image', 'hasMap', 'eventStatus', 'eventAttendanceMode', 'availability']
CONTEXT = {'@vocab': 'http://schema.org/'} | {name: {'@type': '@id'} for name in LINKS}
REQUIRED = {'name', 'startDate', 'location'}


def load(url, options):
    if url.rstrip('/') != 'https://schema.org':
        raise ValueError(f'an unknown context: {url}')
    return {'contentType': 'application/ld+json', 'contextUrl': None, 'documentUrl': url, 'document': {'@context': CONTEXT}}


def leaves(value):
    """How many values a tree of JSON has, without its context."""
    if isinstance(value, dict):
        return sum(leaves(item) for key, item in value.items() if key != '@context')
    if isinstance(value, list):
        return sum(map(leaves, value))
    return 1


def keys(value):
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from keys(item)
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


def instant(text):
    return model.stamp(datetime.datetime.fromisoformat(text) if 'T' in text else datetime.date.fromisoformat(text))


def starts(node):
    """The starts of all events inside an event, those of sessions without a time left out."""
    inside = node.get('subEvent', [])
    for event in [inside] if isinstance(inside, dict) else inside:
        if 'T' in event.get('startDate', '') :
            yield instant(event['startDate'])
        yield from starts(event)


def differences(path, node, verdict):
    document = json.loads(path.with_suffix('.json').read_text())
    event = document['event']
    yield from verdict['problems']
    if verdict['required'] != [name for name in ['name', 'startDate', 'location'] if name not in node]:
        yield f'required, says schemaorg-validate: {verdict["required"]}'
    if verdict['eligible'] == bool(REQUIRED - node.keys()):
        yield f'the judge says eligible: {verdict["eligible"]}, the keys are {sorted(REQUIRED & node.keys())}'
    if 'start' in event and 'start_time' not in event and node.get('startDate') != event['start']:
        yield f'starts {node.get("startDate")}, the model says {event["start"]}'
    if 'start_time' in event and instant(node['startDate']) != model.at(event['start'], event['start_time'], event.get('time_zone')):
        yield f'starts {node["startDate"]}, the model says {event["start"]} {event["start_time"]} {event.get("time_zone")}'
    # A session without a title is no event that can be named.
    timed = [item for item in model.programme(document) if 'T' in item.start and item.name] if event.get('programme') else []
    more = collections.Counter(item.start for item in timed) - collections.Counter(starts(node))
    if more:
        yield f'the model has sessions at {dict(more)} more'
    expanded = jsonld.expand(node, {'documentLoader': load})
    if leaves(expanded) != leaves(node):
        yield f'{leaves(node)} values, and {leaves(expanded)} when expanded'
    for key in keys(expanded):
        if not key.startswith(('@', 'http://schema.org/')):
            yield f'a key that means nothing: {key}'


def main():
    folder, checker = sys.argv[1:]
    paths = sorted(pathlib.Path(folder).rglob('*.jsonld'))
    if not paths:
        sys.exit('no JSON-LD to judge')
    run = subprocess.run([checker], input='\n'.join(map(os.fspath, paths)) + '\n', capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    verdicts = {verdict['path']: verdict for verdict in map(json.loads, run.stdout.splitlines())}
    wrong, eligible = [], 0
    for path in paths:
        verdict = verdicts[os.fspath(path)]
        eligible += verdict['eligible']
        wrong += [f'{path}: {text}' for text in differences(path, json.loads(path.read_text()), verdict)]
    print('\n'.join(text[:600] for text in wrong))
    print(f'structured data: {len(paths)} documents, {eligible} have all that Google requires; {len(wrong)} problems')
    sys.exit(bool(wrong))


if __name__ == '__main__':
    main()
