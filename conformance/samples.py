#!/usr/bin/env python3
"""The gate on the sample pages, which lie beside the project and not in it: every fact found, none false, all evidence in
place, and both bodies byte for byte Jekyll's.

usage: samples.py BIN SHARED
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    binary, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    wrong = []
    bodies = sorted((shared / 'corpus/body/samples').glob('*.html'))
    for body in bodies:
        expanded = shared / 'corpus/expanded/samples' / f'{body.stem}.md'
        run = subprocess.run([binary, 'convert', expanded, '--from', 'expanded', '--to', 'body'], capture_output=True)
        if run.stdout != body.read_bytes():
            wrong.append(f'{body.stem}: its body differs from Jekyll\'s')
    with tempfile.NamedTemporaryFile(suffix='.json') as scores:
        run = subprocess.run([sys.executable, shared / 'tools/score_facts.py', binary, shared / 'corpus', '-v',
                              '--only', 'samples', '--json', scores.name], capture_output=True, text=True)
        score = json.load(open(scores.name))
    found = sum(row[0] for row in score['fields'].values())
    for field, (_, false, missed, _) in score['fields'].items():
        if false or missed:
            wrong.append(f'{field}: {false} false, {missed} missed')
    placed, facts = map(int, re.search(r'evidence: (\d+) of (\d+)', run.stdout).groups())
    if placed != facts or not facts:
        wrong.append(f'evidence: {placed} of {facts} in place')
    if score['failed'] or score['pages'] != 2 or len(bodies) != 2:
        wrong.append(f'{score["pages"]} pages, {score["failed"]} without JSON, {len(bodies)} bodies')
    if wrong:
        print(run.stdout)
    print('\n'.join(wrong + [f'samples: {len(bodies)} bodies, {found} facts found, {placed} of {facts} with evidence, '
                             f'{len(wrong)} complaints']))
    sys.exit(bool(wrong))


main()
