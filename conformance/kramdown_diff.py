#!/usr/bin/env python3
"""Compares handbill-kramdown with kramdown itself, as Jekyll calls it, on texts that nobody wrote.

usage: kramdown_diff.py [--count N] [--seed S] [--max-rate R] [--batch PROGRAM] [--show N] [--inputs DIR]...

  cargo build --release -p handbill-kramdown --example kramdown_batch
  conformance/kramdown_diff.py --count 2000

Half of the texts are made by a grammar of kramdown's syntax, half are pieces of the fixtures and of --inputs, cut up,
mixed and damaged. A quarter of them is read with options as a `_config.yml` may set them. The first differences are
reduced and shown. Code that rouge colours is compared as plain text, the
one difference that is meant. Exits 1 if more than --max-rate of the texts differ. Installs nothing: it needs Ruby with
the gems of Jekyll. Standard library only.
"""
import argparse, glob, os, random, re, subprocess, sys, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BATCH = os.path.join(os.environ.get('CARGO_TARGET_DIR', os.path.join(ROOT, 'target')), 'release/examples/kramdown_batch')

WORDS = ['a', 'b', 'foo', 'Bar', 'HTML', 'x1', '42', 'é', 'don\'t', '1st', 'the', "s", 'www.x.org', 'http://x.y/z_a_b', 'A-B', 'naïve', '日本']
MARKS = ['*', '**', '_', '__', '***', '___', '`', '``', '"', "'", '"\'', '--', '---', '...', '<<', '>>', '~~', '$$', '!', '[', ']', '(', ')', '{', '}',
         '<', '>', '&', '|', '\\', '#', ':', '^', '=', '-', '+', '~', '\\\\', '\\*', '\\_', '\\[', '\\]', '\\`', '\\|', '\\"', '  ', '\t', '/', '%', '@', ',', '.', ';']
TAGS = ['b', 'i', 'span', 'em', 'a', 'code', 'br', 'img', 'div', 'p', 'td', 's', 'foo', 'B', 'script', 'kbd', 'u', 'small', 'sup', 'input', 'del', 'style', 'hr', 'table']
BLOCKS = ['div', 'p', 'section', 'table', 'tr', 'td', 'ul', 'li', 'pre', 'h2', 'script', 'style', 'DIV', 'article', 'dl', 'dt', 'dd', 'foo', 'blockquote', 'form', 'center', 'th', 'span', 'textarea', 'details', 'summary', 'iframe', 'video', 'figure', 'hr', 'br', 'ol', 's']
ENTITIES = ['&amp;', '&lt;', '&nbsp;', '&copy;', '&#65;', '&#x41;', '&quot;', '&foo;', '&', '&#8217;', '&eacute;', '&amp', '&;', '&#;', '&hellip;']
LISTS = ['{:.x}', '{: #id}', '{: .a .b key="v"}', '{:ref}', '{:.no_toc}', '{:toc}', '{::comment}', '{:/comment}', '{:/}', '{::nomarkdown}', '{:/nomarkdown}',
         '{:ref: .c}', '{: title="a b"}', '{::options auto_ids="false" /}', '{::comment /}', '{:}', '{: .x', '{:.language-text}', '{:footnotes}', '{::foo}', "{: k='v' #b.c}", '{:a:b: .c}', '{: a:b="c" #d:e}', '{:a-b: .c}', '{:a-b}', '{:a}']


OPTIONS = {'input': ['kramdown'], 'auto_ids': ['false'], 'auto_id_prefix': ['p-', '1'], 'auto_id_stripping': ['true'], 'toc_levels': ['2..3', '1', '2,4,6'],
           'hard_wrap': ['true'], 'smart_quotes': ['apos,apos,quot,quot', 'sbquo,lsquo,bdquo,ldquo'], 'entity_output': ['as_input', 'numeric', 'symbolic'],
           'footnote_nr': ['3'], 'footnote_backlink': ['', '^', '&#8617;&#xfe0e;', '<b>'], 'footnote_backlink_inline': ['true'], 'footnote_prefix': ['x'],
           'header_offset': ['1', '-1', '4'], 'parse_block_html': ['true'], 'parse_span_html': ['false']}


def options(r):
    """Options for one text, as `name=value` words: none for most."""
    if r.random() < .75:
        return ''
    names = r.sample(sorted(OPTIONS), r.choice([1, 1, 1, 2, 3]))
    return ''.join(f' {name}={r.choice(OPTIONS[name])}' for name in names)


def pick(r, *choices):
    return r.choice(choices)


def span(r, depth=0):
    kind = r.randrange(26)
    inner = lambda: ''.join(span(r, depth + 1) for _ in range(r.randint(1, 3))) if depth < 3 else r.choice(WORDS)
    if kind < 7:
        return r.choice(WORDS)
    if kind < 10:
        return ' '
    if kind == 10:
        return r.choice(MARKS)
    if kind == 11:
        return '\n' + r.choice(['', '', '', ' ', '   '])
    if kind == 12:
        mark = r.choice(['*', '_', '**', '__', '~~', '***'])
        return mark + inner() + mark
    if kind == 13:
        mark = r.choice(['`', '``', '$$'])
        return mark + r.choice(['', ' ']) + inner() + r.choice(['', ' ']) + mark
    if kind == 14:
        return r.choice(['[', '[', '![']) + inner() + '](' + r.choice(['u', 'http://x.y', '<a b>', 'a b', 'a(b)', '', ' u ', 'a"b"', '/x?a=b&c']) + r.choice(['', '', ' "t"', " 't'", ' "t', '"t"', '\n"t"']) + ')'
    if kind == 15:
        return r.choice(['[', '![']) + r.choice(['ref', 'Foo', inner(), 'a b']) + ']' + r.choice(['', '[]', '[ref]', ' [ref]', '[foo]', '[Foo]', '\n[ref]', '[a b]'])
    if kind == 16:
        return '[^' + r.choice(['1', 'fn', 'x-y', 'fn:1', '']) + ']'
    if kind == 17:
        tag = r.choice(TAGS)
        attribute = r.choice(['', '', ' a="b"', ' class="x"', " markdown='1'", ' markdown="span"', ' markdown="0"', ' a=b', ' c', ' x="a\nb"', ' A="1" a="2"', ' a="b'])
        return f'<{tag}{attribute}{r.choice([">", ">", ">", "/>", " />", " >", ""])}' + inner() + r.choice([f'</{tag}>', f'</{tag}>', f'</{tag} >', '', f'</{tag.upper()}>'])
    if kind == 18:
        return r.choice(ENTITIES)
    if kind == 19:
        return r.choice(LISTS)
    if kind == 20:
        return pick(r, '"', "'") + inner() + pick(r, '"', "'")
    if kind == 21:
        return r.choice(['<http://x.y>', '<a@b.c>', '<mailto:a@b>', '<!-- c -->', '<!--', '-->', '<?p ?>', '<a@b>', '<http:', '<https://x.y/?a=b&c>'])
    if kind == 22:
        return r.choice(['  \n', '\\\\\n', '\\\n', ' \n', '\n\n'])
    if kind == 23:
        return '\\' + r.choice('\\`*_{}[]()#+-.!<>:|"\'$~^=&/a \n')
    if kind == 24:
        return r.choice(MARKS) + r.choice(MARKS)
    return r.choice(WORDS) + ' ' + r.choice(WORDS)


def line(r, most=6):
    return ''.join(span(r) for _ in range(r.randint(1, most)))


def prefixed(text, first, rest):
    lines = text.split('\n')
    return '\n'.join((first if i == 0 else rest if l or rest.strip() else '') + l for i, l in enumerate(lines))


def block(r, depth=0):
    kind = r.randrange(30)
    nest = lambda most=3: '\n'.join(block(r, depth + 1) for _ in range(r.randint(1, most))) if depth < 3 else line(r)
    if kind < 5:
        return line(r, 8) + '\n'
    if kind < 7:
        return r.choice(['\n', '\n\n', ' \n', '^\n', '\n'])
    if kind == 7:
        return '#' * r.randint(1, 7) + r.choice([' ', ' ', '  ', '', '\t']) + line(r) + r.choice(['', '', ' #', ' ##', ' {#id}', '{#id}', ' {#x-y} ##', ' {#x.y}', ' {#é_1}', ' {#1x}', ' {#:x}']) + '\n'
    if kind == 8:
        return line(r, 4) + r.choice(['', ' {#id}', '  ']) + '\n' + r.choice(['===', '---', '=', '-', '=-=', '--- ', ' ---', '- -']) + '\n'
    if kind < 11:
        return prefixed(nest(), '> ', r.choice(['> ', '> ', '>', '', ' > '])) + '\n'
    if kind < 16:
        out = []
        mark = r.choice(['*', '-', '+', '1.', '10.', '1.'])
        for _ in range(r.randint(1, 4)):
            gap = r.choice([' ', ' ', '   ', '\t', '  '])
            if r.random() < .2:
                mark = r.choice(['*', '-', '+', '1.', '3.'])
            width = len(mark) + (len(gap) if gap != '\t' else 4 - len(mark))
            body = nest(2) if r.random() < .4 else line(r, 3)
            task = r.choice(['', '', '', '', '[ ] ', '[x] ', '{:.i} ', '{:.i}\n'])
            rest = r.choice([' ' * width, ' ' * width, '', ' ', '    ', '\t'])
            out.append(r.choice(['', '', '', ' ', '  ']) + prefixed(mark + gap + task + body, '', rest))
            if r.random() < .25:
                out.append('')
        return '\n'.join(out) + '\n'
    if kind == 16:
        return r.choice(['    ', '\t', '     ']) + line(r).replace('\n', '\n    ') + '\n'
    if kind == 17:
        fence = r.choice(['```', '~~~', '~~~~', '````'])
        return fence + r.choice(['', '', ' text', 'text', ' plaintext', ' foo', ' text?a=b', ' a b', ' text ']) + '\n' + line(r) + '\n' + r.choice([fence, fence, fence, fence + fence[0], '~~~', '', ' ' + fence]) + '\n'
    if kind == 18:
        return r.choice(['---', '***', '* * *', '_ _ _', '- - -', '--', '***a', ' * * * ', '___\t']) + '\n'
    if kind == 19:
        term = line(r, 2)
        out = [term] + ([line(r, 2)] if r.random() < .3 else []) + ([''] if r.random() < .2 else [])
        for _ in range(r.randint(1, 2)):
            body = nest(2) if r.random() < .3 else line(r, 3)
            out.append(prefixed(r.choice([': ', ':   ', ' : ', ':\t']) + body, '', r.choice(['  ', '    ', ''])))
            if r.random() < .2:
                out.append('')
        return '\n'.join(out) + '\n'
    if kind < 22:
        rows, columns = r.randint(1, 4), r.randint(1, 4)
        out = []
        for i in range(rows):
            cells = [line(r, 2).replace('\n', ' ') for _ in range(columns if r.random() < .8 else r.randint(1, 5))]
            out.append(r.choice(['| ', '|', '', ' | ']) + ' | '.join(cells) + r.choice([' |', '|', '', ' | ']))
            if r.random() < .4:
                out.append(r.choice(['|---|---|', '|-', '|:-:|-:|', '---|---', '|===|', '|=', '+---+', '|:--|--:|:-:|', '| --- |', '|-|-|-|-|', '|--|:']))
        return '\n'.join(out) + '\n'
    if kind < 26:
        tag = r.choice(BLOCKS)
        attribute = r.choice(['', '', '', ' class="x"', ' markdown="1"', ' markdown="1"', ' markdown="block"', ' markdown="span"', ' markdown="0"', ' id=x', ' a b="c"'])
        body = r.choice(['', '\n', '\n', '\n\n']) + (nest() if r.random() < .6 else line(r)) + r.choice(['', '\n', '\n'])
        return r.choice(['', '', ' ', '   ', '    ']) + f'<{tag}{attribute}{r.choice([">", ">", ">", ">", "/>", " >"])}' + body + r.choice([f'</{tag}>', f'</{tag}>', f'</{tag}>', '', '</div>', f'</{tag.lower()} >']) + r.choice(['\n', '\n', '\n', ' ' + line(r, 2) + '\n'])
    if kind == 26:
        return r.choice(LISTS) + r.choice(['\n', '\n', '\n', ' ', '\n\n'])
    if kind == 27:
        return r.choice(['', ' ', '    ']) + r.choice(['[ref]: u "t"\n', '[foo]: <a b>\n', '[Foo]: x y \'t\'\n', '[a b]: u\n  "t"\n', '[ref]:u\n', '[1]: u "t\n', f'[{r.choice(WORDS)}]: {r.choice(WORDS)}\n', '[x]: "t"\n'])
    if kind == 28:
        return r.choice(['[^1]: ', '[^fn]:\n    ', '[^x-y]:', '[^fn:1]: ', '[^1]:    ']) + prefixed(nest(2), '', '    ') + '\n'
    return r.choice(['*[HTML]: Hyper\n', '*[a]: b "c"\n', '*[foo bar]:\n', '$$\nx^2 < y\n$$\n', '$$a$$\n', '<!-- c\n\nd -->\n', '<!-- c --> x\n', '{::comment}\nx *y*\n{:/comment}\n',
                     '{::nomarkdown}\n<b>*x*</b>\n{:/}\n', '* toc\n{:toc}\n', '1. t\n{:toc}\n', '{:.x}\n', '*[B]: c\n{:.y}\n', '![a](b){:standalone}\n', 'x\n{:.y #z}\n', '{:ref: .r #s}\n'])


def grammar(r):
    return ''.join(block(r) + r.choice(['', '', '\n']) for _ in range(r.randint(1, 5)))


def mutated(r, inputs):
    lines = []
    for _ in range(r.randint(1, 3)):
        source = r.choice(inputs).split('\n')
        start = r.randrange(len(source))
        lines += source[start:start + r.randint(1, 12)]
    for _ in range(r.randint(0, 5)):
        i = r.randrange(len(lines))
        kind = r.randrange(10)
        if kind == 0:
            del lines[i]
            if not lines:
                lines = ['']
        elif kind == 1:
            lines.insert(i, lines[r.randrange(len(lines))])
        elif kind == 2:
            lines.insert(i, '')
        elif kind == 3:
            lines[i] = r.choice(['  ', '    ', '> ', '* ', '- ', '1. ', '\t', ': ', '# ', '| ', '   ', ' ']) + lines[i]
        elif kind == 4:
            lines[i] = lines[i].lstrip()
        elif kind == 5:
            lines.insert(i, block(r).rstrip('\n'))
        else:
            l = lines[i]
            at = r.randint(0, len(l))
            to = min(len(l), at + r.randint(0, 3))
            lines[i] = l[:at] + r.choice(['', r.choice(MARKS), span(r), r.choice(LISTS), r.choice(ENTITIES)]) + l[to:]
    return '\n'.join(lines) + r.choice(['\n', '\n', ''])


class Batch:
    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, text, words=''):
        return self.ask_all([(text, words)])[0]

    def ask_all(self, texts):
        def feed():
            for text, words in texts:
                data = text.encode()
                self.process.stdin.write(f'{len(data)}{words}\n'.encode() + data)
            self.process.stdin.flush()
        feeder = threading.Thread(target=feed)
        feeder.start()
        answers = []
        for text, words in texts:
            length = self.process.stdout.readline()
            if not length:
                print(f'{self.name} died of {text!r}{words}', flush=True)
                os._exit(1)  # the feeder may wait for ever
            length = int(length)
            answers.append(None if length < 0 else self.process.stdout.read(length))
        feeder.join()
        return answers


CODE = re.compile(rb'(<pre class="highlight"><code>|<code [^>]*class="[^"]*highlighter-rouge"[^>]*>)(.*?)(</code>)', re.S)
TOKEN = re.compile(rb'<span class="[a-z][a-z0-9]{0,2}">|</span>')


def plain(html):
    return html and CODE.sub(lambda m: m[1] + TOKEN.sub(b'', m[2]) + m[3], html)


def differ(reference, ours, text, words):
    wanted = reference.ask(text, words)
    if wanted is None:
        return False
    got = ours.ask(text, words)
    return got != wanted and got != plain(wanted)


def reduce(reference, ours, text, words):
    for parts in (lambda t: t.splitlines(keepends=True), list):
        step = max(1, len(parts(text)) // 2)
        while step:
            i = 0
            while i < len(parts(text)):
                pieces = parts(text)
                shorter = ''.join(pieces[:i] + pieces[i + step:])
                if shorter != text and differ(reference, ours, shorter, words):
                    text = shorter
                else:
                    i += step
            step //= 2
    return text


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--count', type=int, default=2000)
    a.add_argument('--seed', type=int)
    a.add_argument('--max-rate', type=float, default=0.0005)
    a.add_argument('--batch', default=BATCH)
    a.add_argument('--show', type=int, default=10)
    a.add_argument('--inputs', action='append', default=[])
    o = a.parse_args()
    seed = o.seed if o.seed is not None else random.SystemRandom().randrange(1 << 32)
    reference_command = ['ruby', os.path.join(HERE, 'kramdown_reference.rb')]
    versions = subprocess.run(reference_command + ['--versions'], capture_output=True, text=True)
    if versions.returncode or not os.path.exists(o.batch):
        sys.exit(f'kramdown is not installed, or {o.batch} is not built\n{versions.stderr}')
    inputs = []
    for folder in [os.path.join(ROOT, 'fixtures')] + o.inputs:
        for path in sorted(glob.glob(folder + '/**/*.md', recursive=True) + glob.glob(folder + '/**/*.text', recursive=True)):
            inputs.append(open(path, encoding='utf-8', errors='replace').read())
    reference, ours = Batch('the reference', reference_command), Batch('ours', [o.batch])
    start = time.time()
    r = random.Random(seed)
    done = refused = 0
    found = []
    while done < o.count:
        texts = [(grammar(r) if r.random() < .5 or not inputs else mutated(r, inputs), options(r)) for _ in range(min(200, o.count - done))]
        done += len(texts)
        for text, wanted, got in zip(texts, reference.ask_all(texts), ours.ask_all(texts)):
            if wanted is None:
                refused += 1
            elif got != wanted and got != plain(wanted):
                found.append(text)
    for text, words in found[:o.show]:
        small = reduce(reference, ours, text, words)
        wanted, got = reference.ask(small, words), ours.ask(small, words)
        print(f'--- {small!r}{words}\n  kramdown {wanted.decode()!r}\n  ours     {got.decode()!r}')
    rate = len(found) / max(1, done - refused)
    print(f'{len(found)} of {done - refused} differ: rate {rate:.6f}; seed {seed}, count {done}, refused by the reference {refused}, '
          f'{time.time() - start:.0f} s\n{versions.stdout.strip()}')
    sys.exit(rate > o.max_rate)


if __name__ == '__main__':
    main()
