// Judges web pages by html-validate: its standard and its accessibility rules. What the author wrote is the author's, so the
// body is left out; the Nu Html Checker reads it.
//
// usage: node markup.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const folder = process.argv[2];
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html") && !name.endsWith(".body.html")).sort();
if (!pages.length) throw new Error("no page to judge");
const judge = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:standard", "html-validate:a11y"] }));
let wrong = 0;
for (const name of pages) {
  const page = readFileSync(join(folder, name), "utf8");
  const [start, end] = [page.indexOf('<section class="body"'), page.lastIndexOf("</section>\n</main>")];
  const own = start < 0 ? page : page.slice(0, start) + page.slice(end + "</section>".length);
  for (const { messages } of (await judge.validateString(own, name)).results) {
    for (const { ruleId, message, line } of messages) {
      console.error(`${name}:${line}: ${ruleId}: ${message}`);
      wrong += 1;
    }
  }
}
if (wrong) process.exit(1);
const { version } = createRequire(import.meta.url)("html-validate/package.json");
console.log(`markup: ${pages.length} pages without an error, says html-validate ${version}`);
