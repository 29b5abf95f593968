import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { parseCheckpoint } from '../../src/kernel/tlog/index.ts'
import { type NewFact, publicLog, recordFacts } from '../../src/ledger/index.ts'
import {
  type Context,
  type Db,
  type ManualClock,
  inTransaction,
  manualClock,
  newId,
  silentLog
} from '../../src/platform/index.ts'
import { testDatabase } from './database.ts'

/** A log with its signer, on a database and in a folder of its own, and a clock that the test moves. */
export interface TestLog {
  readonly context: Context
  readonly clock: ManualClock
  readonly folder: string
  readonly url: string
  /** One round of the log. */
  keep(): Promise<void>
  /** Stops the signer, or starts it again. */
  stopSigner(): Promise<void>
  startSigner(): Promise<void>
}

/** Opens a log; closed and removed when the test file ends. */
export async function testLog(start = '2026-11-22T06:00:00Z'): Promise<TestLog> {
  const { db, url } = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'peyman-log-'))
  const clock = manualClock(start)
  const config = readConfig({ PEYMAN_DATA: folder, PEYMAN_ORIGIN: 'https://desk.example' })
  const context: Context = { db, clock, config, log: silentLog, nudge: () => {} }
  let signer: Awaited<ReturnType<typeof publicLog.openSigner>> | null = null
  const stopSigner = async () => {
    await signer?.close()
    signer = null
  }
  const startSigner = async () => {
    signer ??= await publicLog.openSigner(folder)
  }
  await startSigner()
  after(async () => {
    await stopSigner()
    await rm(folder, { recursive: true, force: true })
  })
  const keep = async () => publicLog.keepLog(context, await publicLog.publisherOf(context))
  return { context, clock, folder, url, keep, stopSigner, startSigner }
}

/** Records `count` facts of cases, some of the same case. @returns Their ids. */
export async function recordCases(db: Db, count: number, at: Temporal.Instant): Promise<string[]> {
  const facts = Array.from({ length: count }, (_, i): NewFact => {
    const owner = `owner ${String(i % 7)}`
    return {
      owner,
      authority: 'sko',
      kind: i % 3 === 0 ? 'case.submitted' : 'document.received',
      subject: `case ${String(i % 11)}`,
      at,
      actor: owner,
      agreementVersion: null,
      cardVersion: '10021006@1',
      body: { case: `case ${String(i % 11)}`, service: '10021006', note: newId(), i }
    }
  })
  const recorded = await inTransaction(db, (tx) => recordFacts(tx, facts))
  return recorded.map(({ id }) => id)
}

/** Size and root of a checkpoint that must be one. */
export function headOf(note: string | Uint8Array): { size: number; root: Uint8Array } {
  const checkpoint = parseCheckpoint(note)
  if (!checkpoint.ok) throw new Error(checkpoint.reason)
  return checkpoint.value
}
