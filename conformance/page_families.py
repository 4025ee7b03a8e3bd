#!/usr/bin/env python3
"""The families of conformance/page_families: hostile event pages of any length."""
import sys
from families import judge

HEAD = '---\ntitle: "Harvest Robotics Workshop 2031"\n---\n\nThe workshop is on June 2-4, 2031 in Lund.\n\n'


def repeated(unit, head=''):
    """`unit` again and again under `head`, its `{k}` counted."""
    one = len(unit.format(k=1000))
    return lambda n: HEAD + head + ''.join(unit.format(k=k) for k in range(n // one))


def wide(n):
    """A table of 200 columns, its rows led by times."""
    columns = 200
    line = lambda cell: '|' + '|'.join([cell] * columns) + '|\n'
    return HEAD + line('Room') + line('---') + ''.join(
        f'| {9 + k % 9}:00 ' + '|talk' * (columns - 1) + '|\n' for k in range(n // (5 * columns)))


def spans(n):
    """Cells over many rows and columns that overlap."""
    return HEAD + '<table>\n' + '<tr><td rowspan="500">9:00</td><td colspan="200">Talk</td></tr>\n' * (n // 65) + '</table>\n'


def days_in_columns(n):
    """What, where and when of a day in each column."""
    rows = [''.join(cell for _ in range(n // 40)) for cell in ('|June 3, 2031', '|Soil', '|Barn', '|9:00-10:00')]
    return HEAD + '\n'.join(head + row for head, row in zip(('|', '|What', '|Where', '|When'), rows)).replace(
        '\n', '\n|---' + '|---' * (n // 40) + '\n', 1) + '\n'


FAMILIES = {
    'tables': repeated('| Time | Talk |\n| --- | --- |\n| 9:00 | Soil {k} |\n\n'),
    'rows': repeated('| 9:{k:02.0f} | Soil, Ada Lind, Lund |\n', '| Time | Talk |\n| --- | --- |\n'),
    'wide': wide,
    'spans': spans,
    'bare rows': repeated('| 10:00 - 10:30 | Soil {k} |\n'),
    'two columns': repeated('| Deadline {k} | June 1, 2031 |\n', '| What | When |\n| --- | --- |\n'),
    'heads and times': repeated('<tr><th>Room</th><th></th></tr><tr><td>9:00</td><td>10:00</td></tr>\n', '<table>\n'),
    'addresses': repeated('Ada Lind (ada{k}@a.example), '),
    'hotels': repeated('* Inn {k}, Quay 4\n', '## Venue\n\n' + 'Near by are hotels and ' * 40 + ':\n\n'),
    'days as terms': lambda n: HEAD + 'Monday and so on ' * (n // 68) + 'June 1, 2031' + '\n: talks' * (n // 12) + '\n',
    'who pays': repeated('€150 (members), ', '## Fees\n\nCost: '),
    'times with dots': repeated('* 9.{k:02.0f}-10.30 Soil at 11.15 of 2.{k}\n', '## Programme\n\n'),
    'open windows': repeated('open from 1 May 2031 to 2 May 2031, ', '## Call for Proposals\n\nThe call is '),
    'committee lines': repeated('Local: Ada Lind (Quay), Bo Ode\n', '## Committee\n\n'),
    'sponsors in a row': repeated('[Kelp {k}](https://k.example/{k}), ', '## Sponsors\n\n- '),
    'doors': repeated('10:00 CET (doors 9:30), ', 'Date: 1 May 2031\nTime: '),
    'initials': repeated('Samuel H. Kelp, ', 'The event is made possible by the '),
    'levels': repeated('Gold: Kelp Works. Silver: Salt Inc. ', '## Sponsors\n\n'),
    'talks in a cell': lambda n: HEAD + '| Time | Talk |\n|-|-|\n| 9:00 | Talks: ' + '<br>Testing (Ada Lind) ' * (n // 23) + '|\n',
    'dates': repeated('* June 1-4, 2031\n'),
    'dates in a paragraph': repeated('June 1, 2031 and 3-5 July 2031, '),
    'runs': repeated('June 1, 2, 3, 4, 5, 6 and 7, '),
    'ambiguous dates': repeated('6/5/2031 - 7/5/2031 '),
    'day after day': repeated('Monday, Tuesday and '),
    'months': repeated('May June July to '),
    'the of': repeated('the of the of '),
    'numbers': repeated('1 - 2 - 3, 4 '),
    'times': repeated('9:00 - 10:30 am CET '),
    'zones': repeated('Europe/Rome Eastern Time (UTC-12) '),
    'sentences': repeated('Registration is free. The fee is $5. '),
    'abbreviations': repeated('e.g. Dr. A. '),
    'one sentence': repeated('registration will close and the deadline is at '),
    'here': repeated('To apply for a grant, sign in [here](https://a.example/{k}), '),
    'meetings': repeated('[join](https://zoom.us/j/1) '),
    'shortcodes': repeated('{{{{< youtube abc{k} >}}}}\n\n'),
    'links': repeated('[slides {k}](https://a.example/{k}) '),
    'bare links': repeated('https://a.example/{k} mail{k}@a.example '),
    'linked sentences': repeated('See the [slides {k}](https://a.example/{k}). ', '## Call for proposals\n\n'),
    'dated sentences': repeated('Proposals are due by June 1, 2031, 9:00 CET. ', '## Call for proposals\n\n'),
    'registration sentences': repeated('Registration costs $5 until June {k}. ', '## Registration\n\n'),
    'strong lines': repeated('**Deadline {k}** June 1, 2031\n'),
    'table in a section': repeated('### Day {k}\n\n| Time | Talk |\n| --- | --- |\n| 9:00 | Soil |\n\n', '## Programme\n\n'),
    'videos': repeated('[video {k}](https://www.youtube.com/watch?v={k}) '),
    'definitions': lambda n: HEAD + ''.join(f'[a{k}]: https://a.example/{k}\n' for k in range(n // 60)) + '\n' + ''.join(f'[talk][a{k}] ' for k in range(n // 30)),
    'images': repeated('![Sponsor {k}](logo{k}.png) ', '## Sponsors\n\n'),
    'headings': repeated('## Day {k}\n\n9:00 Talk\n\n'),
    'deep headings': repeated('# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n\nText\n\n'),
    'day headings': repeated('### Monday, June 2, 2031\n\n#### Soil {k}\n\nSpeaker: Ada Lind\n\n'),
    'leads': repeated('**Soil {k}**\n\nAda Lind, Lund\n\n'),
    'comments': repeated('<!-- June 1, 2031: talk {k} -->\n\n'),
    'one comment': lambda n: HEAD + '<!--\n' + '* June 1, 2031: talk\n' * (n // 21) + '-->\n',
    'sessions': repeated('* 9:00 - Soil {k}, Ada Lind, Lund\n', '## Programme\n\n'),
    'bold sessions': repeated('* **Soil {k}**, Ada Lind, Lund\n', '## Programme\n\n### Monday\n\n'),
    'nested sessions': repeated('* 9:00 Session\n    * **Soil {k}** Ada Lind\n', '## Programme\n\n'),
    'nesting': lambda n: HEAD + ''.join('  ' * (k % 40) + '* Soil\n' for k in range(n // 47)),
    'list lines': repeated('9:00 Soil {k}\n', '## Programme\n\n* Talks\n'),
    'descriptions': repeated('Deadline {k}\n: June 1, 2031\n\n'),
    'terms': repeated('Deadline {k}\n', ''),
    'mails': repeated('* Ada Lind: ada{k}@a.example\n'),
    'teams': repeated('## Programme committee {k}\n\n* Ada Lind, Lund\n\n## Speakers\n\n* Ada Lind\n\n'),
    'labels': repeated('**Venue:** Hall {k}\n**Cost:** free\n\n'),
    'label rows': repeated('**Label {k}:** Hall ', ''),
    'label lines': repeated('**Deadline {k}:** June 1, 2031<br>\n', ''),
    'signs': repeated('📅 June {k}, 2031<br>\n📍 Hall {k}, Lund<br>\n', ''),
    'label bullets': repeated('* Deadline: June {k}\n'),
    'colons': repeated('a: '),
    'strong': repeated('**a** '),
    'committees': repeated('## Programme committee {k}\n\n* Ada Lind, Lund\n\n'),
    'members': repeated('* Ada Lind {k}, Lund University\n', '## Programme committee\n\n'),
    'contacts': repeated('For questions write to Ada Lind <ada{k}@a.example>. '),
    'calls': repeated('## Call for proposals {k}\n\nThe deadline is June 1, 2031.\n\n'),
    'formats': repeated('* Talk {k} (20 minutes)\n', '## Call for proposals\n\n### Formats\n\n'),
    'struck': repeated('Deadline: ~~June 1~~ June 2, 2031\n\n'),
    'venues': repeated('* Hall {k}, Street 5, 22100 Lund, Sweden\n', '## Venue\n\n'),
    'sponsors': repeated('* [Sponsor {k}](https://a.example)\n', '## Gold sponsors\n\n'),
    'captions': repeated('<figure><img src="a{k}.png"><figcaption>Kelp Works {k}</figcaption></figure>\n', '## Sponsors\n\n'),
    'topics in a sentence': repeated('soil {k}, ', '## Call for proposals\n\nTopics include: '),
    'parts below when': repeated('    * Workshop {k}: June {k}, 2031\n', '* When:\n'),
    'purposes of venues': repeated('**Workshop:** Hall {k}, Street 5\n\n', '## Venue\n\n'),
    'early prices': repeated('early bird €{k}, ', '* Cost: '),
    'parts': repeated('## Workshops\n\n* June {k}, 2031: Soil\n\n'),
    'embeds': repeated('<iframe src="https://www.youtube.com/embed/{k}"></iframe>\n\n'),
    'stray items': repeated('<li>9:00 Soil {k}</li>\n'),
    'days in columns': days_in_columns,
    'dated among others': repeated('9:00 Soil {k}\n\nJune 3, 2031, 9:00 Seeds\n\n', '## Monday June 2\n\n'),
    'keynotes': repeated('## Soil {k}\n\n**Ada Lind** (Lund)\n\n*June 2, 2031, 9:00-10:00, Barn 4*\n\n'),
    'described': repeated('9:00\n: Soil (Ada Lind)\n: Seeds - Bo Ode\n\n', '## Monday June 2\n\n'),
    'surnames': repeated('* 9:00 Soil (Lind, Ode)\n', '## Teachers\n\n* Ada Lind\n* Bo Ode\n\n## Monday June 2\n\n'),
    'days in rows': repeated('| March 4 | Soil {k} |\n', '| Day | Topic |\n| --- | --- |\n'),
    'divs': repeated('<div class="day"><p>9:00 Soil {k}</p></div>\n'),
    'open divs': repeated('<div>9:00 Soil\n'),
    'front matter': lambda n: '---\ntitle: Workshop 2031\n' + ''.join(f'key{k}: value\n' for k in range(n // 15)) + '---\n\nText\n',
    'front matter list': lambda n: '---\ntitle: Workshop 2031\nspeakers:\n' + ''.join(f'  - name: Ada {k}\n' for k in range(n // 18)) + '---\n\nText\n',
    'breadcrumbs': lambda n: '---\ntitle: Workshop 2031\nbreadcrumbs:\n' + ''.join(f'  - label: "{{{{ page.title }}}} {k}"\n    link: /a\n' for k in range(n // 50)) + '---\n\nText\n',
    'liquid': repeated('{{{{ page.title }}}} '),
    'loops': lambda n: HEAD + '{% for a in (1..20) %}a {{ a }} {% endfor %} ' * (n // 45),
}


if __name__ == '__main__':
    names = {name.replace(' ', '-'): make for name, make in FAMILIES.items()}
    inside = lambda text: text.removeprefix(HEAD)[:40]
    sys.exit(judge(names, [sys.argv[1], 'convert', '-', '--to', 'json'], int(sys.argv[2]), sys.argv[3:], inside))
