// The one gate, the same for everyone: `npm test`. `--static` stops before the tests;
// `--only=<name>` runs one step by its name.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { globSync, rmSync } from 'node:fs'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { startEmbeddedPostgres } from '../src/platform/index.ts'
import { type TestGroup, groupsOf, inLanes, runTests, secondsSince } from './run-tests.ts'

interface Step {
  readonly name: string
  readonly run: () => Promise<boolean>
}

const root = resolve(import.meta.dirname, '..')
const tool = (name: string) => join(root, 'node_modules/.bin', name)

// What these steps start by the name `node` is the Node that runs them.
const environment = {
  ...process.env,
  PATH: `${resolve(process.execPath, '..')}:${process.env.PATH ?? ''}`
}

/** Runs a program, prints what it said once it has ended, and says whether it ended well. */
async function ran(program: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment
  })
  const ended = new Promise<boolean>((settle) => {
    child.on('error', () => settle(false))
    child.on('exit', (code) => settle(code === 0))
  })
  const [said, errors, good] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  process.stdout.write(`${said}${errors}`)
  return good
}

/** A tool of node_modules, run under this Node. */
const runs =
  (name: string, ...args: string[]) =>
  () =>
    ran(process.execPath, [tool(name), ...args])

const statics: readonly Step[] = [
  { name: 'format', run: runs('prettier', '--check', '--log-level=warn', '.') },
  { name: 'types', run: runs('tsc', '-p', '.') },
  { name: 'types of islands', run: runs('tsc', '-p', 'tsconfig.islands.json') },
  { name: 'lint', run: runs('oxlint', '--deny-warnings', 'src', 'bin', 'tests', 'bench') },
  {
    name: 'import direction',
    run: runs('depcruise', 'src', '--config', '.dependency-cruiser.cjs')
  },
  { name: 'dead code', run: runs('knip', '--no-progress') },
  { name: 'libraries', run: () => ran(process.execPath, ['bin/audit.ts']) },
  {
    name: 'migrations',
    run: () => ran(tool('squawk'), [...globSync('migrations/0*.sql', { cwd: root })])
  }
]

// The embedded server that all tests share, and the name under which they share content on it.
let ownUrl = ''
const run = randomBytes(6).toString('hex')
const givenUrl = process.env.PEYMAN_TEST_DATABASE_URL

interface Tests {
  readonly name: string
  readonly patterns: readonly string[]
  readonly filesPerProcess: number
  /** Files of theirs that take a lane for long: begun late, they would run on by themselves. */
  readonly alone?: readonly string[]
  /** Where they find their database; the shared embedded server where absent. */
  readonly url?: string
}

const flows = ['tests/flows/**/*.test.ts', 'src/**/*.flow.test.ts']

/** The steps of tests; their processes wait in one row, those that take longest first. */
const tests: readonly Tests[] = [
  { name: 'browser', patterns: ['tests/e2e/**/*.test.ts'], filesPerProcess: 3 },
  // Whole programs that are killed: each for itself.
  { name: 'faults', patterns: ['tests/fault/**/*.test.ts'], filesPerProcess: 1 },
  {
    name: 'flows',
    alone: ['tests/isolation/routes.test.ts', 'tests/security/letters-plaintext.test.ts'],
    patterns: ['tests/{flows,contract,isolation,security}/**/*.test.ts'],
    filesPerProcess: 4
  },
  ...(givenUrl === undefined || givenUrl === ''
    ? []
    : [{ name: 'flows on the given server', patterns: flows, filesPerProcess: 4, url: givenUrl }]),
  {
    name: 'slices',
    patterns: ['src/!(kernel)/*.test.ts', 'src/!(kernel)/!(html)/**/*.test.ts', 'tests/*.test.ts'],
    filesPerProcess: 8
  },
  {
    name: 'units',
    patterns: ['src/kernel/**/*.test.ts', 'src/platform/html/**/*.test.ts'],
    filesPerProcess: 40
  }
]

// One more than the cores of a small machine: a third of a lane's time is waiting. Many more would ask the
// database for more connections than it has.
const testLanes = 3
// They go by the clock: what has to wait for a core too long is a fault to them.
const faultLanes = 2

function groupsOfStep({ name, patterns, filesPerProcess, alone = [], url }: Tests): TestGroup[] {
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).toSorted())
  const others = [...new Set(found)].filter((file) => !alone.includes(file))
  return [...alone.map((file) => [file]), ...groupsOf(others, filesPerProcess)].map((group) => ({
    step: name,
    files: group,
    environment: {
      ...environment,
      TZ: 'UTC',
      // Each process reads the program, and some start it again and again.
      NODE_COMPILE_CACHE: join(root, '.cache/node-compile'),
      // Not on a server that is somebody's: what is shared would stay there.
      PEYMAN_TEST_RUN: url === undefined ? run : undefined,
      // The program's own settings must not leak into its tests.
      PEYMAN_DEMO: '',
      DATABASE_URL: undefined,
      PEYMAN_TEST_DATABASE_URL: url ?? ownUrl
    }
  }))
}

// As `npm ci` leaves it: the command starts from it in a third of the time.
const program: Step = {
  name: 'program',
  run: () => ran(process.execPath, ['bin/build-program.mjs'])
}

async function allTests(): Promise<readonly string[]> {
  const failed = [...(await all(chosen([program]), 1))]
  const groups = chosen(tests).flatMap(groupsOfStep)
  const isFault = ({ step }: TestGroup) => step === 'faults'
  failed.push(...(await runTests(groups.filter(isFault), faultLanes)))
  const others = groups.filter((group) => !isFault(group))
  return [...failed, ...(await runTests(others, testLanes))]
}

async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(await placeOfDatabases(), 'peyman-ci-'))
  // Memory is not given back by itself when somebody presses Ctrl+C.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const server = await startEmbeddedPostgres({ folder, throwAway: true })
  ownUrl = server.url
  try {
    return await work()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Memory, where the machine has the room: each test file has a database of its own, some thousand files that
 * are made and taken away, which is ten times the work on a disk.
 */
async function placeOfDatabases(): Promise<string> {
  const memory = '/dev/shm'
  const found = await statfs(memory).catch(() => null)
  const free = found === null ? 0 : found.bavail * found.bsize
  return free >= 4 * 2 ** 30 ? memory : tmpdir()
}

/** Runs steps, so many at once. @returns The names of those that failed. */
async function all(steps: readonly Step[], lanes: number): Promise<readonly string[]> {
  const failed: string[] = []
  await inLanes(steps, lanes, async ({ name, run: runStep }) => {
    const started = performance.now()
    const good = await runStep()
    process.stdout.write(`── ${name}: ${good ? 'ok' : 'FAILED'} (${secondsSince(started)} s)\n`)
    if (!good) failed.push(name)
  })
  return failed
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7)
function chosen<T extends { readonly name: string }>(steps: readonly T[]): readonly T[] {
  return steps.filter((step) => only === undefined || step.name === only)
}

const failed = [
  ...(await all(chosen(statics), 2)),
  ...(process.argv.includes('--static') ? [] : await withDatabase(allTests))
]
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
