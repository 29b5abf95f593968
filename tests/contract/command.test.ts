// Goal: `peyman` is a good command: exit codes, standard output for results, standard error for words,
// from any folder, under an old Node too. Method: the command itself, started as a shell would.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../support/database.ts'

const root = resolve(import.meta.dirname, '../..')
const command = join(root, 'bin/peyman')
const agreements = join(root, 'agreements')
const { url } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'peyman-command-'))
after(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly error: string
}

// Far longer than any of these takes on a busy machine: one that never ends is told by its name.
const patienceMilliseconds = 180_000

/** Runs `peyman` in a folder that is not the checkout. */
function peyman(
  args: readonly string[],
  { stdin = '', node = process.execPath, environment = {} } = {}
): Promise<Ended> {
  return new Promise((settle, reject) => {
    const child = spawn(node, [command, ...args], {
      cwd: folder,
      // A group of its own, so that what it started ends with it.
      detached: true,
      env: { ...process.env, PEYMAN_DATA: join(folder, 'data'), DATABASE_URL: url, ...environment }
    })
    const said = { out: '', error: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()))
    const patience = setTimeout(() => {
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      reject(new Error(`peyman ${args.join(' ')} did not end; it said: ${said.error}`))
    }, patienceMilliseconds)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(patience)
      settle({ code: code ?? -1, ...said })
    })
    // One that ends before it has read leaves a pipe that nobody reads.
    child.stdin.on('error', () => {})
    child.stdin.end(stdin)
  })
}

const source = join(agreements, 'sk-1398.yaml')
const draft = join(agreements, 'sk-1405.yaml')
await writeFile(join(folder, 'bad.yaml'), 'format: peyman-agreement/1\nid: SK\nversion: "1405\n')
await writeFile(join(folder, 'bad.csv'), 'code,authority\n12,sko\n')

const clock = {
  zone: 'Asia/Tehran',
  calendar: 'always',
  target: 'PT8H',
  start: '2025-10-08T12:00:00Z',
  now: '2025-10-08T13:00:00Z'
}
const availability = {
  window: { from: '2025-09-23T00:00:00Z', nominalSeconds: 2_592_000 },
  target: 0.995
}

test('what the user typed wrong ends with 2 and words on standard error only', async () => {
  const wrong: [readonly string[], { stdin?: string; environment?: object }?][] = [
    [[]],
    [['nonsense']],
    [['agreement', 'check']],
    [['agreement', 'check', 'not-there.yaml']],
    [['agreement', 'render', source, '--format', 'pdf']],
    [['clock', 'explain'], { stdin: '{' }],
    [['clock', 'explain'], { stdin: JSON.stringify({ ...clock, pauzes: [] }) }],
    [['availability', 'explain'], { stdin: '{}' }],
    [['bench', 'nonsense']],
    [['bench', 'start', '--rounds=x']],
    [['serve', '--role', 'king']],
    [['serve'], { environment: { PORT: 'abc' } }],
    [['serve'], { environment: { PEYMAN_DEMO: '1', PEYMAN_ORIGIN: 'https://example.ir' } }],
    [['key', 'create', '--authority', 'nobody', '--role', 'clerk', '--label', 'x']],
    [['key', 'create', '--authority', 'sko', '--role', 'king', '--label', 'x']],
    [['import', 'services', 'bad.csv']],
    [['import', 'services', 'not-there.csv']],
    [['demo'], { environment: { PEYMAN_DEMO: '' } }],
    [['demo', '--months', 'x']]
  ]
  for (const [args, given] of wrong) {
    const { code, out, error } = await peyman(args, given)
    assert.equal(code, 2, `${args.join(' ')}: ${error}`)
    assert.equal(out, '', args.join(' '))
    assert.ok(error.length > 10, args.join(' '))
    assert.doesNotMatch(error, /\n\s+at .*:\d+:\d+/, `${args.join(' ')} shows its inside`)
  }
})

test('a file that cannot be read is told plainly, in the language of the user or in both', async () => {
  const english = await peyman(['agreement', 'check', 'not-there.yaml'])
  assert.equal(english.error, 'peyman: not-there.yaml: there is no such file\n')
  const persian = await peyman(['agreement', 'render', '.', '--lang', 'fa'])
  assert.equal(persian.error, 'peyman: .: این یک پوشه است، نه فایل؛ نام فایل را بنویسید\n')
  const difference = await peyman(['agreement', 'diff', source, 'not-there.yaml', '--lang', 'fa'])
  assert.equal(difference.error, 'peyman: not-there.yaml: چنین فایلی نیست\n')
  const both = await peyman(['import', 'services', 'not-there.csv'])
  assert.equal(both.error, 'peyman: not-there.csv: there is no such file · چنین فایلی نیست\n')
})

test('an answer that is no ends with 1, and says where', async () => {
  const { code, error } = await peyman(['agreement', 'check', 'bad.yaml'])
  assert.equal(code, 1)
  assert.match(error, /^bad\.yaml:\d+:\d+: /m)
  const json = await peyman(['agreement', 'check', 'bad.yaml', '--json'])
  assert.equal(json.code, 1)
  const answer = JSON.parse(json.out) as { ok: boolean; problems: { line: number }[] }
  assert.equal(answer.ok, false)
  assert.ok((answer.problems[0]?.line ?? 0) > 0)
})

test('what was done ends with 0, with the result on standard output', async () => {
  const done: [readonly string[], RegExp, string?][] = [
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['--help'], /serve[\s\S]*agreement[\s\S]*clock/],
    [['agreement', 'check', draft], /51 clauses/],
    [['agreement', 'render', source, '--format', 'markdown', '--lang', 'en'], /^# /],
    [['agreement', 'render', source], /^<!doctype html>/i],
    [['agreement', 'diff', source, draft], /^clause SK-A\.1 fa$/m],
    [['bench'], /worktime\n/],
    [['clock', 'explain'], /"due"/, JSON.stringify(clock)],
    [['availability', 'explain'], /"percent"/, JSON.stringify(availability)]
  ]
  for (const [args, pattern, stdin] of done) {
    const { code, out, error } = await peyman(args, { stdin: stdin ?? '' })
    assert.equal(code, 0, `${args.join(' ')}: ${error}`)
    assert.match(out, pattern)
  }
})

test('--json is JSON and nothing else', async () => {
  for (const args of [
    ['agreement', 'check', draft, '--json'],
    ['agreement', 'diff', source, draft, '--json'],
    ['check', '--json']
  ]) {
    const { code, out } = await peyman(args)
    assert.equal(code, 0, args.join(' '))
    assert.equal(typeof JSON.parse(out), 'object')
  }
  const refused = await peyman(['import', 'services', 'bad.csv', '--json'])
  const { ok, problems } = JSON.parse(refused.out) as { ok: boolean; problems: object[] }
  assert.equal(ok, false)
  assert.ok(problems.length > 0)
})

test('key create shows the key alone on standard output, and only this once', async () => {
  const args = ['key', 'create', '--authority', 'sko', '--role', 'clerk', '--label', 'counter']
  const plain = await peyman(args)
  assert.equal(plain.code, 0, plain.error)
  assert.match(plain.out, /^peyman_test_[A-Za-z0-9_-]{43}\n$/)
  assert.doesNotMatch(plain.error, /peyman_test_/)
  assert.match(plain.error, /test key "counter" .* for a demonstration only/)
  const live = JSON.parse((await peyman([...args, '--live', '--json'])).out) as Record<
    string,
    unknown
  >
  assert.match(String(live.key), /^peyman_live_/)
  assert.equal(live.role, 'clerk')
  assert.match(String(live.id), /^[0-9a-f-]{36}$/)
  const unnamed = await peyman([...args.slice(0, 6), '--json'])
  assert.match((JSON.parse(unnamed.out) as { label: string }).label, /متصدی پذیرش/)
})

test('the command runs under the oldest Node that may be there', async (t) => {
  const old = nodeBefore26()
  if (old === null) {
    t.skip('this machine has no Node before 26')
    return
  }
  const { code, out, error } = await peyman(['clock', 'explain'], {
    node: old,
    stdin: JSON.stringify(clock)
  })
  assert.equal(code, 0, error)
  assert.equal((JSON.parse(out) as { due: string }).due, '2025-10-08T20:00:00Z')
})

/** A Node of 20 or later, before 26, in the path. */
function nodeBefore26(): string | null {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  for (const place of new Set(places)) {
    const node = join(place, 'node')
    if (!existsSync(node)) continue
    const major = Number(/^v(\d+)/.exec(execFileSync(node, ['--version']).toString())?.[1])
    if (major >= 20 && major < 26) return node
  }
  return null
}
