// Goal: no way of dying, and no place to live, keeps the embedded PostgreSQL from its rows. Method: real
// processes that hold one data folder, killed with SIGKILL; rows are written before and read after.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/index.ts'

const program = resolve(import.meta.dirname, '../support/embedded-holder.ts')
const isRoot = process.getuid?.() === 0
// Above every process number of Linux.
const nobodysPid = 2 ** 22 + 1
const nobody = { uid: 65_534, gid: 65_534 }
const root = await mkdtemp(join(tmpdir(), 'peyman-fault-'))
// Root's server runs under another account, which must be able to walk here.
await chmod(root, 0o755)
const holders: Holder[] = []
const opened: EmbeddedPostgres[] = []

interface Holder {
  readonly process: ChildProcess
  readonly url: string
  readonly started: boolean
  /** Lets go in order. */
  release(): Promise<void>
  /** Dies without a word. */
  kill(): Promise<void>
}

after(async () => {
  for (const holder of holders) await holder.release()
  for (const server of opened) await server.stop()
  await rm(root, { recursive: true, force: true })
})

async function hold(folder: string, account?: { uid: number; gid: number }): Promise<Holder> {
  const child = spawn(process.execPath, [program, folder, 'throw-away'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...account
  })
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()))
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const line = await new Promise<string>((settle, fail) => {
    let heard = ''
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
      if (heard.includes('\n')) settle(heard)
    })
    child.once('exit', (code) => fail(new Error(`ended with ${String(code)}: ${said}`)))
  })
  const holder: Holder = {
    ...(JSON.parse(line) as { url: string; started: boolean }),
    process: child,
    release: () => {
      child.stdin.end()
      return ended
    },
    kill: () => {
      child.kill('SIGKILL')
      return ended
    }
  }
  holders.push(holder)
  return holder
}

/** Holds the server in this process, which nobody kills. */
async function open(folder: string) {
  const server = await startEmbeddedPostgres({ folder, throwAway: true })
  opened.push(server)
  return server
}

async function asks(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows.map(
      (row) => Object.values(row)[0]
    )
  } finally {
    await client.end()
  }
}

function answers(url: string): Promise<boolean> {
  return asks(url, 'select 1').then(
    () => true,
    () => false
  )
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (await condition()) return
    await pause(50)
  }
  assert.fail('it did not come to pass in 20 s')
}

async function serverPid(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10)
}

const home = join(root, 'home')
const keepRow = "create table kept as select 'row' as said"

test('two first starts at once share one cluster, and the last to stop ends the server', async () => {
  const [first, second] = await Promise.all([hold(home), hold(home)])
  assert.equal(first.url, second.url)
  await asks(first.url, keepRow)
  const leaver = first.started ? first : second
  const stayer = first.started ? second : first
  await leaver.release()
  assert.deepEqual(await asks(stayer.url, 'select said from kept'), ['row'])
  await stayer.release()
  assert.equal(await answers(stayer.url), false)
})

test('a server that outlived its killed process is joined, and ended by the one that joined', async () => {
  const victim = await hold(home)
  assert.equal(victim.started, true)
  await victim.kill()
  assert.equal(await answers(victim.url), true)
  const heir = await open(home)
  assert.equal(heir.started, false)
  assert.deepEqual(await asks(heir.url, 'select said from kept'), ['row'])
  await heir.stop()
  assert.equal(await answers(heir.url), false)
})

test('a killed PostgreSQL comes back while two processes hold it', async () => {
  const [first, second] = [await hold(home), await open(home)]
  process.kill(await serverPid(home), 'SIGKILL')
  await until(() => answers(first.url))
  assert.deepEqual(await asks(second.url, 'select said from kept'), ['row'])
  await first.release()
  // The one that stays brings it back once more, if it was not quite there yet.
  await until(() => answers(second.url))
  await second.stop()
  assert.equal(await answers(second.url), false)
})

for (const [whose, taken] of [
  ['of a dead process', false],
  ['that went to another program', true]
] as const) {
  test(`a lock file with a number ${whose} does not keep the server down`, async () => {
    const victim = await hold(home)
    const server = await serverPid(home)
    const files = [
      join(home, 'postgres/postmaster.pid'),
      join(await readFile(join(home, 'postgres-socket'), 'utf8'), '.s.PGSQL.5432.lock')
    ]
    const left = await Promise.all(files.map((file) => readFile(file, 'utf8')))
    const { uid, gid } = await stat(files[0]!)
    await victim.kill()
    process.kill(server, 'SIGKILL')
    await until(async () => !(await answers(victim.url)))
    // Of the server's own account, or PostgreSQL would see through it without our help.
    const other = spawn('sleep', ['60'], { uid, gid })
    const pid = taken ? other.pid! : nobodysPid
    await Promise.all(
      files.map((file, index) => writeFile(file, left[index]!.replace(/^\d+/, String(pid))))
    )
    const heir = await open(home)
    other.kill()
    assert.deepEqual([heir.started, await asks(heir.url, 'select said from kept')], [true, ['row']])
    await heir.stop()
  })
}

test('a first start that is killed half-way is begun anew by the next one', async () => {
  const folder = join(root, 'half')
  const left = join(folder, `postgres.draft-${String(nobodysPid)}-left`)
  await mkdir(join(left, 'cluster'), { recursive: true })
  for (const milliseconds of [200, 350]) {
    const child = spawn(process.execPath, [program, folder, 'throw-away'])
    await pause(milliseconds)
    child.kill('SIGKILL')
  }
  const server = await open(folder)
  assert.deepEqual(await asks(server.url, 'select 1'), [1])
  await server.stop()
  assert.equal((await readdir(folder)).includes(basename(left)), false)
})

test('a cluster that cannot run is refused at once, with what PostgreSQL says', async () => {
  const folder = join(root, 'broken')
  await mkdir(join(folder, 'postgres'), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'postgres/PG_VERSION'), '12\n')
  await assert.rejects(open(folder), /embedded PostgreSQL ended at once/)
})

// Commas and quotes mean something in PostgreSQL's lists, spaces in a shell; the socket's path is short.
const oddName = 'پوشه‌ی داده‌ها, it\'s 100% "own"'
const oddFolder = ['', ...Array.from({ length: 5 }, (_, depth) => `${oddName} ${String(depth)}`)]

test('the data folder may have spaces, Persian letters, marks and a very long path', async () => {
  const folder = join(root, ...oddFolder)
  assert.ok(Buffer.byteLength(folder) > 250)
  const before = await open(folder)
  await asks(before.url, keepRow)
  await before.stop()
  const then = await open(folder)
  assert.deepEqual(await asks(then.url, 'select said from kept'), ['row'])
  await then.stop()
})

test('a link to the data folder leads to the same server', async () => {
  const link = join(root, 'link')
  await symlink(home, link)
  const [first, second] = [await open(home), await open(link)]
  assert.deepEqual([first.url, second.started], [second.url, false])
  await Promise.all([first.stop(), second.stop()])
  assert.equal(await answers(first.url), false)
})

test('an unprivileged user runs the server as themselves', { skip: whyNotAsNobody() }, async () => {
  const base = join(root, 'of nobody')
  await mkdir(base)
  await chown(base, nobody.uid, nobody.gid)
  const folder = join(base, 'داده')
  const theirs = await hold(folder, nobody)
  await asks(theirs.url, keepRow)
  await theirs.release()
  // Root, who must not run PostgreSQL, runs it as the one who owns the cluster.
  const { url, stop } = await open(folder)
  assert.deepEqual(await asks(url, 'select said from kept'), ['row'])
  await stop()
})

test(
  'root finds its cluster again after a closed data folder moved',
  { skip: !isRoot },
  async () => {
    const closed = join(root, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const before = await open(join(closed, 'data'))
    await asks(before.url, keepRow)
    await before.stop()
    const far = await readFile(join(closed, 'data/postgres-folder'), 'utf8')
    await rename(join(closed, 'data'), join(closed, 'moved'))
    const { url, stop } = await open(join(closed, 'moved'))
    assert.deepEqual(await asks(url, 'select said from kept'), ['row'])
    await stop()
    await rm(far, { recursive: true })
  }
)

function whyNotAsNobody(): string | false {
  if (!isRoot) return 'only root can become another user'
  const tried = spawnSync(process.execPath, ['--check', program], { ...nobody, cwd: '/' })
  return tried.status === 0 ? false : 'this checkout is closed to other users'
}
