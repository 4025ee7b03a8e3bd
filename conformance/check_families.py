#!/usr/bin/env python3
"""The families of conformance/check_families: event pages that are hostile to the rules, beside those that are to the reader."""
import hashlib, resource, subprocess, sys, tempfile
from families import judge
from page_families import FAMILIES as OF_THE_READER, HEAD, repeated

LETTERS = 'bcdfghjklmnpqrstvwxz'


def word(k):
    """A word of its own for each number, of small letters that no language has in such rows."""
    letters = ''
    for _ in range(4):
        letters += LETTERS[k % len(LETTERS)] + 'aeiou'[k % 5]
        k //= len(LETTERS)
    return letters


def worded(unit, head=''):
    """`unit` again and again under `head`, its `{w}` a word of its own."""
    one = len(unit.format(w=word(0), k=1000))
    return lambda n: HEAD + head + ''.join(unit.format(w=word(k), k=k) for k in range(n // one))


def keys(unit):
    """Front matter of `unit` again and again."""
    one = len(unit.format(k=1000))
    return lambda n: '---\ntitle: "Harvest Robotics Workshop 2031"\nlayout: event\n' + ''.join(
        unit.format(k=k) for k in range(n // one)) + '---\n\nThe workshop is on June 2-4, 2031 in Lund.\n'


def both(*makers):
    """Families one behind the other, each with its part of the bytes."""
    return lambda n: HEAD + ''.join(make(n // len(makers)).removeprefix(HEAD) + '\n\n' for make in makers)


FAMILIES = {
    # Links
    'unused definitions': repeated('[a{k}]: https://a.example/{k}\n'),
    'unused definitions apart': repeated('A talk.\n\n[a{k}]: https://a.example/{k}\n\n'),
    'undefined references': repeated('[talk][a{k}] '),
    'definitions with slips': both(worded('[{w}]: https://a.example/{k}\n'), worded('[talk][{w}x] ')),
    'definitions nobody means': both(worded('[{w}]: https://a.example/{k}\n'), worded('[talk][qq{w}qq] ')),
    'definitions twice': repeated('[a]: https://a.example/{k}\n'),
    'definitions in comments': both(repeated('[a{k}]: https://a.example/{k}\n'), repeated('<!-- [talk][a{k}] -->\n\n')),
    'definitions in Liquid': both(repeated('[a{k}]: https://a.example/{k}\n'), repeated('{{% if page.a %}}[talk][a{k}]{{% endif %}} ')),
    'Liquid URLs': repeated('[a{k}]: {{{{ site.a }}}}/{k}\n'),
    'lost registrations': both(repeated('Register for talk {k}. '), repeated('[a{k}]: https://a.example/{k}\n'), lambda n: '[register]: https://a.example/register\n'),
    'links of other years': repeated('[travel {k}](/event/2030/travel/{k}) '),
    'one link of another year': repeated('[travel](/event/2030/travel/) '),
    'brackets': repeated('[talk {k} '),
    'brackets around URLs': repeated('[https://a.example/{k}] '),
    'anchors': both(repeated('## Soil day {k}\n\n'), repeated('[soil](#soil-dey-{k}) ')),
    'one anchor': both(repeated('## Soil day\n\n'), repeated('[soil](#soil-dey) ')),
    'parted links': repeated('[talk {k}] (https://a.example/{k}) '),
    'lost brackets': repeated('[talk {k}(https://a.example/{k}) '),
    'blanks in links': repeated('[ talk {k} ](https://a.example/{k})and '),
    'here links': repeated('[here](https://a.example/{k}) '),
    'URLs of other URLs': repeated('[https://b.example/{k}](https://a.example/{k}) '),
    'stops in URLs': repeated('[talk](https://a.example/{k}.) '),
    'hosts': repeated('[talk](https://docs.gogle.com{k}/123456789) '),
    'insecure links': repeated('[a](http://a{k}.example) [b](https://a{k}.example) '),
    'tracked links': repeated('[talk](https://a.example/?utm_source={k}&utm_medium=a) '),
    'one tracked link': lambda n: HEAD + '[talk](https://a.example/?' + '&'.join(f'utm_a{k}=b' for k in range(n // 10)) + ')\n',
    'bare ways': repeated('Please register at https://a.example/{k} '),
    'bare addresses': repeated('Please write to ada{k}@a.example\n'),
    'broken addresses': repeated('Please write to ada{k}@a,example or ada @a.example '),
    'at signs': repeated('ada@ '),
    'bare URLs in HTML': repeated('<pre>https://a.example/{k}</pre>\n\n'),
    'bare URLs in code': repeated('`https://a.example/{k}` '),
    'mails of other years': repeated('[mail](mailto:ada{k}@a.example?subject=Workshop%202030) '),
    # Markup
    'ids twice': repeated('## Day {k} {{#day}}\n\n'),
    'ids': repeated('## Day {k} {{#day-{k}}}\n\n'),
    'nested ids': repeated('<div id="day">\n'),
    'nested drawings': lambda n: HEAD + '<svg>' + ''.join(f'<g id="g{k}">' for k in range(n // 12)),
    'headings twice': repeated('## Workshops\n\n'),
    'headings of all levels': repeated('# **Day {k}**\n\n##### Soil\n\n'),
    'attribute lists': repeated('Soil\n\n{{: .soil}}\n\n'),
    'braces': repeated('{{{{ page.title }}}}}} %}} '),
    'open Liquid': repeated('{{% if a %}} '),
    'crossed Liquid': both(repeated('[a{k}]: https://a.example/{k}\n'), repeated('{{% if a %}} '), repeated('{{% endfor %}} ')),
    'lists of attributes': repeated('{{: {{:'),
    'includes': repeated('{{% include talk{k}.html %}}\n\n'),
    'comment ends': repeated('Soil --> talk {k} '),
    'printed tables': repeated('Talks\n| Time | Talk |\n| --- | --- |\n| 9:00 | Soil {k} |\n'),
    'long printed tables': repeated('| 9:00 | Soil {k}\n', 'Talks |\n'),
    'asterisks': repeated('** Soil {k}** '),
    'asterisks in paragraphs': repeated('** Soil {k}**\n\n'),
    'open asterisks': repeated('Apply by **Monday {k}\n\n'),
    'uneven asterisks': repeated('**Ada Lind*\n\n'),
    'handlers': repeated('<a onclick="go{k}()">Soil</a> '),
    'handlers with scripts': both(repeated('<script>function go{k}() {{}}</script>\n\n'), repeated('<a onclick="go{k}()">Soil</a> ')),
    'one handler': lambda n: HEAD + '<a onclick="' + ''.join(f'go{k}(); ' for k in range(n // 12)) + '">Soil</a>\n',
    'frames': repeated('<iframe src="https://a.example/{k}"></iframe>\n\n'),
    'images without text': repeated('<img src="{k}.png"> ![](b{k}.png) '),
    'table heads': repeated('|  | Talk |\n| --- | --- |\n| 9:00 | Soil {k} |\n\n'),
    'unknown keys': keys('titel{k}: Soil\n'),
    'slips of one key': keys('descripton: Soil {k}\n'),
    'empty keys': keys('a{k}: ""\n'),
    'surprising keys': keys('time{k}: 12:30\n'),
    'dated keys': keys('date{k}: 2 June 2031\n'),
    # Programme
    'ragged rows': repeated('| 9:00 | Soil {k} | Lund |\n', '| Time | Talk |\n| --- | --- |\n'),
    'ragged tables': repeated('| Time | Talk |\n| --- | --- |\n| 9:00 | Soil | Lund |\n\n'),
    'overlaps': repeated('| 9:00 - 10:30 | Soil {k} |\n', '## Monday, June 2, 2031\n\n| Time | Talk |\n| --- | --- |\n'),
    'slots that go back': repeated('* 14:00 - 14:30 Soil {k}\n* 13:30 - 14:00 Rain\n', '## Monday, June 2, 2031\n\n'),
    'slots that end early': repeated('* 3:00pm - 3:30am Soil {k}\n', '## Monday, June 2, 2031\n\n'),
    'columns that end early': repeated('| 15:00 | 14:00 | Soil {k} |\n', '## Monday, June 2, 2031\n\n| Start | End | Talk |\n| --- | --- | --- |\n'),
    'long slots': repeated('| 9:00 - 9:10 | Soil {k} |\n| 9:10 - 19:00 | Rain |\n', '## Monday, June 2, 2031\n\n| Time | Talk |\n| --- | --- |\n'),
    'mixed clocks': repeated('| 9:00 am - 14:30 | Soil {k} |\n| 9:00 to 9:30 | Rain |\n', '## Monday, June 2, 2031\n\n| Time | Talk |\n| --- | --- |\n'),
    'days outside': repeated('### July {k}, 2031\n\n* 9:00 Soil\n* 10:00 Rain\n\n', '## Programme\n\n'),
    'programmes in comments': repeated('<!--\n## Monday, June 3\n\n* 9:00 - 10:00 Soil\n* 10:00 - 11:00 Rain\n\n## Tuesday, June 4\n\n* 9:00 - 10:00 Soil\n* 10:00 - 11:00 Rain\n\n-->\n\n'),
    'one programme in a comment': lambda n: HEAD + '<!--\n## Monday, June 3\n\n' + '* 9:00 - 10:00 Soil\n' * (n // 21) + '-->\n',
    # Dates
    'other years': repeated('The workshop is on June 2, 2030. '),
    'names of other years': repeated('The 2030 Harvest Robotics Workshop is in Lund. '),
    'wrong weekdays': repeated('Soil is on Tuesday, June 2, 2031.\n\n'),
    'wrong weekdays in a paragraph': repeated('Sunday, June 2 and '),
    'wrong weekdays in headings': repeated('## Sunday, June 2\n\nSoil {k}.\n\n'),
    'days of no calendar': repeated('June 31, 2031, 14:00 - 25:00, '),
    'ranges that go back': repeated('June 4, 2031 to June 2, 2031, '),
    'colons of times': repeated('25:61 - '),
    'ordinals': repeated('On the {k}th of June 3th. '),
    'days without years': repeated('* Proposals are due by June 1\n', '## Call for proposals\n\n'),
    # Calls
    'deadlines': repeated('Proposals are due by June 1, 2031. ', '## Call for proposals\n\n'),
    'late deadlines': repeated('## Call for proposals {k}\n\nProposals are due by July 1, 2031.\n\n'),
    'early answers': repeated('* Proposals are due: June 1, 2031\n* Notification: May 1, 2031\n', '## Call for proposals\n\n'),
    'answers of another year': repeated('You will be notified on May 1, 2029. ', '## Call for proposals\n\nProposals are due by June 1, 2031.\n\n'),
    'calls that open late': repeated('The call opens on June 1, 2031 and closes on May 1, 2031. ', '## Call for proposals\n\n'),
    'promises': repeated('The programme will be published soon, as will follow {k}. '),
    'promises in paragraphs': repeated('The programme will be published soon {k}.\n\n'),
    'postponed': repeated('The workshop is postponed. '),
    # Words
    'doubled words': repeated('for the the talk '),
    'doubled words in lines': repeated('to to\nthe the\n'),
    'misspelled': repeated('The recption {k} is open. '),
    'misspelled words of their own': worded('registratoin {w}sesion '),
    'frequent words': worded(' '.join(['{w}manuscripts'] * 4) + ' {w}manscripts '),
    'event words': repeated('registration committee conference participants '),
    'one word': lambda n: HEAD + 'registration' * (n // 12) + '\n',
    'small letters': repeated('a '),
    'stops': repeated('Soil is here in Lund.Registration is open '),
    'dots': repeated('soil.Soil.soil.'),
    'secrets': repeated('The password: a1b2c{k} '),
    'codes': repeated('passcode passcode {k} '),
    'passwords in links': repeated('[join](https://zoom.us/j/{k}?pwd=abc{k}) '),
    'one password in links': repeated('[join](https://zoom.us/j/1?pwd=abcdefg) '),
    'keys of maps': repeated('AIza' + 'a' * 35 + ' '),
    'fillings': repeated('[insert name] XXX: TODO: lorem ipsum '),
    # Comments to the check
    'passed over': repeated('For the the talk. <!-- handbill: ignore doubled-word -->\n\n'),
    'passed over in cells': repeated('| 9:00 | For the the talk <!-- handbill: ignore doubled-word --> |\n', '| Time | Talk |\n| --- | --- |\n'),
    'passed over in a line': repeated('the the <!-- handbill: ignore doubled-word --> '),
    'passed over in vain': repeated('<!-- handbill: ignore doubled-word -->\n\n'),
    'names passed over': lambda n: HEAD + '<!-- handbill: ignore ' + 'doubled-word, ' * (n // 14) + '-->\n\nFor the the talk.\n',
    'no orders': repeated('<!-- handbill: ignor {k} -->\n\n'),
    'passed over in keys': keys('a{k}: b # handbill: ignore unknown-key\n'),
}
MANNERS = {
    'tell': ['--output-format', 'json'],
    'read': ['--output-format', 'json'],
    'show': ['--output-format', 'full'],
    'fix': ['--unsafe-fixes', '--output-format', 'json'],
    'diff': ['--unsafe-fixes', '--diff'],
    'known': ['--output-format', 'json', '--baseline'],
}


SETTINGS = ['--isolated', '--select', 'all', '--today', '2031-05-01', '--exit-zero']


def main(bin, manner, n, *only):
    if manner == 'quick':
        return quick(bin, int(n), only)
    names = named(OF_THE_READER if manner == 'read' else FAMILIES)
    command = [bin, 'check', '--stdin-filename', 'page.md', *SETTINGS, *MANNERS[manner]]
    with tempfile.TemporaryDirectory() as folder:

        def known(text):
            """The command with a baseline that knows all that is found in a text."""
            baseline = f'{folder}/{hashlib.sha1(text.encode()).hexdigest()}.json'
            subprocess.run([*command[:-1], '--write-baseline', baseline], input=text.encode(), check=True, capture_output=True)
            return [*command, baseline]

        # A diff says by its exit code that there is one.
        return judge(names, known if manner == 'known' else command, int(n), only, lambda text: text.removeprefix(HEAD)[:40], 40_000 if manner in ('fix', 'diff') else 10_000, (0, 1))


def named(families):
    return {name.replace(' ', '-'): make for name, make in families.items()}


def quick(bin, n, only):
    """Whether some family takes more than twice as long as it should for eight times the page: seconds of the processor in place
    of instructions, which takes a hundredth of the time, and finds what grows with the square."""
    families, own = named(OF_THE_READER | FAMILIES), named(FAMILIES)
    slow = []
    for name in only or families:
        for manner in ('tell', 'fix') if name in own else ('tell',):
            command = [bin, 'check', '-', *SETTINGS, *MANNERS[manner]]
            # What else the machine does may slow one of them: only what is slow each time is slow.
            for _ in range(3):
                one, eight = (seconds(command, families[name](length)) for length in (n, 8 * n))
                if eight <= 16 * max(one, 0.01):
                    break
            else:
                slow.append(name)
                print(f'{name}, {manner}: {one:.2f} seconds, and {eight:.2f} for eight times the page')
    print(f'{len(only or families)} families, {len(slow)} of them slow')
    return bool(slow)


def seconds(command, text):
    def used():
        """Seconds of the processor that ended children took, in microseconds where `os.times` counts hundredths."""
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return children.ru_utime + children.ru_stime

    before = used()
    subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    return used() - before


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
