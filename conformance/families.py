"""Families of hostile texts: what twice the text costs a command, in instructions."""
import re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor


def instructions(command, text, allowed=(0,)):
    with tempfile.NamedTemporaryFile() as out:
        run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out.name}', *command],
                             input=text.encode(), capture_output=True)
    if run.returncode not in allowed:
        sys.exit(f'failed: {run.stderr.decode()[-500:]}')
    return int(re.search(rb'Collected\s*:\s*(\d+)', run.stderr)[1])


def judge(families, command, n, only=(), shown=lambda text: text[:24], most=10_000, allowed=(0,)):
    """Prints a table of `families`, texts of n and 2n bytes read by `command`, or by what it gives for a text; whether one takes
    more than 2.2 times for twice, or more than `most` instructions for a byte."""
    of = command if callable(command) else lambda text: command
    empty = instructions(of(''), '', allowed)

    def measure(name):
        texts = families[name](n), families[name](2 * n)
        one, two = (instructions(of(text), text, allowed) - empty for text in texts)
        # A text made of counted lines is not just twice as long.
        return name, shown(texts[0]), one, two * 2 * len(texts[0]) / len(texts[1])

    names = list(only or families)
    worst = dearest = 0
    print(f'n = {n} bytes\n\n| family | begins | instructions per byte at n | times at 2n |\n| --- | --- | ---: | ---: |')
    with ThreadPoolExecutor(2) as pool:
        for name, begins, one, two in pool.map(measure, names):
            worst, dearest = max(worst, two / one), max(dearest, one / n)
            cell = repr(begins).replace('|', '\\|').replace('`', "'")
            print(f'| {name} | {cell} | {one / n:.0f} | {two / one:.2f} |', flush=True)
    print(f'\n{len(names)} families; the worst takes {worst:.2f} times the instructions for twice the text, the dearest {dearest:.0f} for a byte')
    return worst > 2.2 or dearest > most
