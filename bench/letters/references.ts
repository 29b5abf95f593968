import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as openpgp from 'openpgp'
import { generateMailboxIdentity, recipientOf } from '../../src/kernel/seal/index.ts'
import { ratesOf } from './rates.ts'

/** Sealed and opened in a second of the processor. */
export interface SealOpen {
  readonly sealed: number
  readonly opened: number
}

/** OpenPGP.js: signed by Ed25519 and encrypted to X25519, the defaults of its version 6. */
export async function openPgpRates(
  bytes: Uint8Array,
  time: { seconds: number; rounds: number }
): Promise<SealOpen> {
  const key = await openpgp.generateKey({ userIDs: [{ name: 'bench' }], format: 'object' })
  const [encryptionKeys, signingKeys] = [key.publicKey, key.privateKey]
  const seal = async () => {
    const message = await openpgp.createMessage({ binary: bytes })
    const options = { message, encryptionKeys, signingKeys, format: 'binary' as const }
    return (await openpgp.encrypt(options)) as Uint8Array
  }
  const file = await seal()
  const open = async () => {
    const message = await openpgp.readMessage({ binaryMessage: file })
    const opened = await openpgp.decrypt({
      message,
      decryptionKeys: key.privateKey,
      verificationKeys: key.publicKey,
      expectSigned: true,
      format: 'binary'
    })
    await opened.signatures[0]?.verified
  }
  const ways = [
    { name: 'sealed', call: seal },
    { name: 'opened', call: open }
  ]
  return toSealOpen(await ratesOf(ways, time))
}

/**
 * The `age` tool to a classic recipient, unsigned, a process for each file; in files per second of the wall,
 * since its processor time is its own. `null` where it is not installed.
 */
export async function ageToolRates(bytes: Uint8Array, seconds: number): Promise<SealOpen | null> {
  if (spawnSync('age', ['--version']).status !== 0) return null
  const identity = await generateMailboxIdentity('classic')
  const recipient = (await recipientOf(identity)) ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'peyman-bench-age-'))
  const at = (name: string) => join(folder, name)
  writeFileSync(at('own.key'), `${identity}\n`, { mode: 0o600 })
  writeFileSync(at('plain'), bytes)
  const perSecond = (args: string[]) => {
    let calls = 0
    const begun = performance.now()
    do {
      if (spawnSync('age', args).status !== 0) throw new Error(`age ${args.join(' ')}`)
      calls += 1
    } while (performance.now() - begun < seconds * 1000)
    return (calls * 1000) / (performance.now() - begun)
  }
  try {
    const sealed = perSecond(['-r', recipient, '-o', at('sealed'), at('plain')])
    const opened = perSecond(['-d', '-i', at('own.key'), '-o', at('opened'), at('sealed')])
    if (!readFileSync(at('opened')).equals(bytes)) throw new Error('age gave other bytes')
    return { sealed, opened }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function toSealOpen(rates: readonly { name: string; perSecond: number }[]): SealOpen {
  const of = (name: string) => rates.find((rate) => rate.name === name)?.perSecond ?? 0
  return { sealed: of('sealed'), opened: of('opened') }
}
