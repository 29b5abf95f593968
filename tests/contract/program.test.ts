// Goal: the program that is made of the sources is the program of the sources. Method: make it, and run
// verbs of it that read files beside the sources, refuse by name, migrate a database and serve a page.
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { testDatabase } from '../support/database.ts'
import { freePort } from '../support/people-server.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const { url } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'peyman-program-'))
after(() => rm(folder, { recursive: true, force: true }))
const made = await run(process.execPath, [join(root, 'bin/build-program.mjs')])
const program = join(made.stdout.trim(), 'main.mjs')
const env = { ...process.env, PEYMAN_DATA: folder, DATABASE_URL: url, PEYMAN_DEMO: '' }

test('the made program finds what lies beside the sources, and refuses by the same names', async () => {
  const words = (...args: string[]) => ['--enable-source-maps', program, ...args]
  const sources = [join(root, 'src/main.ts')]
  for (const args of [['bench'], ['agreement', 'check', join(root, 'agreements/sk-1398.yaml')]]) {
    const own = await run(process.execPath, words(...args), { env })
    const same = await run(process.execPath, [...sources, ...args], { env })
    assert.equal(own.stdout, same.stdout)
  }
  const refused = ['key', 'create', '--authority', 'nobody', '--role', 'king', '--json']
  const saying = async (before: string[]) => {
    const error: unknown = await run(process.execPath, [...before, ...refused], { env }).catch(
      (cause: unknown) => cause
    )
    return (error as { code: number; stdout: string }).stdout
  }
  assert.match(await saying(words()), /"code":"input\/invalid"/)
  assert.equal(await saying(words()), await saying(sources))
})

test('the made program serves pages with their styles', async () => {
  const port = await freePort()
  const child = spawn(process.execPath, [program, 'serve', '--role', 'web'], {
    env: { ...env, PORT: String(port), HOST: 'localhost' },
    stdio: 'ignore'
  })
  const ended = new Promise<number | null>((settle) => child.once('exit', settle))
  const origin = `http://localhost:${String(port)}`
  let page: Response | null = null
  while (page?.ok !== true && child.exitCode === null) {
    page = await fetch(origin).catch(() => null)
    if (page === null) await pause(50)
  }
  const styles = /<link rel="stylesheet" href="([^"]+)"/.exec((await page?.text()) ?? '')?.[1]
  assert.equal(
    (await fetch(`${origin}${styles ?? ''}`)).headers.get('content-type'),
    'text/css; charset=utf-8'
  )
  assert.equal((await fetch(`${origin}/services/10021006`)).status, 200)
  child.kill('SIGTERM')
  assert.equal(await ended, 0)
})
