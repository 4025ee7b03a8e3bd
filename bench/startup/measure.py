#!/usr/bin/env python3
"""How long `handbill convert` and `handbill check` take as a whole process, beside a Rust program that does nothing, and how much memory.

usage: bench/startup/measure.py BIN PAGE [RUNS]

The two run in turn, so that what else the machine does meets both. Printed: the fastest of each, their ratio, and the peak
of resident memory (GNU time).
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def run(command):
    """Seconds of one process."""
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status = os.waitpid(child, 0)
    seconds = time.perf_counter() - start
    # A page may have mistakes.
    if status and not (command[1:2] == ['check'] and os.waitstatus_to_exitcode(status) == 1):
        sys.exit(f'{command}: status {status}')
    return seconds


def peak(command):
    """Peak resident megabytes of one process, started by `time`: what Python starts counts Python's own."""
    run = subprocess.run(['/usr/bin/time', '-f', '%M', *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(run.stderr.split()[-1]) / 1024


def main():
    binary, page = os.path.abspath(sys.argv[1]), sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    with tempfile.TemporaryDirectory() as folder:
        nothing = f'{folder}/nothing'
        source = pathlib.Path(__file__).with_name('nothing.rs')
        subprocess.run(['rustc', '-C', 'opt-level=3', '-C', 'strip=symbols', '-o', nothing, source], check=True)
        print(f'{os.path.basename(page)}, {runs} runs in turn, {os.cpu_count()} cores')
        calls = {f'to {format}': ['convert', page, '--to', format] for format in ('json', 'html', 'ics')}
        calls['check'] = ['check', page]
        for name, arguments in calls.items():
            command = [binary, *arguments]
            both = [(run([nothing]), run(command)) for _ in range(runs)]
            idle = min(a for a, _ in both)
            work = min(b for _, b in both)
            print(f'  {name:8} {work * 1000:6.2f} ms  nothing {idle * 1000:5.2f} ms  ratio {work / idle:4.2f}  peak {peak(command):5.1f} MB')


main()
