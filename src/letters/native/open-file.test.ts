// Goal: both paths read age files as every other program does: what is valid is opened to the same bytes, what
// is not is refused, whole and in pieces. Method: the vectors of C2SP (tests/vectors/letters/cctv-age.json).
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import {
  DamagedFileError,
  type Pieces,
  type SealPrimitives,
  openAgeFile,
  portableSealPrimitives
} from '../../kernel/seal/index.ts'
import { nativePrimitives } from './index.ts'

const { files } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../tests/vectors/letters/cctv-age.json'), 'utf8')
) as { files: Record<string, string> }

const paths = { native: nativePrimitives, portable: portableSealPrimitives }

test('there are vectors', () => assert.ok(Object.keys(files).length > 100))

for (const [path, primitives] of Object.entries(paths)) {
  for (const [name, encoded] of Object.entries(files)) {
    const { expect, payload, identities, file, armoured } = vectorOf(encoded)
    test(`${path}: ${name} gives ${expect}`, async () => {
      const opened = await tryAll(identities, (own) => openAgeFile(file, own, primitives))
      if (expect === 'success') {
        assert.ok(opened.ok)
        assert.equal(sha256(opened.value), payload)
      } else {
        assert.ok(!opened.ok)
        assert.ok(opened.reasons.some((reason) => reasonOf(expect).includes(reason ?? '')))
      }
    })
    if (!armoured && path === 'native') {
      test(`${path}: ${name} in pieces gives ${expect}`, async () => {
        const small = file.length < 10_000 ? [1, 61] : []
        for (const size of [...small, 65_552, 1_000_000]) {
          const opened = await tryAll(identities, (own) =>
            openPieces(primitives, pieces(file, size), own)
          )
          assert.equal(opened.ok, expect === 'success', String(size))
          if (opened.ok) assert.equal(sha256(opened.value), payload)
        }
      })
    }
  }
}

interface Opened {
  readonly ok: boolean
  readonly value?: Uint8Array
  readonly reason?: string
}

/** What the first identity that opens it gives, or why each does not. */
async function tryAll(
  identities: readonly string[],
  open: (identity: string) => Promise<Opened>
): Promise<{ ok: true; value: Uint8Array } | { ok: false; reasons: (string | undefined)[] }> {
  const reasons: (string | undefined)[] = []
  for (const identity of identities) {
    const opened = await open(identity)
    if (opened.ok) return { ok: true, value: opened.value ?? new Uint8Array() }
    reasons.push(opened.reason)
  }
  return { ok: false, reasons }
}

async function openPieces(
  primitives: SealPrimitives,
  from: Pieces,
  identity: string
): Promise<Opened> {
  const opened = await primitives.decryptStream(from, identity)
  if (!opened.ok) return opened
  const parts: Uint8Array[] = []
  try {
    for await (const part of opened.value) parts.push(new Uint8Array(part))
  } catch (error) {
    assert.ok(error instanceof DamagedFileError, String(error))
    return { ok: false, reason: 'age-damaged' }
  }
  return { ok: true, value: Buffer.concat(parts) }
}

async function* pieces(of: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < of.length; at += size) yield Promise.resolve(of.subarray(at, at + size))
}

function reasonOf(expect: string): string[] {
  if (expect === 'no match') return ['age-other-recipient']
  if (expect === 'armor failure') return ['age-form']
  // What does not even begin as an age file is none.
  return expect === 'header failure' ? ['age-damaged', 'age-form'] : ['age-damaged']
}

function vectorOf(encoded: string) {
  const bytes = Buffer.from(encoded, 'base64')
  const gap = bytes.indexOf('\n\n')
  const lines = bytes.subarray(0, gap).toString('utf8').split('\n')
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const rest = bytes.subarray(gap + 2)
  return {
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0],
    identities: all('identity'),
    armoured: all('armored')[0] === 'yes',
    file: all('compressed')[0] === 'zlib' ? inflateSync(rest) : rest
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
