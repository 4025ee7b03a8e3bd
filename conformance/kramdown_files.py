#!/usr/bin/env python3
"""Compares handbill-kramdown with kramdown itself, as Jekyll calls it, on files that people wrote.

usage: kramdown_files.py FOLDER...

Reads every Markdown file (`*.md`, up to 200 kB, UTF-8) under the folders, each text once, front matter as text like any
other: the README files of a machine's packages, a site's pages. Names each file that differs, and exits 1 if one does.
Code that rouge colours is compared as plain text, as in kramdown_diff.py, which says what has to be installed.
"""
import os, subprocess, sys

from kramdown_diff import BATCH, HERE, Batch, plain


def texts(folders):
    seen = set()
    for folder in folders:
        for path in sorted(os.path.join(root, name) for root, _, names in os.walk(folder) for name in names):
            if not path.endswith('.md') or not os.path.isfile(path) or os.path.getsize(path) > 200_000:
                continue
            try:
                text = open(path, encoding='utf-8', newline='').read()
            except UnicodeDecodeError:
                continue
            if text not in seen:
                seen.add(text)
                yield path, text


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    command = ['ruby', os.path.join(HERE, 'kramdown_reference.rb')]
    versions = subprocess.run(command + ['--versions'], capture_output=True, text=True, check=True)
    reference, ours = Batch('the reference', command), Batch('ours', [BATCH])
    count = size = refused = differ = 0
    for path, text in texts(sys.argv[1:]):
        wanted, got = reference.ask(text), ours.ask(text)
        count, size = count + 1, size + len(text)
        if wanted is None:
            refused += 1
        elif got != wanted and got != plain(wanted):
            differ += 1
            print(path)
    print(f'{differ} of {count - refused} files differ ({size / 1e6:.1f} MB), refused by the reference {refused}\n{versions.stdout.strip()}')
    sys.exit(differ > 0 or count == 0)


if __name__ == '__main__':
    main()
