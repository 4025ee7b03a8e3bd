#!/usr/bin/env python3
"""`handbill check` over thousands of pages, beside rumdl and typos, in one run.

usage: bench/check/compare.py BIN PAGES RUMDL TYPOS [COUNT] [ROUNDS]

The pages in the folder PAGES are copied in turn to COUNT files (10,000 without it). The three run in turn, so that what else the
machine does meets all; of ROUNDS rounds (5 without it) the fastest counts. Each checks all files with its own rules, none has a
cache, and all print to a file. Then handbill alone over parts of the files: what a page more costs in time and memory.
"""
import itertools
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time


def run(command):
    """Seconds by the wall and of the processors, and peak resident megabytes, of one process.

    GNU time starts it, since what Python starts counts Python's own memory.
    """
    with tempfile.TemporaryFile() as out, tempfile.NamedTemporaryFile('r') as numbers:
        start = time.perf_counter()
        subprocess.run(['/usr/bin/time', '-q', '-f', '%U %S %M', '-o', numbers.name, *command], stdout=out, stderr=out)
        wall = time.perf_counter() - start
        user, system, peak = numbers.read().split()
        return wall, float(user) + float(system), int(peak) / 1024



def main():
    binary, pages, rumdl, typos = sys.argv[1:5]
    count = int(sys.argv[5]) if len(sys.argv) > 5 else 10_000
    rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 5
    sources = sorted(pathlib.Path(pages).rglob('*.md'))
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(work, 'pages')
        size = 0
        for number, source in zip(range(count), itertools.cycle(sources)):
            # A hundred in a folder, eight parts of folders.
            folder = root / f'part{number * 8 // count}' / f'{number // 100:03}'
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / f'{number:05}.md')
            size += source.stat().st_size
        commands = {
            'handbill': [binary, 'check', '--isolated', '--output-format', 'concise', str(root)],
            'rumdl': [rumdl, 'check', '--no-cache', str(root)],
            'typos': [typos, '--isolated', str(root)],
        }
        versions = {name: subprocess.run([command[0], '--version'], capture_output=True, text=True).stdout.split()[-1]
                    for name, command in commands.items()}
        runs = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(run(command))
        print(f'{count} files, {size / 1e6:.1f} MB, the fastest of {rounds} rounds in turn, {os.cpu_count()} cores, '
              f'{os.getloadavg()[1]:.0f} processes at work\n')
        print('| program | seconds | of processors | peak MB | times handbill |')
        print('| --- | ---: | ---: | ---: | ---: |')
        base = min(runs['handbill'])[0]
        for name in commands:
            wall, _, _ = min(runs[name])
            processors = min(processor for _, processor, _ in runs[name])
            peak = max(peak for _, _, peak in runs[name])
            print(f'| {name} {versions[name]} | {wall:.2f} | {processors:.2f} | {peak:.1f} | {wall / base:.2f} |')
        print('\n| files | seconds | ms a file | peak MB |')
        print('| ---: | ---: | ---: | ---: |')
        for parts in (1, 2, 4, 8):
            folders = [str(root / f'part{part}') for part in range(parts)]
            files = sum(1 for folder in folders for _ in pathlib.Path(folder).rglob('*.md'))
            each = [run([binary, 'check', '--isolated', '--output-format', 'concise', *folders]) for _ in range(rounds)]
            print(f'| {files} | {min(each)[0]:.2f} | {min(each)[0] / files * 1000:.2f} | {max(peak for *_, peak in each):.1f} |')
    print(f'\n{platform.machine()}, {time.strftime("%Y-%m-%d")}')


main()
