// Reads every form of findings with a reader that nobody here wrote, and compares what it read with the JSON form.
//   node conformance/findings.mjs FOLDER     (the folder of `findings`)
//
// full, concise   @rushstack/problem-matcher with the patterns that editors have for rustc and gcc
// json            JavaScript, and the bytes of the pages
// sarif           Microsoft's SARIF Multitool: the schema and its own rules; places and fixes on JavaScript's UTF-16
// github          @actions/core writes the same commands
// gitlab          TypeScript with the types of Code Climate's specification
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { error, notice, warning } from '@actions/core'
import matchers from '@rushstack/problem-matcher'

const folder = process.argv[2]
const here = dirname(fileURLToPath(import.meta.url))
const form = name => readFileSync(join(folder, name), 'utf8')
const page = path => readFileSync(join(folder, 'pages', path))
// What is not UTF-8 is read with replacement characters, and the offsets are those of that text.
const text = path => page(path).toString('utf8')
const findings = JSON.parse(form('json')).diagnostics

// The place of every finding, counted anew from the page, and fixes that lie in it.
function json() {
  assert.ok(findings.length > 40, `${findings.length} findings are too few`)
  for (const finding of findings) {
    const lines = text(finding.path).split(/\r\n|\r|\n/)
    const line = [...lines[finding.line - 1]]
    assert.ok(finding.column >= 1 && finding.column <= line.length + 1, JSON.stringify(finding))
    for (const { edits } of finding.fixes) for (const { start, end } of edits) {
      assert.ok(start <= end && end <= Buffer.byteLength(text(finding.path)), JSON.stringify(finding))
    }
  }
}

// Every problem that a matcher sees in a text.
function problems(pattern, output) {
  const [matcher] = matchers.parseProblemMatchersJson([{ name: 'it', pattern }])
  return output.split('\n').map(line => matcher.exec(`${line}\n`)).filter(Boolean)
}

const seen = ({ path, line, column, severity, message }) => ({ path, line, column, severity, message })

function full() {
  const rustc = [
    { regexp: '^(warning|error|info)(?:\\[(.*?)\\])?: (.*)$', severity: 1, code: 2, message: 3 },
    { regexp: '^[\\s->=]*(.*?):(\\d*):(\\d*)\\s*$', file: 1, line: 2, column: 3 },
  ]
  const read = problems(rustc, form('full'))
  assert.deepEqual(
    read.map(({ file, line, column, severity, code, message }) => ({ path: file, line, column, severity, message, rule: code })),
    findings.map(finding => ({ ...seen(finding), rule: finding.rule })),
  )
}

function concise() {
  const gcc = { regexp: '^(.*?):(\\d+):(\\d*):?\\s+(?:fatal\\s+)?(warning|error|info):\\s+(.*)$', file: 1, line: 2, column: 3, severity: 4, message: 5 }
  // The pattern takes the shortest path, so one with a colon in it is not for gcc's readers.
  const plain = findings.filter(({ path }) => !path.includes(':'))
  const read = problems(gcc, form('concise').split('\n').filter(line => !line.startsWith('a, 100%: é#.md')).join('\n'))
  assert.deepEqual(
    read.map(({ file, line, column, severity, message }) => ({ path: file, line, column, severity, message })),
    plain.map(finding => ({ ...seen(finding), message: `${finding.message} [${finding.rule}]` })),
  )
}

function github() {
  const commands = []
  const write = process.stdout.write
  process.stdout.write = line => commands.push(line)
  for (const finding of findings) {
    const { path: file, line: startLine, end_line: endLine, column, end_column, rule, message, help } = finding
    // GitHub's runner refuses columns of several lines.
    const columns = startLine === endLine ? { startColumn: column, endColumn: end_column } : {}
    const say = { error, warning, info: notice }[finding.severity]
    say(help ? `${message}\nhelp: ${help}` : message, { title: `handbill: ${rule}`, file, startLine, endLine, ...columns })
  }
  process.stdout.write = write
  const ours = form('github').split('\n').filter(line => line.startsWith('::'))
  // The order of properties is nobody's matter.
  const parts = command => {
    const [, kind, properties, data] = /^::(\w+) ([^:]*)::(.*)$/.exec(command.trimEnd())
    return { kind, properties: properties.split(',').sort(), data }
  }
  assert.deepEqual(ours.map(parts), commands.map(parts))
}

function gitlab() {
  const issues = JSON.parse(form('gitlab'))
  const source = `import type { Issue } from 'codeclimate-types'
type Needed = Issue & Required<Pick<Issue, 'severity' | 'fingerprint'>> & { location: { path: string, lines: { begin: number } } }
export const issues: Needed[] = ${form('gitlab')}`
  const scratch = mkdtempSync(join(here, 'node_modules', '.gitlab-'))
  try {
    const file = join(scratch, 'issues.ts')
    writeFileSync(file, source)
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', file], { encoding: 'utf8' })
  } catch (problem) {
    throw new Error(problem.stdout || problem.message)
  } finally {
    rmSync(scratch, { recursive: true })
  }
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length, 'fingerprints repeat')
  assert.deepEqual(
    issues.map(({ check_name, location }) => [check_name, location.path, location.lines.begin, location.lines.end]),
    findings.map(({ rule, path, line, end_line }) => [rule, path, line, end_line]),
  )
}

function sarif() {
  const tool = join(here, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool')
  chmodSync(tool, 0o755)
  const report = join(folder, 'sarif.validation')
  // Its exit code says that it ran. It needs no library of languages to compare ASCII.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
  const log = join(folder, 'log.sarif')
  writeFileSync(log, form('sarif'))
  try {
    execFileSync(tool, ['validate', log, '--output', report, '--log', 'ForceOverwrite', '--level', 'Error;Warning'], { env, stdio: 'pipe' })
  } catch (problem) {
    if (problem.status === undefined) throw problem
  }
  const [{ results: wrong = [] }] = JSON.parse(readFileSync(report, 'utf8').replace(/^\uFEFF/, '')).runs
  const bad = wrong.filter(({ level = 'warning' }) => level === 'error' || level === 'warning')
  assert.deepEqual(bad.map(({ ruleId, message, locations }) => [ruleId, message, locations]), [])

  const [{ results, tool: { driver }, columnKind }] = JSON.parse(form('sarif')).runs
  assert.equal(columnKind, 'utf16CodeUnits')
  assert.equal(results.length, findings.length)
  results.forEach((result, index) => {
    const finding = findings[index]
    const { artifactLocation, region } = result.locations[0].physicalLocation
    const path = decodeURIComponent(new URL(artifactLocation.uri, pathToFileURL('/root/')).pathname.slice('/root/'.length))
    assert.equal(path, finding.path)
    assert.equal(result.ruleId, finding.rule)
    // Bytes that are no text are no rule's.
    assert.ok(finding.rule === 'not-utf-8' || driver.rules.some(({ id }) => id === finding.rule), finding.rule)
    // The same words by characters and by code units, and the same text after a fix by bytes and by code units.
    assert.equal(words(text(path), region), between(text(path), finding))
    const fixed = (result.fixes ?? []).map(fix => replaced(text(path), fix.artifactChanges[0].replacements))
    assert.deepEqual(fixed, finding.fixes.map(({ edits }) => edited(Buffer.from(text(path)), edits)))
  })
}

// Where each line starts in UTF-16.
function starts(source) {
  return [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map(end => end.index + end[0].length)]
}

function span(source, { startLine, startColumn, endLine, endColumn }) {
  const lines = starts(source)
  return [lines[startLine - 1] + startColumn - 1, lines[endLine - 1] + endColumn - 1]
}

const words = (source, region) => source.slice(...span(source, region))

// The words at a finding's lines and columns, which count characters.
function between(source, { line, column, end_line, end_column }) {
  const lines = starts(source)
  const offset = (line, column) => lines[line - 1] + [...source.slice(lines[line - 1])].slice(0, column - 1).join('').length
  return source.slice(offset(line, column), offset(end_line, end_column))
}

function replaced(source, replacements) {
  const edits = replacements.map(({ deletedRegion, insertedContent }) => [...span(source, deletedRegion), insertedContent?.text ?? ''])
  return edits.sort(([a], [b]) => b - a).reduce((text, [start, end, fresh]) => text.slice(0, start) + fresh + text.slice(end), source)
}

function edited(bytes, edits) {
  const sorted = [...edits].sort((a, b) => b.start - a.start)
  return sorted.reduce((bytes, { start, end, text }) => Buffer.concat([bytes.subarray(0, start), Buffer.from(text), bytes.subarray(end)]), bytes).toString()
}

const readers = { json, full, concise, github, gitlab, sarif }
for (const [name, read] of Object.entries(readers)) {
  try {
    read()
  } catch (problem) {
    console.error(`${name}: ${problem.message}`)
    process.exitCode = 1
  }
}
if (!process.exitCode) console.log(`findings: ${findings.length} findings read alike in ${Object.keys(readers).length} forms`)
