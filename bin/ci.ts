// The one gate, the same for everyone: `npm test`. `--static` stops before the tests;
// `--only=<name>` runs one step by its name.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { startEmbeddedPostgres } from '../src/platform/index.ts'
import { type Sharing, runTests } from './run-tests.ts'

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
  /** Those whose tests take longest first. */
  readonly patterns: readonly string[]
  readonly sharing?: Sharing
  /** Where they find their database; the shared embedded server where absent. */
  readonly url?: string
}

function testStep({
  name,
  patterns,
  sharing = { filesPerProcess: 8, lanes: 2 },
  url
}: Tests): Step {
  return {
    name,
    run: () => {
      const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).toSorted())
      return runTests([...new Set(files)], sharing, {
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
      })
    }
  }
}

const flows = ['tests/flows/**/*.test.ts', 'src/**/*.flow.test.ts']

// Those that start and kill whole programs: each for itself, and before the short ones.
const alone: Sharing = { filesPerProcess: 1, lanes: 2 }

const tests: readonly Step[] = [
  // As `npm ci` leaves it: the command starts from it in a third of the time.
  { name: 'program', run: () => ran(process.execPath, ['bin/build-program.mjs']) },
  testStep({
    name: 'units',
    patterns: ['src/kernel/**/*.test.ts', 'src/platform/html/**/*.test.ts'],
    sharing: { filesPerProcess: 60, lanes: 2 }
  }),
  testStep({
    name: 'slices',
    patterns: [
      'tests/tidy.test.ts',
      'src/!(kernel)/*.test.ts',
      'src/!(kernel)/!(html)/**/*.test.ts',
      'tests/*.test.ts'
    ]
  }),
  testStep({ name: 'faults', patterns: ['tests/fault/**/*.test.ts'], sharing: alone }),
  testStep({
    name: 'flows',
    patterns: ['tests/{flows,contract,isolation,security}/**/*.test.ts'],
    sharing: { filesPerProcess: 4, lanes: 2 }
  }),
  ...(givenUrl
    ? [testStep({ name: 'flows on the given server', patterns: flows, url: givenUrl })]
    : []),
  testStep({ name: 'browser', patterns: ['tests/e2e/**/*.test.ts'], sharing: alone })
]

async function withDatabase(work: () => Promise<boolean>): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-ci-'))
  const server = await startEmbeddedPostgres({ folder, throwAway: true })
  ownUrl = server.url
  try {
    return await work()
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs steps, so many at once, and names those that failed. */
async function all(steps: readonly Step[], lanes: number): Promise<boolean> {
  const waiting = [...steps]
  const failed: string[] = []
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now()
      const good = await step.run()
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stdout.write(`── ${step.name}: ${good ? 'ok' : 'FAILED'} (${seconds} s)\n`)
      if (!good) failed.push(step.name)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(', ')}\n`)
  return failed.length === 0
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7)
const chosen = (steps: readonly Step[]) =>
  steps.filter((step) => only === undefined || step.name === only)
const staticsGood = await all(chosen(statics), 2)
const testsGood =
  process.argv.includes('--static') || (await withDatabase(() => all(chosen(tests), 1)))
process.exitCode = staticsGood && testsGood ? 0 : 1
