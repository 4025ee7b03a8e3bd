"""Runs the steps of action.yml as GitHub's runner does, in a repository whose last commit touches three pages.

usage: conformance/action.py BIN PROJECT FOLDER

The installation is left out: `conformance/hook` proves what it does. The command is BIN.
"""
import os
import pathlib
import re
import subprocess
import sys

import yaml

binary, project, work = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
action = yaml.safe_load((project / 'action.yml').read_text())
good = (project / 'fixtures/constructs/one-day.md').read_text()
bad = good + '\nIt is our 3th day.\n\n</pre></code>\n```\n# No heading of the summary\n'


def git(*arguments):
    return subprocess.run(['git', '-c', 'user.name=a', '-c', 'user.email=a@example.org', *arguments], cwd=repository,
                          check=True, capture_output=True, text=True).stdout.strip()


def run(inputs, base):
    """The exit code, standard output and summary of all steps."""
    context = {'github.action_path': str(project), 'github.event.pull_request.base.sha || github.event.before': base}
    context |= {f'inputs.{name}': inputs.get(name, spec['default']) for name, spec in action['inputs'].items()}
    summary = work / 'summary.md'
    summary.write_text('')
    temp = work / 'temp/handbill/bin'
    temp.mkdir(parents=True, exist_ok=True)
    (temp / 'handbill').unlink(missing_ok=True)
    (temp / 'handbill').symlink_to(binary)
    out, code = '', 0
    for step in action['runs']['steps'][1:]:
        fill = lambda text: re.sub(r'\$\{\{ (.*?) \}\}', lambda match: context[match[1]], text)
        environment = os.environ | {'GITHUB_STEP_SUMMARY': str(summary), 'RUNNER_TEMP': str(work / 'temp')}
        environment |= {name: fill(value) for name, value in step.get('env', {}).items()}
        # As the runner calls bash.
        ended = subprocess.run(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', fill(step['run'])],
                               cwd=repository, env=environment, capture_output=True, text=True)
        out, code = out + ended.stdout + ended.stderr, ended.returncode
        if code:
            break
    return code, out, summary.read_text()


def claim(holds, what, ended):
    if not holds:
        sys.exit(f'action: {what}\nexit {ended[0]}\n{ended[1]}\n--- summary\n{ended[2]}')


repository = work / 'repository'
(repository / 'event').mkdir(parents=True)
git('init', '--quiet')
(repository / 'event/old.md').write_text(bad)
(repository / 'notes.txt').write_text('one')
git('add', '.')
git('commit', '--quiet', '-m', 'before')
base = git('rev-parse', 'HEAD')
(repository / 'notes.txt').write_text('two')
git('commit', '--quiet', '-am', 'no page')
ended = run({}, base)
claim(ended[0] == 0 and 'no page' in ended[2], 'a change without pages does not pass', ended)

(repository / 'event/new page.md').write_text(bad)
(repository / 'event/good.md').write_text(good)
(repository / 'README.md').write_text('# Not a page: 3th\n')
git('add', '.')
git('commit', '--quiet', '-m', 'pages')
ended = run({}, base)
code, out, summary = ended
claim(code == 1, 'a change with a mistake passes', ended)
claim(re.search(r'^::error title=handbill%3A wrong-ordinal,file=event/new page\.md,line=\d+', out, re.M), 'no annotation', ended)
claim('old.md' not in out + summary, 'a page is told of that the change does not touch', ended)
claim('    event/new page.md:' in summary and '[wrong-ordinal]' in summary, 'the findings are not in the summary', ended)
claim(all(f'    {page}  event' in summary for page in ('event/new page.md', 'event/good.md')), 'the facts are not in the summary', ended)
claim(all(line.startswith(('    ', '## ')) or not line for line in summary.splitlines()), 'a page writes into the summary', ended)

git('rm', '--quiet', 'event/new page.md')
git('commit', '--quiet', '-m', 'gone')
ended = run({}, base)
claim(ended[0] == 0, 'a page that is gone is checked', ended)
ended = run({'paths': 'event', 'args': '--select dates --exit-zero'}, base)
claim(ended[0] == 0 and 'old.md' in ended[1], 'paths and args are passed over', ended)
ended = run({}, '0' * 40)
claim(ended[0] == 2 and 'fetch-depth' in ended[1], 'a missing commit is not told of', ended)
print('action: the steps annotate the pages of a change, and write findings and facts to the summary')
