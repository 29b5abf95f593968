#!/usr/bin/env node
// Runs under any Node >= 20: installs what the lock file names if it is not there, and runs the rest
// under the Node that npm brought. `npm start`, `npm test` and `bin/peyman.mjs` all come through here.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const nodeMajorMin = 26

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
  // Styles, scripts and fonts too, so that the first start has nothing left to make.
  spawnSync(node(), [join(root, 'bin/build-assets.ts')], { stdio: ['ignore', 'ignore', 2] })
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
  const child = spawn(
    node(),
    ['--disable-warning=ExperimentalWarning', join(root, script), ...args],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache/node-compile'),
        ...environment
      }
    }
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}

const verbs = {
  start: (args) => run('src/main.ts', ['serve', ...args], demonstration()),
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
  install()
  go(args)
}
