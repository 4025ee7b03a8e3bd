// Opens web pages in Chromium and judges them as people meet them: axe-core finds nothing against WCAG 2.2 AA, light and
// dark, on a narrow and on a wide screen; nothing reaches beyond either (1.4.10 Reflow).
//
// What the author wrote is the author's, so in the body only rules count that the page's style can break.
//
// usage: node browser.mjs FOLDER...     (folders of web pages; `CHROMIUM` names the program where it is not `chromium`)
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const OF_STYLE = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

// Runs in the page.
async function judge(tags, ofStyle) {
  const { violations } = await globalThis.axe.run({ runOnly: tags, resultTypes: ["violations"] });
  const own = ({ id, nodes }) =>
    nodes.filter(({ target }) => ofStyle.includes(id) || !document.querySelector(target[0])?.closest(".body > *"));
  const found = violations.flatMap((rule) => own(rule).map((node) => `${rule.id}, ${rule.help}: ${node.html.slice(0, 200)}`));
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...found, `${scrollWidth - clientWidth} pixels wider than the screen`] : found;
}

// Pages of rules/ hold mistakes on purpose, and bodies alone are no pages.
const pages = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html") && !name.endsWith(".body.html") && !name.includes("rules/"))
    .sort()
    .map((name) => join(folder, name)),
);
if (!pages.length) throw new Error("no page to judge");

const program = process.env.CHROMIUM ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
const browser = await puppeteer.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--proxy-server=127.0.0.1:9"],
});
const wrong = [];
let views = 0;
try {
  const tab = await browser.newPage();
  for (const page of pages) {
    // Its scripts have run by then; a page is loaded once, and turned and darkened like a screen.
    await tab.goto(pathToFileURL(page).href, { waitUntil: "domcontentloaded" });
    await tab.evaluate(axe);
    for (const [width, scheme] of [[360, "light"], [360, "dark"], [1400, "dark"], [1400, "light"]]) {
      await tab.setViewport({ width, height: 900 });
      await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const found = await tab.evaluate(judge, TAGS, OF_STYLE);
      wrong.push(...found.map((words) => `${page} (${width}, ${scheme}): ${words}`));
      views += 1;
    }
  }
} finally {
  await browser.close();
}
if (wrong.length) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
const { version } = createRequire(import.meta.url)("axe-core/package.json");
console.log(`browser: ${pages.length} pages in ${views} views without a violation of WCAG 2.2 AA, says axe-core ${version}`);
