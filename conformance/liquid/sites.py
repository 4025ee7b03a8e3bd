#!/usr/bin/env python3
"""Compares handbill-site with the Jekyll that is installed, on sites that this script makes up.

    conformance/liquid/sites.py [--count N] [--seed N] [--record]

Each site has a permalink style, defaults of many scopes, data of every format and pages that print what they are given:
their URL, their defaults, the data, an include. Both must print the same. --record writes conformance/records/sites.txt.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PAGES = ["index.html", "about.html", "event/index.html", "event/2030/call.html", "event/2030/lyon/index.html",
         "events/old.html", "é f.html", "event/x.y.html", "news/2030-01-01-day.html"]
PATHS = ["", "event", "event/", "event/2030", "event/2030/lyon", "event/*/lyon", "event/**/index.html", "*.html", "event/*.html",
         "news", "about.html", "**/call.html", "eve", "/event", "event/*"]
STYLES = [None, "date", "pretty", "none", "ordinal", "/:year/:title/", "/:path/:basename:output_ext", "/x/"]
PERMALINKS = [None] * 6 + ["/a/b/", "/c.html", "d", "/:path/:basename/", "/e/:basename:output_ext", "/f g/"]
SCALARS = ["yes", "no", "12:30", "010", "2030-06-01", "'quoted'", "1_000", "~", "1.50", "a: b".replace(": ", "-"), "\"12:30\"", "0x1f",
           "2030-06-01 09:00:00 +0200", "TRUE", "1e3", ".5", "[1, two]", "{k: v}"]


def page(front):
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    body = ("{{ page.url }}|{{ page.a }}|{{ page.b | inspect }}|{{ page.c.x }}{{ page.c.y }}|{{ site.data.d | jsonify }}|"
            "{{ site.data.t | jsonify }}|{{ site.data.sub.deep | inspect }}|{% include say.html w=page.a %}|{{ site.s | inspect }}|"
            "{{ site.url }}{{ '/z' | absolute_url }}")
    return f"---\n{lines}---\n{body}\n"


def make(root, rand):
    """A site in `root`; the paths of its pages."""
    config = ["url: https://example.org", f"baseurl: {rand.choice(['/base', chr(39) * 2, '/'])}", f"s: {rand.choice(SCALARS)}"]
    style = rand.choice(STYLES)
    if style:
        config.append(f"permalink: {style}")
    config.append("defaults:")
    for _ in range(rand.randint(1, 5)):
        kind = rand.choice([None, None, "pages", "posts"])
        config.append(f"  - scope: {{ path: \"{rand.choice(PATHS)}\"{', type: ' + kind if kind else ''} }}")
        values = {"a": rand.randint(1, 99), "b": rand.choice(["[1]", "text", "'7'"]), "c": "{ %s: %d }" % (rand.choice("xy"), rand.randint(1, 9))}
        kept = rand.sample(list(values), rand.randint(1, 3))
        config.append("    values: { " + ", ".join(f"{key}: {values[key]}" for key in kept) + " }")
    files = {
        "_config.yml": "\n".join(config) + "\n",
        "_includes/say.html": "<{{ include.w }}>",
        "_data/d.yml": "".join(f"k{i}: {rand.choice(SCALARS)}\n" for i in range(4)),
        f"_data/t.{rand.choice(['csv'])}": "a,b c\n" + "".join(f"{rand.choice(['1', '', 'x y'])},{rand.choice(['', 'z', chr(34) + 'q, r' + chr(34)])}\n" for _ in range(3)),
        "_data/sub/deep.json": json.dumps([rand.choice([1, 2.5, None, "x", {"a": True}]) for _ in range(3)]),
    }
    pages = rand.sample(PAGES, 6)
    for path in pages:
        front = {"marker": path.replace("/", "-").replace(" ", "_")}
        permalink = rand.choice(PERMALINKS)
        if permalink:
            front["permalink"] = permalink
        if rand.random() < 0.3:
            front["a"] = rand.choice(SCALARS)
        files[path] = page(front).replace("---\n{{", f"---\n{front['marker']}!{{{{", 1)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return pages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", action="store_true")
    args = parser.parse_args()
    subprocess.run(["cargo", "build", "--quiet", "--release", "--package", "handbill-site", "--example", "pages"], cwd=ROOT, check=True)
    meta = subprocess.run(["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=ROOT, capture_output=True, check=True)
    ours = pathlib.Path(json.loads(meta.stdout)["target_directory"]) / "release" / "examples" / "pages"
    rand, compared, wrong, left = random.Random(args.seed), 0, 0, 0
    for _ in range(args.count):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder) / "site"
            root.mkdir()
            pages = make(root, rand)
            out = pathlib.Path(folder) / "out"
            build = subprocess.run(["jekyll", "build", "-q", "--disable-disk-cache", "-s", str(root), "-d", str(out)],
                                   capture_output=True, text=True, env={"TZ": "UTC", "PATH": "/usr/bin:/bin:/usr/local/bin", "LANG": "C.UTF-8"})
            theirs = {text.split("!", 1)[0]: text for text in (f.read_text() for f in out.rglob("*") if f.is_file()) if "!" in text}
            run = subprocess.run([str(ours), str(root), *pages], capture_output=True, text=True)
            if build.returncode and run.returncode:
                left += 1
                continue
            for path, line in zip(pages, run.stdout.splitlines()):
                marker = path.replace("/", "-").replace(" ", "_")
                # Two pages of one URL: Jekyll writes the last of them.
                if marker not in theirs:
                    left += 1
                    continue
                compared += 1
                text = eval_rust(line)
                if text != theirs[marker]:
                    wrong += 1
                    print(f"{path}\n{(root / '_config.yml').read_text()}  theirs {theirs[marker]!r}\n  ours   {text!r}\n")
            shutil.rmtree(root)
    version = subprocess.run(["jekyll", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    said = f"{args.count} sites, seed {args.seed}: {compared} pages compared, {wrong} differ, {left} not written by Jekyll ({version})"
    print(said)
    if args.record:
        (HERE.parent / "records" / "sites.txt").write_text(f"conformance/liquid/sites.py\n{said}\n")
    sys.exit(bool(wrong))


def eval_rust(line):
    """A text as Rust's `{:?}` shows it: JSON's escapes, but for `\\'` and `\\u{..}`, which these pages do not hold."""
    return json.loads(line.replace("\\'", "'"))


if __name__ == "__main__":
    main()
