#!/usr/bin/env python3
"""Writes Event JSON whose every text tries to leave its field: hostile.py FOLDER (the folder of `outputs`), which holds
the documents of the fixtures that it is made of. Facts that are no text (days, times, zones, words of lists) are kept.
"""
import itertools
import json
import pathlib
import sys

TEXTS = [
    'line\r\nBEGIN:VEVENT\nSUMMARY:forged\nEND:VEVENT',
    'semi;colon,comma\\back\\nslash:"quotes" \'single\' ^n^\'',
    ']]> --> </script><script>alert(1)</script> <b>bold</b> &amp; {{ site.url }} {% raw %}',
    'control \x00\x07\x0b\x0c\x1b[31m\x7f\x85\u2028\u2029 characters',
    'right \u202eto left\u200f marks \u2066isolated',
    'emoji 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 at every fold 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 border 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 there is 👩‍👩‍👧‍👦🏳️‍🌈👍🏽',
    '=HYPERLINK("https://evil.example","click")',
    '---\n- key: [value', '12:30', '',
    ' \t\n ',
    'é' * 10_000,
]
TYPED = {'start', 'end', 'start_time', 'end_time', 'time_zone', 'date', 'time', 'instant', 'geo', 'status', 'attendance',
         'capacity', 'minutes', 'kind'}
SOURCES = ['conference', 'online-meeting', 'constructs/timed-programme']


def poisoned(value, texts, key=''):
    if isinstance(value, dict):
        return {k: v if k in TYPED else poisoned(v, texts, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(item, texts) for item in value]
    return next(texts) if isinstance(value, str) else value


folder = pathlib.Path(sys.argv[1])
target = folder / 'hostile.in'
target.mkdir()
for source, first in itertools.product(SOURCES, range(len(TEXTS))):
    document = json.loads((folder / f'{source}.json').read_text())
    # Every text comes to every field, one run after another.
    document['event'] = poisoned(document['event'], itertools.cycle(TEXTS[first:] + TEXTS[:first]))
    document['evidence'] = {}
    name = f'{pathlib.Path(source).name}-{first}'
    document['page'] = {'path': f'hostile/{name}.md', 'role': 'event', 'url': f'/hostile/{name}/'}
    (target / f'{name}.json').write_text(json.dumps(document))
