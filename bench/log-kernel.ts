/**
 * The log's kernel: hashes per second beside what `node:crypto` does alone in the same run, leaves
 * appended per second, and the size of a receipt and the time to make and to check it in logs of
 * 10 thousand, 1 million and 10 million leaves. Every receipt that is measured must be proven.
 *
 * Run: node bench/log-kernel.ts [--quick]
 */
import { hash } from 'node:crypto'
import {
  commitmentOf,
  encodeEntry,
  formatReceipt,
  formatSignatureLine,
  formatVerifierKey,
  leafHash,
  nodeHash,
  parsePolicy,
  portablePrimitives,
  portableSigningKey,
  proveInclusion,
  readNodesFromTiles,
  rootOfInclusion,
  sealBatch,
  sha256,
  signatureTypes,
  signCheckpoint,
  signTreeHead,
  TileBuilder,
  tilePath,
  verifyReceipt
} from '../src/kernel/tlog/index.ts'
import type { Policy, Primitives, SealedBatch, TreeHead } from '../src/kernel/tlog/index.ts'
import { nodePrimitives } from '../tests/support/tlog.ts'

const quick = process.argv.includes('--quick')
const sizes = quick ? [10_000, 100_000] : [10_000, 1_000_000, 10_000_000]
const seconds = quick ? 0.2 : 1.5
/** Least share of what `node:crypto` alone could hash in the same run. */
const shareLeast = 0.8
const batchMembers = 100
const samples = 24
const at = 1_767_225_601

/** Time that this thread has really run, so that a busy machine does not change the figures. */
function processorSeconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

/** Calls per second, the best of three rounds after one to warm up. */
function rate(call: (i: number) => void): number {
  const round = () => {
    let calls = 0
    const begun = processorSeconds()
    while (processorSeconds() - begun < seconds / 3) {
      for (let i = 0; i < 500; i++) call(calls++)
    }
    return calls / (processorSeconds() - begun)
  }
  round()
  return Math.max(round(), round(), round())
}

/** Seconds for one call, the median over the samples. */
async function medianSeconds(call: (i: number) => unknown): Promise<number> {
  for (let i = 0; i < samples; i++) await call(i)
  const spent: number[] = []
  for (let i = 0; i < samples * (quick ? 2 : 8); i++) {
    const begun = performance.now()
    await call(i % samples)
    spent.push((performance.now() - begun) / 1000)
  }
  return spent.toSorted((a, b) => a - b)[Math.floor(spent.length / 2)] ?? 0
}

// Every entry of the bench is this one with another number in the batch root's place.
const template = encodeEntry({
  kind: 'sealed',
  at,
  count: batchMembers,
  batchRoot: new Uint8Array(32)
})
if (!template.ok) throw new Error(template.reason)
const templateBytes = template.value

const whole = (value: number) => Math.round(value).toLocaleString('en')
const share = (value: number) => `${Math.round(value * 100)} %`
const row = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`)

/** An entry as a busy log writes them: a sealed batch, its root made from a number. */
function sealedEntry(number: number): Uint8Array {
  const entry = templateBytes.slice()
  new DataView(entry.buffer).setUint32(14, number)
  return entry
}

/** What the server passes: its own signatures and long hashes, the kernel's hash for short inputs. */
const serverPrimitives: Primitives = {
  ...nodePrimitives,
  sha256: (data) => (data.length < 120 ? sha256(data) : nodePrimitives.sha256(data))
}

const kits: [string, Primitives][] = [
  ['node:crypto', nodePrimitives],
  ['node:crypto, own short hashes', serverPrimitives],
  ['plain JavaScript', portablePrimitives]
]

function measureHashes(): { leaf: number; node: number } {
  console.log('\n## Hashes\n')
  row('what', 'leaf of 46 B /s', 'of node:crypto', 'node /s', 'of node:crypto')
  row('-', '-:', '-:', '-:', '-:')
  const entry = sealedEntry(1)
  const leafInput = Buffer.concat([Uint8Array.of(0), entry])
  const nodeInput = Buffer.alloc(65, 1)
  const [left, right] = [new Uint8Array(32), new Uint8Array(32)]
  const leaf = rate(() => hash('sha256', leafInput, 'buffer'))
  const node = rate(() => hash('sha256', nodeInput, 'buffer'))
  row('node:crypto alone', whole(leaf), '', whole(node), '')
  for (const [name, primitives] of kits) {
    const ourLeaf = rate(() => leafHash(entry, primitives))
    const ourNode = rate(() => nodeHash(left, right, primitives))
    const [leafShare, nodeShare] = [share(ourLeaf / leaf), share(ourNode / node)]
    row(`kernel on ${name}`, whole(ourLeaf), leafShare, whole(ourNode), nodeShare)
  }
  return { leaf, node }
}

function measureAppending(limit: { leaf: number; node: number }): void {
  console.log('\n## Leaves appended, tiles made\n')
  row('what', 'leaves/s', 'of the hash limit')
  row('-', '-:', '-:')
  const entries = Array.from({ length: 4096 }, (_, i) => sealedEntry(i))
  const entryAt = (i: number) => entries[i % entries.length] as Uint8Array
  const hashed = 1 / (1 / limit.leaf + 1 / limit.node)
  row('node:crypto alone: one leaf hash, one node hash', whole(hashed), '')
  for (const [name, primitives] of kits) {
    const ready = TileBuilder.empty(primitives)
    const leaves = entries.map((entry) => leafHash(entry, primitives))
    const growing = rate((i) => {
      ready.append(leaves[i % leaves.length] as Uint8Array)
      if (i % 4096 === 0) ready.takeTiles()
    })
    const fresh = TileBuilder.empty(primitives)
    const hashing = rate((i) => {
      fresh.append(leafHash(entryAt(i), primitives))
      if (i % 4096 === 0) fresh.takeTiles()
    })
    row(`kernel on ${name}, hashed leaves`, whole(growing), share(growing / limit.node))
    row(`kernel on ${name}, entries`, whole(hashing), share(hashing / hashed))
    if (primitives === serverPrimitives && hashing < shareLeast * hashed) process.exitCode = 1
  }
}

const seedOf = (fill: number) => new Uint8Array(32).fill(fill)
const origin = 'bench.example/peyman/log/1405'
const logKeys = [
  portableSigningKey({ name: origin, type: signatureTypes.note, seed: seedOf(1) }),
  portableSigningKey({ name: origin, type: signatureTypes.postQuantum, seed: seedOf(2) })
]
const witnesses = [3, 4, 5].map((fill) =>
  portableSigningKey({
    name: `w${String(fill)}.example`,
    type: signatureTypes.cosignature,
    seed: seedOf(fill)
  })
)

const vkeys = [...logKeys, ...witnesses].map(({ key }) => formatVerifierKey(key))
const parsed = parsePolicy(
  [
    ...vkeys.slice(0, 2).map((vkey) => `log ${vkey}`),
    ...vkeys.slice(2).map((vkey, i) => `witness w${String(i)} ${vkey}`),
    'group most 2 w0 w1 w2',
    'quorum most'
  ].join('\n')
)
if (!parsed.ok) throw new Error(parsed.reason)
const policy: Policy = parsed.value

/** A batch of which one member, in the middle, is opened by a receipt. */
function realBatch(number: number): { opening: Opening; sealed: SealedBatch } {
  const statement = Buffer.from(
    JSON.stringify({
      v: 1,
      type: 'application',
      erds: 'A.1-SubmissionAcceptance',
      id: `0199c0de-0000-7000-8000-${String(number).padStart(12, '0')}`,
      at: '2026-01-01T00:00:00Z',
      digest: 'a'.repeat(64)
    })
  )
  const opening = { salt: seedOf(number), statement, position: batchMembers / 2 }
  const commitments = Array.from({ length: batchMembers }, (_, i) =>
    i === opening.position ? commitmentOf(opening, nodePrimitives) : new Uint8Array(32).fill(i)
  )
  const sealed = sealBatch({ at, commitments }, nodePrimitives)
  if (!sealed.ok) throw new Error(sealed.reason)
  return { opening, sealed: sealed.value }
}
interface Opening {
  readonly salt: Uint8Array
  readonly statement: Uint8Array
  readonly position: number
}

const batches = Array.from({ length: samples }, (_, i) => realBatch(i))

/** Grows a log in which the sampled batches stand, the rest between them. */
function growLog(size: number) {
  const builder = TileBuilder.empty(serverPrimitives)
  const tiles = new Map<string, Uint8Array>()
  const places = batches.map((_, i) => Math.floor(((i + 0.5) / samples) * size))
  const entryAt = new Map(places.map((place, i) => [place, batches[i]?.sealed.entry]))
  const keep = () => {
    for (const tile of builder.takeTiles()) tiles.set(tilePath(tile), tile.bytes)
  }
  const begun = processorSeconds()
  for (let i = 0; i < size; i++) {
    builder.append(leafHash(entryAt.get(i) ?? sealedEntry(i), serverPrimitives))
    // A partial tile that is overtaken would only take memory; a batch ends where tiles do.
    if (i % 65_536 === 65_535) keep()
  }
  keep()
  const spent = processorSeconds() - begun
  const head: TreeHead = { origin, size, root: builder.root() }
  const read = readNodesFromTiles(
    size,
    (wanted) => wanted.map((tile) => tiles.get(tilePath(tile)) ?? new Uint8Array()),
    serverPrimitives
  )
  return { head, read, places, spent }
}

async function measureReceipts(size: number): Promise<void> {
  const { head, read, places, spent } = growLog(size)
  const lines = witnesses.map((key) => formatSignatureLine(signTreeHead(head, key, at + 5)))
  const checkpoint = signCheckpoint(head, logKeys, 0) + lines.join('')
  const index = (i: number) => places[i] ?? 0
  const pathOf = (i: number) => proveInclusion({ index: index(i), size }, read, serverPrimitives)
  const paths = await Promise.all(batches.map((_, i) => pathOf(i)))
  const receipts = batches.map(({ opening, sealed }, i) => {
    const receipt = formatReceipt({
      opening: {
        ...opening,
        count: batchMembers,
        at,
        batchPath: sealed.batch.pathOf(opening.position)
      },
      index: index(i),
      path: paths[i] ?? [],
      checkpoint
    })
    if (!receipt.ok) throw new Error(receipt.reason)
    return receipt.value
  })
  const verify = (i: number, primitives: Primitives) => {
    const { verdict } = verifyReceipt(receipts[i] ?? '', policy, primitives)
    if (verdict !== 'proven') throw new Error(`receipt ${String(i)} is ${verdict}`)
  }
  const leaf = leafHash(batches[0]?.sealed.entry ?? new Uint8Array(), serverPrimitives)
  const walk = (i: number) =>
    rootOfInclusion({ leaf, index: index(i), size, path: paths[i] ?? [] }, serverPrimitives)
  const micro = (time: number) => whole(time * 1e6)
  row(
    whole(size),
    whole(size / spent),
    String(Math.max(...paths.map((path) => path.length))),
    whole(Math.max(...receipts.map((receipt) => receipt.length))),
    whole(Math.max(...receipts.map((receipt) => receipt.indexOf('\n\n') + 2))),
    micro(await medianSeconds(pathOf)),
    micro(await medianSeconds(walk)),
    micro(await medianSeconds((i) => verify(i, serverPrimitives))),
    micro(await medianSeconds((i) => verify(i, portablePrimitives)))
  )
}

console.log(`Node ${process.version}, ${process.arch}; processor time of one thread`)
measureAppending(measureHashes())
console.log(`
## Receipts: batches of ${String(batchMembers)}, a log signing with Ed25519 and ML-DSA-44, three witnesses
`)
row(
  'leaves',
  'grown, leaves/s',
  'path, hashes',
  'receipt, B',
  'of it the proof, B',
  'prove, µs',
  'path check, µs',
  'whole check on node:crypto, µs',
  'in plain JavaScript, µs'
)
row('-:', '-:', '-:', '-:', '-:', '-:', '-:', '-:', '-:')
for (const size of sizes) await measureReceipts(size)
