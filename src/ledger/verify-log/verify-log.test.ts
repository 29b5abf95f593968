// One file of over 300 lines: each fault is done to the same published log, and looked at in the same way.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { logKey, nodePrimitives, vectors } from '../../../tests/support/tlog.ts'
import {
  type SigningKey,
  TileBuilder,
  encodeBundle,
  encodeEntry,
  formatVerifierKey,
  leafHash,
  parseCheckpoint,
  portableSigningKey,
  signCheckpoint,
  signatureTypes,
  tilePath,
  toBase64
} from '../../kernel/tlog/index.ts'
import { type LogVerdict, verifyLog } from './index.ts'
import { VerifiedLogs } from './verified-state.ts'

const origin = logKey.key.name
const policy = `log ${vectors.vkey}\nquorum none\n`
const start = 1_767_225_600

type Written = readonly [kind: 'public' | 'control', at: number, body: unknown]

/** Entries of a plain log; `mark` makes another history from its place on. */
function history(size: number, mark?: { from: number; word: string }): Written[] {
  return Array.from({ length: size }, (_, i) => [
    'public',
    start + i,
    { [mark !== undefined && i >= mark.from ? mark.word : 'leaf']: i }
  ])
}

/** The published files of a log, by path. */
function publish(
  entries: readonly Written[],
  keys: readonly SigningKey[] = [logKey],
  name = origin
) {
  const files = new Map<string, Buffer | string>([['policy', policy]])
  const builder = TileBuilder.empty(nodePrimitives)
  const bytes = entries.map(([kind, at, body]) => {
    const entry = encodeEntry({ kind, at, body: Buffer.from(JSON.stringify(body)) })
    assert.ok(entry.ok)
    return entry.value
  })
  for (const entry of bytes) builder.append(leafHash(entry, nodePrimitives))
  for (const tile of builder.takeTiles()) files.set(tilePath(tile), Buffer.from(tile.bytes))
  for (let index = 0; index * 256 < bytes.length; index++) {
    const some = bytes.slice(index * 256, (index + 1) * 256)
    const bundle = encodeBundle(some)
    assert.ok(bundle.ok)
    files.set(tilePath({ level: 'entries', index, width: some.length }), Buffer.from(bundle.value))
  }
  const head = { origin: name, size: bytes.length, root: builder.root() }
  files.set('checkpoint', signCheckpoint(head, keys, 0))
  return files
}

describe('verifyLog', () => {
  let server: Server
  let address: string
  let folder: string
  let files = new Map<string, Buffer | string>()
  let asked: string[] = []
  let broken = 0

  before(async () => {
    server = createServer((request, response) => {
      const path = (request.url ?? '').replace('/log/', '')
      asked.push(path)
      const file = files.get(path)
      const isDown = broken > 0 && asked.length > broken
      response.writeHead(isDown ? 503 : file === undefined ? 404 : 200).end(isDown ? '' : file)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/log`
  })
  after(() => {
    server.close()
    server.closeAllConnections()
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peyman-verify-log-'))
    asked = []
    broken = 0
  })
  afterEach(() => rm(folder, { recursive: true }))

  const look = (given: string | null = policy) => verifyLog(address, { policy: given, folder })
  const told = (verdict: LogVerdict) =>
    verdict.verdict === 'verified' ? `verified ${String(verdict.report.size)}` : verdict.code

  test('goes through a whole log, and later only through what is new', async () => {
    files = publish(history(66_000))
    assert.equal(told(await look()), 'verified 66000')
    for (const path of ['tile/2/000.p/1', 'tile/1/001.p/1', 'tile/0/257.p/208', 'tile/entries/000'])
      assert.ok(asked.includes(path), path)
    assert.equal(asked.length, new Set(asked).size)
    const known = asked.length
    files = publish(history(66_010))
    const verdict = await look()
    assert.ok(verdict.verdict === 'verified')
    assert.equal(verdict.report.before, 66_000)
    assert.deepEqual(verdict.report.kinds, { public: 66_010, sealed: 0, control: 0 })
    assert.ok(asked.length - known < 10)
  })

  test('takes full tiles where the partial ones are gone, and files of a folder', async () => {
    files = publish(history(300))
    const checkpoint = files.get('checkpoint')
    files = publish(history(700))
    files.set('checkpoint', checkpoint ?? '')
    files.set('tile/1/000.p/1', publish(history(300)).get('tile/1/000.p/1') ?? '')
    assert.equal(told(await look()), 'verified 300')
    assert.ok(asked.includes('tile/0/001.p/44') && asked.includes('tile/0/001'))
    await writeFile(join(folder, 'checkpoint'), publish([]).get('checkpoint') ?? '')
    const empty = { policy, folder: join(folder, 'state') }
    assert.equal(told(await verifyLog(folder, empty)), 'verified 0')
  })

  test('goes on after a break', async () => {
    files = publish(history(40_000))
    broken = 240
    assert.equal(told(await look()), 'unreachable')
    const known = asked.length
    broken = 0
    assert.equal(told(await look()), 'verified 40000')
    const bundles = asked.slice(known).filter((path) => path.startsWith('tile/entries/'))
    // What was asked for ahead may still be asked for again.
    assert.equal(new Set(bundles).size, 157 - 64)
  })

  test('names what was done to the published files', async () => {
    const honest = publish(history(600))
    const flipped = (path: string, at: number) => {
      const bytes = Buffer.from(honest.get(path) ?? '')
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return new Map(honest).set(path, bytes)
    }
    const without = (path: string) => new Map([...honest].filter(([name]) => name !== path))
    const cut = Buffer.from(honest.get('tile/entries/001') ?? '').subarray(0, 500)
    const rewritten = publish(history(600, { from: 300, word: 'fake' }))
    const bundle = rewritten.get('tile/entries/001') ?? ''
    const partial = rewritten.get('tile/entries/002.p/88') ?? ''
    const cases: [Map<string, Buffer | string>, string][] = [
      [flipped('tile/0/001', 40), 'tile-mismatch'],
      [flipped('tile/0/002.p/88', 40), 'tile-mismatch'],
      [flipped('tile/1/000.p/2', 40), 'tile-mismatch'],
      [without('tile/0/001'), 'tile-missing'],
      [without('tile/1/000.p/2'), 'tile-missing'],
      [without('tile/entries/001'), 'bundle-missing'],
      [new Map(honest).set('tile/entries/001', cut), 'bundle-truncated'],
      [new Map(honest).set('tile/0/001', Buffer.alloc(31)), 'tile-mismatch'],
      [new Map(honest).set('tile/0/001', Buffer.alloc(100_000)), 'tile-mismatch'],
      [new Map(honest).set('tile/entries/001', bundle), 'entry-rewritten'],
      [new Map(honest).set('tile/entries/002.p/88', partial), 'entry-rewritten'],
      [new Map(rewritten).set('checkpoint', honest.get('checkpoint') ?? ''), 'root-mismatch'],
      [new Map(honest).set('checkpoint', 'x'), 'checkpoint-unreadable'],
      [new Map(honest).set('checkpoint', Buffer.alloc(300_000, 'a')), 'checkpoint-unreadable'],
      [without('checkpoint'), 'unreachable']
    ]
    for (const [published, code] of cases) {
      files = published
      assert.equal(told(await look()), code)
    }
    // A log that was mended is believed again.
    files = honest
    assert.equal(told(await look()), 'verified 600')
    files = new Map(honest).set('tile/entries/001', bundle)
    const rewritingSince = await verifyLog(address, { policy, folder: join(folder, 'other') })
    assert.ok(rewritingSince.verdict === 'fault')
    assert.equal(rewritingSince.detail.index, 300)
  })

  test('sees a backup restored, a fork, and two signers, and keeps both signed notes', async () => {
    files = publish(history(600))
    const earlier = String(files.get('checkpoint'))
    await look()
    files = publish(history(500))
    const shrank = await look()
    assert.equal(told(shrank), 'checkpoint-shrank')
    // The restored log grows on and is as long again: another history under the same key.
    files = publish(history(600, { from: 500, word: 'after' }))
    const fork = await look()
    assert.equal(told(fork), 'fork')
    assert.ok(fork.verdict === 'fault' && fork.evidence.length === 2)
    assert.deepEqual(await Promise.all(fork.evidence.map((file) => readFile(file, 'utf8'))), [
      earlier,
      files.get('checkpoint')
    ])
    for (const size of [601, 900, 70_000]) {
      files = publish(history(size, { from: 500, word: 'after' }))
      assert.equal(told(await look()), 'fork')
    }
    // The contradiction is not forgotten because the true log comes back at its old length.
    files = publish(history(600))
    assert.equal(told(await look()), 'checkpoint-shrank')
  })

  test('sees a clock set back, entries that are none, and entries after the end', async () => {
    const cases: [Written[], string][] = [
      [[...history(300), ['public', start + 298, {}]], 'time-goes-back'],
      [[['control', start, { v: 1, type: 'freeze' }], ...history(2)], 'entry-after-freeze'],
      [
        [['control', start, { v: 1, type: 'genesis', origin: 'x', keys: ['k'] }]],
        'entry-unreadable'
      ],
      [[...history(3), ['control', start + 3, { v: 1, type: 'freeze' }]], 'verified 4']
    ]
    for (const [i, [entries, code]] of cases.entries()) {
      files = publish(entries)
      const found = await verifyLog(address, { policy, folder: join(folder, String(i)) })
      assert.equal(told(found), code)
    }
  })

  test('believes the keys of the policy, and those that the log then announces', async () => {
    const named = (fill: number) =>
      portableSigningKey({
        name: origin,
        type: signatureTypes.note,
        seed: new Uint8Array(32).fill(fill)
      })
    const [second, third] = [named(2), named(3)]
    const vkeyOf = ({ key }: SigningKey) => formatVerifierKey(key)
    const genesis: Written = [
      'control',
      start,
      { v: 1, type: 'genesis', origin, keys: [vectors.vkey] }
    ]
    const change = (key: SigningKey): Written => [
      'control',
      start,
      { v: 1, type: 'key-change', keys: [vkeyOf(key)], replaces: [] }
    ]
    files = publish([genesis])
    assert.equal(told(await look()), 'verified 1')
    files = publish([genesis], [second])
    assert.equal(told(await look()), 'wrong-key')
    // The old key announces the new one, and both sign.
    files = publish([genesis, change(second)], [logKey, second])
    assert.equal(told(await look()), 'verified 2')
    // From now on the new one is known; whoever stole the old one signs nothing with it alone.
    files = publish([genesis, change(second), ...history(1)], [logKey])
    assert.equal(told(await look()), 'wrong-key')
    files = publish([genesis, change(second), change(third)], [second, third])
    const fresh = { policy, folder: join(folder, 'fresh') }
    assert.equal(told(await verifyLog(address, fresh)), 'wrong-key')

    // A later look goes on with the announced key alone, though the policy never heard of it.
    const other = join(folder, 'other')
    files = publish([genesis, change(second)], [logKey, second])
    assert.equal(told(await verifyLog(address, { policy, folder: other })), 'verified 2')
    files = publish([genesis, change(second), change(third)], [second, third])
    assert.equal(told(await verifyLog(address, { policy, folder: other })), 'verified 3')
  })

  test('holds a new log to what was verified of the one before', async () => {
    files = publish([...history(3), ['control', start + 3, { v: 1, type: 'freeze' }]])
    assert.equal(told(await look()), 'verified 4')
    const last = parseCheckpoint(String(files.get('checkpoint')))
    assert.ok(last.ok)
    const [size, root] = [4, toBase64(last.value.root)]
    const next = portableSigningKey({
      name: 'peyman.example/log/2',
      type: signatureTypes.note,
      seed: new Uint8Array(32).fill(5)
    })
    const vkey = formatVerifierKey(next.key)
    const opened = (previous: object): Written => [
      'control',
      start,
      { v: 1, type: 'genesis', origin: next.key.name, keys: [vkey], previous }
    ]
    const given = `log ${vkey}\nquorum none\n`
    for (const [previous, expected] of [
      [{ origin, size: 3, root }, 'fork'],
      [{ origin, size, root: toBase64(new Uint8Array(32)) }, 'fork'],
      [{ origin, size, root }, 'verified 1']
    ] as const) {
      files = publish([opened(previous)], [next], next.key.name)
      assert.equal(told(await look(given)), expected)
      // The next false log has the same size; this is about what it says, not about its own past.
      await rm(new VerifiedLogs(folder).folderOf(next.key.name), { recursive: true })
    }
  })

  test('takes the keys from the log itself at the first look only', async () => {
    files = publish(history(3))
    const first = await look(null)
    assert.ok(first.verdict === 'verified' && first.report.policyFrom === 'log')
    files.set('policy', 'quorum none\n')
    const later = await look(null)
    assert.ok(later.verdict === 'verified' && later.report.policyFrom === 'remembered')
    assert.equal(told(await look('nonsense')), 'policy-unusable')
    assert.equal(told(await look('quorum none\n')), 'unknown-log')
    await writeFile(join(folder, 'x'), '')
    files = new Map()
    assert.equal(told(await look(null)), 'unreachable')
  })

  test('refuses to forget what it knew', async () => {
    files = publish(history(3))
    await look()
    const file = join(new VerifiedLogs(folder).folderOf(origin), 'state.json')
    await writeFile(file, '{"v":1}')
    assert.equal(told(await look()), 'state-unusable')
  })
})
