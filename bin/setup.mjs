#!/usr/bin/env node
// Runs under any Node >= 20: installs what the lock file names if it is not there, and runs the rest
// under the Node that npm brought. `npm start`, `npm test` and `bin/peyman.mjs` all come through here.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { environmentOf, programWords, root } from './program.mjs'

const nodeMajorMin = 26
const quiet = '--disable-warning=ExperimentalWarning'
// Long after the first page is open, so that nobody waits for it.
const makeProgramSeconds = 20

/** Installs with `npm ci` when node_modules and package-lock.json disagree. */
export function install() {
  if (installed()) return
  process.stderr.write('peyman: installing the packages of package-lock.json (about a minute)\n')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32'
  })
  if (npm.status !== 0) {
    process.stderr.write('peyman: npm ci failed; see the lines above\n')
    process.exit(npm.status ?? 1)
  }
}

/**
 * Makes styles, scripts, fonts and the program, so that the first start has nothing left to make. npm runs
 * this at the end of an installation (`prepare`); what fails here is done, and told, by the start.
 */
function prepare() {
  for (const script of ['build-assets.ts', 'build-program.mjs']) {
    spawnSync(node(), [quiet, join(root, 'bin', script)], {
      stdio: ['ignore', 'ignore', 2],
      env: environmentOf()
    })
  }
}

function installed() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(record)
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional && !present[path])
  )
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/** Path of a Node that runs this program: the present one if it is new enough, else npm's. */
export function node() {
  if (Number(process.versions.node.split('.')[0]) >= nodeMajorMin) return process.execPath
  const brought = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  if (existsSync(brought)) return brought
  process.stderr.write(
    `peyman: npm has no Node ${nodeMajorMin} for ${process.platform}-${process.arch}; install Node >= ${nodeMajorMin} and run again\n`
  )
  process.exit(1)
}

/** Runs a script of this checkout under that Node; ends with its exit code. */
export function run(script, args, environment = {}) {
  runWords([quiet, join(root, script), ...args], environment)
}

/** Runs the command `peyman` under that Node; ends with its exit code. */
export function runProgram(args, environment = {}) {
  const words = programWords()
  if (args[0] === 'serve' && words.at(-1).endsWith('.ts')) makeProgramLater()
  runWords([...words, ...args], environment)
}

function runWords(words, environment) {
  const child = spawn(node(), words, { stdio: 'inherit', env: environmentOf(environment) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}

/** For the next start: sources that changed run as they are this time. */
function makeProgramLater() {
  setTimeout(() => {
    const script = join(root, 'bin/build-program.mjs')
    spawn(node(), [script], { stdio: 'ignore', env: environmentOf() })
  }, makeProgramSeconds * 1000).unref()
}

const verbs = {
  prepare,
  start: (args) => runProgram(['serve', ...args], demonstration()),
  test: (args) => run('bin/ci.ts', args),
  check: (args) => run('bin/ci.ts', ['--static', ...args])
}

/** `npm start` shows the demonstration, unless the environment says that this is a real installation. */
function demonstration() {
  const { PEYMAN_DEMO, PEYMAN_ORIGIN, DATABASE_URL } = process.env
  const real = PEYMAN_ORIGIN !== undefined || DATABASE_URL !== undefined
  return PEYMAN_DEMO === undefined && !real ? { PEYMAN_DEMO: '1' } : {}
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [verb, ...args] = process.argv.slice(2)
  const go = verbs[verb]
  if (go === undefined) {
    process.stderr.write(`usage: node bin/setup.mjs ${Object.keys(verbs).join('|')}\n`)
    process.exit(2)
  }
  if (verb !== 'prepare') install()
  go(args)
}
