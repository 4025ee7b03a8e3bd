#!/usr/bin/env python3
"""Compares handbill-liquid with the Jekyll and Liquid that are installed, on templates that this script makes up.

    conformance/liquid/diff.py [--count N] [--seed N] [--show N] [--record]

Both programs expand the same templates with the same values. Where Jekyll gives a text, ours must be the same, byte for
byte; where it stops, ours must go on and say so. Exits 1 unless --least percent of them agree: among templates that are
broken on purpose some ask for accidents of that Liquid's code. --record writes the result to conformance/records/liquid.txt.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
INCLUDES = HERE / "site" / "_includes"

GLOBALS = {
    "site": {
        "title": "The site", "url": "https://example.org", "baseurl": "/base",
        "data": {
            "talks": [
                {"title": "Maps", "order": 3, "room": "A", "tags": ["x", "y"], "date": "2021-03-04"},
                {"title": "atlas", "order": 1, "room": "B", "tags": [], "date": "2020-01-02 10:30"},
                {"title": "Zines", "order": 2, "tags": ["y"], "date": "4 May 2019"},
                {"title": "Bells", "order": 10, "room": "A", "chair": {"name": "Ann"}},
            ],
            "hosts": {"ann": {"name": "Ann", "n": 1}, "bob": {"name": "Bob", "n": 2}},
        },
    },
    "page": {
        "title": "A <b>day</b> & a \"night\"", "tags": ["beta", "alpha", "Gamma"], "n": 7, "f": 2.5, "neg": -3,
        "s": "hello big world", "uni": "Crème brûlée 日本 ß", "none": None, "yes": True, "no": False, "empty_s": "",
        "blank_s": "  \n ", "list": [3, 1, 2, 1], "nested": [[1, 2], [3, [4]], "x"], "mixed": [1, "a", None, 2.5],
        "empties": [], "hash": {"x": 1, "y": "z", "size": 9}, "num_s": "12abc", "dec_s": "3.75", "date": "2020-06-01",
        "when": "2021-12-31 23:59:58 +0530", "url": "/event/2020/", "html": "<p>One <i>two</i></p><!-- c -->", "key": "title",
        "lines": "one\ntwo\r\nthree", "q": "it's \"quoted\" 100% <ok> a/b?c=d&e", "path": "event/index.md",
    },
}

PATHS = [f"page.{key}" for key in GLOBALS["page"]] + [
    "page", "site.title", "site.data.talks", "site.data.hosts", "site.data.talks[0].title", "site.data.talks.first.tags",
    "site.data.hosts.ann", "page.tags[1]", "page.tags.first", "page.tags.last", "page.tags.size", "page.hash.size",
    "page.hash['x']", "page[page.key]", "page.list[-1]", "page.list[9]", "page.s.size", "page.nowhere", "page.nowhere.deep",
    "nobody", "x", "y", "item", "item.title", "item.order", "item[0]", "forloop.index", "forloop.last", "include.a",
    "page['title']", "page.hash.first", "site.data.hosts.bob.name", "page.mixed[2]", "page.nested[0][1]",
]
LITERALS = ["'a'", '"b c"', "''", "0", "1", "2", "-1", "3.5", "10", "true", "false", "nil", "empty", "blank", "'title'",
            "'order'", "'room'", "','", "' '", "'%Y-%m-%d'", "'%B %-d'", "(1..3)", "(page.n..9)", "'x'", "'é'"]
FILTERS = {
    "abs": [], "absolute_url": [], "append": ["v"], "array_to_sentence_string": ["?'or'"], "at_least": ["v"], "at_most": ["v"],
    "base64_encode": [], "capitalize": [], "ceil": [], "cgi_escape": [], "compact": [], "concat": ["a"],
    "default": ["v"], "divided_by": ["v"], "downcase": [], "escape": [], "escape_once": [], "find": ["p", "v"],
    "find_exp": ["'i'", "e"], "first": [], "floor": [], "group_by": ["p"], "group_by_exp": ["'i'", "g"], "inspect": [],
    "join": ["?','"], "jsonify": [], "last": [], "lstrip": [], "map": ["p"], "minus": ["v"], "modulo": ["v"],
    "newline_to_br": [], "normalize_whitespace": [], "number_of_words": [], "plus": ["v"], "pop": [], "prepend": ["v"],
    "push": ["v"], "relative_url": [], "remove": ["v"], "remove_first": ["v"], "remove_last": ["v"], "replace": ["v", "v"],
    "replace_first": ["v", "v"], "replace_last": ["v", "v"], "reverse": [], "round": ["?1"], "rstrip": [], "shift": [],
    "size": [], "slice": ["n", "?2"], "slugify": ["?'pretty'"], "sort": ["?p"], "sort_natural": ["?p"], "split": ["v"],
    "strip": [], "strip_html": [], "strip_index": [], "strip_newlines": [], "times": ["v"], "to_integer": [],
    "truncate": ["?n"], "truncatewords": ["?n"], "uniq": [], "unshift": ["v"], "upcase": [], "uri_escape": [],
    "url_decode": [], "url_encode": [], "where": ["p", "v"], "where_exp": ["'i'", "e"], "xml_escape": [], "nosuchfilter": [],
}
DATE_FILTERS = ["date", "date", "date", "date_to_long_string", "date_to_rfc822", "date_to_string", "date_to_xmlschema"]
DATES = ["page.date", "page.when", "site.data.talks[0].date", "site.data.talks[1].date", "site.data.talks[2].date", "page.none",
         "page.empty_s", "'2020-02-29T08:05:09Z'", "'1 January 2021 9:05 pm'", "'Sat, 7 Mar 2020 11:00:00 -0500'", "0", "'86400'",
         "'March 3rd, 2022'", "'2019/12/31'", "'Dec 2018'", "'2024-12-30'", "page.when"]
OPERATORS = ["==", "!=", "<>", "<", "<=", ">", ">=", "contains", "==", "==", "contains"]
TEXT = ["text", " ", "\n", "a b\n", "## Head\n", "  \n  ", "*x*", "é", "{", "}", "%}", "}}", "{ {", "-", "|", "\r\n"]
EXPRESSIONS = ["'i.order > 1'", "'i.room == \"A\"'", "'i.tags contains \"y\"'", "'i'", "'i.order > 1 and i.room'", "'i == 1 or i == 3'"]
GROUPS = ["'i.room'", "'i.order | modulo: 2'", "'i.title | size'", "'i'"]


class Maker:
    """Makes templates by the syntax, and sometimes breaks them."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def value(self):
        return self.random.choice(PATHS if self.random.random() < 0.7 else LITERALS)

    def argument(self, kind):
        pick = self.random.choice
        optional = kind.startswith("?")
        if optional:
            if self.random.random() < 0.5:
                return None
            kind = kind[1:]
        match kind:
            case "v":
                return self.value()
            case "n":
                return pick(["0", "1", "3", "5", "-2", "20"])
            case "p":
                return pick(["'title'", "'order'", "'room'", "'tags'", "'chair.name'", "'x'", "'name'", "page.key"])
            case "a":
                return pick(["page.tags", "page.list", "page.empties", "site.data.talks", "page.s"])
            case "d":
                return pick(["'%Y-%m-%d'", "'%B %-d, %Y'", "'%a %e %b %H:%M %z'", "'%j %U %V %p %I %s'", "'%^a %3N %:z %y'"])
            case "e":
                return pick(EXPRESSIONS)
            case "g":
                return pick(GROUPS)
            case literal:
                return literal

    def piped(self):
        text = self.value()
        if self.random.random() < 0.06:
            # What is no date makes Ruby ask the clock: dates alone go through these.
            text = self.random.choice(DATES) + " | " + self.random.choice(list(DATE_FILTERS))
            return text + (": " + self.argument("d") if text.endswith("| date") else "")
        while self.random.random() < 0.45:
            name = self.random.choice(list(FILTERS))
            arguments = [a for a in map(self.argument, FILTERS[name]) if a is not None]
            if self.random.random() < 0.03 and arguments:
                arguments.pop()
            text += f" | {name}" + (": " + ", ".join(arguments) if arguments else "")
        return text

    def condition(self):
        def comparison():
            left = self.value()
            if self.random.random() < 0.4:
                return left
            gap = "" if self.random.random() < 0.05 else " "
            return f"{left}{gap}{self.random.choice(OPERATORS)}{' ' if gap or True else ''}{self.value()}"
        text = comparison()
        while self.random.random() < 0.3:
            text += self.random.choice([" and ", " or "]) + comparison()
        return text

    def tag(self, inner):
        left = "{%-" if self.random.random() < 0.12 else "{%"
        right = "-%}" if self.random.random() < 0.12 else "%}"
        return f"{left} {inner} {right}"

    def output(self, inner):
        left = "{{-" if self.random.random() < 0.1 else "{{"
        right = "-}}" if self.random.random() < 0.1 else "}}"
        return f"{left} {inner} {right}"

    def body(self, depth):
        return "".join(self.node(depth) for _ in range(self.random.randint(0, 4)))

    def node(self, depth):
        roll = self.random.random()
        if depth <= 0 or roll < 0.28:
            return self.random.choice(TEXT)
        if roll < 0.55:
            return self.output(self.piped())
        tag, body, pick = self.tag, self.body, self.random.choice
        kind = pick(["if", "if", "unless", "case", "for", "for", "tablerow", "assign", "assign", "capture", "cycle",
                     "increment", "decrement", "comment", "raw", "include", "ifchanged", "break", "continue", "echo", "#", "liquid"])
        match kind:
            case "if" | "unless":
                text = tag(f"{kind} {self.condition()}") + body(depth - 1)
                while self.random.random() < 0.25:
                    text += tag(f"elsif {self.condition()}") + body(depth - 1)
                if self.random.random() < 0.4:
                    text += tag("else") + body(depth - 1)
                return text + tag(f"end{kind}")
            case "case":
                text = tag(f"case {self.value()}") + pick(["", " ", "\n"])
                for _ in range(self.random.randint(0, 3)):
                    values = [self.value() for _ in range(self.random.randint(1, 3))]
                    text += tag("when " + pick([", ", " or "]).join(values)) + body(depth - 1)
                if self.random.random() < 0.5:
                    text += tag("else") + body(depth - 1)
                return text + tag("endcase")
            case "for":
                rest = pick(["", "", "", " reversed", " limit:2", " offset:1", " limit: 2 offset: 1", " offset:continue",
                             " reversed limit:2", " limit: page.n"])
                listed = pick(["page.tags", "page.list", "site.data.talks", "(1..3)", "page.hash", self.value(), self.value()])
                text = tag(f"for {pick(['item', 'x', 'i'])} in {listed}{rest}") + body(depth - 1)
                if self.random.random() < 0.2:
                    text += tag("else") + body(depth - 1)
                return text + tag("endfor")
            case "tablerow":
                rest = pick(["", " cols:2", " cols: 3 limit: 4", " limit:2 offset:1", " cols:2 offset:1"])
                listed = pick(["page.tags", "(1..5)", "site.data.talks", self.value()])
                # An interrupted row goes on half-heartedly in this Liquid, and differently in others.
                inside = re.sub(r"\{%-? (break|continue) -?%\}", "", body(depth - 1))
                return tag(f"tablerow item in {listed}{rest}") + inside + tag("endtablerow")
            case "assign":
                return tag(f"assign {pick('xyz')} = {self.piped()}")
            case "capture":
                return tag(f"capture {pick('xyz')}") + body(depth - 1) + tag("endcapture")
            case "cycle":
                return tag("cycle " + pick(["", "", "'n': ", "page.n: "]) + ", ".join(self.value() for _ in range(2)))
            case "increment" | "decrement":
                return tag(f"{kind} {pick('xyc')}")
            case "comment":
                return tag("comment") + pick(["", "c", "{{ x }}", "{% nosuch %}", "\n"]) + tag("endcomment")
            case "raw":
                return "{% raw %}" + pick(["", " ", "{{ x }}", "{% if %}", "{{ x", "{{ {% x"]) + "{% endraw %}"
            case "include":
                params = "".join(f' {pick("ab")}={pick(["1", "page.title", "page.tags", chr(34) + "v w" + chr(34), "x"])}'
                                 for _ in range(self.random.randint(0, 2)))
                return tag("include " + pick(["params.html", "params.html", "outer.html", "sub/x.html", "missing.html"]) + params)
            case "ifchanged":
                return tag("ifchanged") + body(depth - 1) + tag("endifchanged")
            case "echo":
                return tag(f"echo {self.piped()}")
            case "#":
                return tag("# a note")
            case "liquid":
                return tag(f"liquid\n assign {pick('xyz')} = {self.value()}\n echo {self.piped()}\n")
            case plain:
                return tag(plain)

    def broken(self, text):
        """One mistake somewhere: a character left out, doubled or put in."""
        at = self.random.randrange(len(text) + 1)
        match self.random.choice(["drop", "double", "insert"]):
            case "drop":
                return text[:at] + text[at + 1:]
            case "double":
                return text[:at] + text[at:at + 2] + text[at:]
            case _:
                return text[:at] + self.random.choice(list("{}%-|:,'\"[].=<>()& \n") + ["{%", "%}", "{{", "}}"]) + text[at:]

    def template(self):
        text = "".join(self.node(3) for _ in range(self.random.randint(1, 5)))
        return self.broken(text) if self.random.random() < 0.15 else text


def answers(command, jobs):
    """What a program says to `jobs`; one line each."""
    lines = "".join(json.dumps(job) + "\n" for job in jobs)
    run = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    if run.returncode or len(found) != len(jobs):
        sys.exit(f"{command[0]} answered {len(found)} of {len(jobs)}: {run.stderr[-2000:]}")
    return found


def set_apart(theirs, ours):
    """Whether Ruby's answer is another each day (a date that lacks its year) or each run (the address of an object)."""
    text = theirs.get("text", "")
    return "MethodLiteral:0x" in text or ("text" in theirs and any("is no date" in it for it in ours["problems"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=99.5)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--record", action="store_true")
    args = parser.parse_args()
    build = ["cargo", "build", "--quiet", "--release", "--package", "handbill-liquid", "--example", "liquid_batch"]
    subprocess.run(build, cwd=ROOT, check=True)
    meta = subprocess.run(["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=ROOT, capture_output=True, check=True)
    batch = pathlib.Path(json.loads(meta.stdout)["target_directory"]) / "release" / "examples" / "liquid_batch"
    reference = ["ruby", str(HERE / "reference.rb")]
    versions = subprocess.run(reference + ["--version"], capture_output=True, text=True, check=True).stdout.strip()

    maker = Maker(args.seed)
    jobs = [{"template": maker.template(), "globals": GLOBALS} for _ in range(args.count)]
    wrong, same, stopped, apart = [], 0, 0, 0
    for job, theirs, ours in zip(jobs, answers(reference, jobs), answers([str(batch), str(INCLUDES)], jobs)):
        if set_apart(theirs, ours):
            apart += 1
        elif "text" in theirs:
            same += theirs["text"] == ours["text"]
            if theirs["text"] != ours["text"]:
                wrong.append((job, theirs["text"], ours))
        else:
            stopped += 1
            if not ours["problems"] and not ours["unresolved"]:
                wrong.append((job, "stops: " + theirs["error"][:200], ours))
    for job, theirs, ours in wrong[:args.show]:
        print(f"{job['template']!r}\n  theirs {theirs!r}\n  ours   {ours['text']!r} {ours['problems']} {ours['unresolved']}\n")
    agreed = len(jobs) - len(wrong)
    said = (f"{len(jobs)} templates, seed {args.seed}: {same} expand to the same bytes, {stopped} stop Jekyll, {apart} depend on the clock or a memory address, "
            f"{len(wrong)} disagree; {agreed / len(jobs):.2%} agree ({versions})")
    print(said)
    if args.record:
        (HERE.parent / "records" / "liquid.txt").write_text(f"conformance/liquid/diff.py\n{said}\n")
    sys.exit(agreed < len(jobs) * args.least / 100)


if __name__ == "__main__":
    main()
