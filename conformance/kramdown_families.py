#!/usr/bin/env python3
"""The families of conformance/kramdown_families: hostile texts of any length."""
import re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

FAMILIES = {
'stars':lambda n:'*a '*(n//3),'stars2':lambda n:'**a *b '*(n//7),'underscores':lambda n:'_a '*(n//3),'starclosed':lambda n:'*a'*(n//2),'mixed':lambda n:'*a _b **c __d '*(n//14),
'brackets':lambda n:'['*n,'bracketpairs':lambda n:'['*(n//2)+']'*(n//2),'images':lambda n:'!['*(n//2),'imgpairs':lambda n:'!['*(n//4)+']()'*(n//6),'links':lambda n:'[a](b'*(n//5),'linktitles':lambda n:'[a](b "c '*(n//9),'refs':lambda n:'[a][b] '*(n//7),
'lt':lambda n:'<'*n,'tags':lambda n:'<b>'*(n//3),'tagattr':lambda n:'<a b="'*(n//6),'tagattr2':lambda n:'<a b=c '*(n//7),'divs':lambda n:'<div>'*(n//5),'divlines':lambda n:'<div>\n'*(n//6),'closes':lambda n:'</b>'*(n//4),'comments':lambda n:'<!--'*(n//4),'pis':lambda n:'<div><?'+'<?'*(n//2),'scripts':lambda n:'<script>'*(n//8),'mddivs':lambda n:'<div markdown="1">\n'*(n//19),'bem':lambda n:'<b>*x</b> '*(n//10),
'ticks':lambda n:'`a``b```c````d '*(n//15),'ticksdec':lambda n:' '.join('`'*k for k in range(int((2*n)**.5),0,-1)),'fences':lambda n:'```a\n'*(n//5),'fences2':lambda n:'~~~~ \n```\n'*(n//10),'fencedec':lambda n:'\n'.join('`'*k+'a' for k in range(int((2*n)**.5),2,-1))+'\n```\n',
'ials':lambda n:'{:'*(n//2),'ials2':lambda n:'*a*{:'*(n//5),'iallines':lambda n:'{:.x\n'*(n//5),'iallines2':lambda n:'{:.x\n'*(n//5)+'} x','exts':lambda n:'{::comment}'*(n//11),'extlines':lambda n:'{::comment}\n'*(n//12),'nomd':lambda n:'{::nomarkdown}a\n'*(n//16),'ialvals':lambda n:'*a*{:'+' a="x'*(n//5)+'}','alds':lambda n:'{:a: b}\n'*(n//8),
'quotes':lambda n:'> '*(n//2),'quotelines':lambda n:'> a\n'*(n//4),'quotenest':lambda n:''.join('>'*(k%120)+'a\n' for k in range(n//61)),'lists':lambda n:'* a\n'*(n//4),'listnest':lambda n:'+ '*(n//2)+'a','listindent':lambda n:''.join(' '*(2*(k%90))+'* a\n' for k in range(n//94)),'listlazy':lambda n:'* a\n'+'b\n'*(n//2),'ol':lambda n:'1. '*(n//3),'dl':lambda n:'a\n: b\n\n'*(n//7),'dlnest':lambda n:'a\n'+': '*(n//2),
'table':lambda n:'| a | b |\n'*(n//10),'tablewide':lambda n:'|'*n,'tablefill':lambda n:'|a'*(n//4)+'\n'+'|a\n'*(n//6),'tableticks':lambda n:'|`a'*(n//3),'tablefail':lambda n:('| a\n'*3+'b\n')*(n//14),'tablehtml':lambda n:'<b>|'*(n//4)+'\n',
'dquotes':lambda n:'"'*n,'dollars':lambda n:'$$a '*(n//4),'dollarblock':lambda n:'$$\n\n'*(n//4),'entities':lambda n:'&a'*(n//2),'amps':lambda n:'&amp;'*(n//5),'tildes':lambda n:'~~a '*(n//4),'hashes':lambda n:'# a\n'*(n//4),'setext':lambda n:'a\n=\n'*(n//4),'backslash':lambda n:'\\'*n,'autolink':lambda n:'<http:'*(n//6),'mail':lambda n:'<a@'*(n//3),'mail2':lambda n:'<'+'a.'*(n//2),
'defs':lambda n:'[a]: b\n'*(n//7),'defs2':lambda n:''.join(f'[a{k}]: b\n' for k in range(n//12))+'[a1] '*(n//20),'deflong':lambda n:'[a]: '+'a '*(n//2)+'"','deftitle':lambda n:'[a]: b "'*(n//8),'foots':lambda n:'[^a]: b\n'*(n//8),'footref':lambda n:''.join(f'[^{k}] ' for k in range(n//20))+'\n\n'+''.join(f'[^{k}]: x\n' for k in range(n//20)),'footnest':lambda n:'[^a]:'*(n//5),'abbrs':lambda n:''.join(f'*[a{k}]: b\n' for k in range(n//24))+'a1 a '*(n//10),
'blank':lambda n:'\n'*n,'spaces':lambda n:' '*n,'tabs':lambda n:'\t'*n,'para':lambda n:'a\n'*(n//2),'words':lambda n:'word '*(n//5),'crlf':lambda n:'a\r\n'*(n//3),'hr':lambda n:'-'*n,'stray':lambda n:'  \ta\n'*(n//5),'idsame':lambda n:'# a\n\n'*(n//5),'toc':lambda n:'* a\n{:toc}\n\n'+'# a\n\n## b\n\n'*(n//11),'paralt':lambda n:'a  \n<b\n'*(n//7),'parajoin':lambda n:'a   \n<div \n'*(n//11),'code':lambda n:'    a\n'*(n//6),'codelazy':lambda n:'    a\nb\n'*(n//8),'refnl':lambda n:'[a]\n'*(n//4),'rbr':lambda n:']'*n,'imglink':lambda n:'[![a](b)](c)'*(n//12),'smart':lambda n:"'a\" "*(n//4),
}


def instructions(binary, text):
    with tempfile.NamedTemporaryFile() as out:
        run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out.name}', binary],
                             input=text.encode(), capture_output=True)
    if run.returncode:
        sys.exit(f'failed: {run.stderr.decode()[-500:]}')
    return int(re.search(rb'Collected\s*:\s*(\d+)', run.stderr)[1])


def main():
    binary, n = sys.argv[1], int(sys.argv[2])
    only = sys.argv[3:] or FAMILIES
    empty = instructions(binary, '')

    def measure(name):
        make = FAMILIES[name]
        one, two = (instructions(binary, make(size)) - empty for size in (n, 2 * n))
        return name, make(n)[:24], one, two

    worst = 0
    print(f'n = {n} bytes\n\n| family | begins | instructions per byte at n | times at 2n |\n| --- | --- | ---: | ---: |')
    with ThreadPoolExecutor(2) as pool:
        for name, begins, one, two in pool.map(measure, only):
            worst = max(worst, two / one)
            shown = repr(begins).replace('|', '\\|').replace('`', "'")
            print(f'| {name} | {shown} | {one / n:.0f} | {two / one:.2f} |', flush=True)
    print(f'\n{len(list(only))} families; the worst takes {worst:.2f} times the instructions for twice the text')
    sys.exit(worst > 2.2)


if __name__ == '__main__':
    main()
