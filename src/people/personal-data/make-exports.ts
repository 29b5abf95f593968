import { createHash } from 'node:crypto'
import { makeZip } from 'client-zip'
import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { type DataExport, exportDays, silentSeconds } from './export.ts'
import { exportFiles } from './export-files.ts'
import {
  addBytes,
  expireExports,
  noteProgress,
  readyExport,
  removeBytes,
  takeExport,
  waitingExports
} from './export-store.ts'
import type { PersonalDataHolder, PersonalFile } from './holder.ts'
import { messages } from './messages.ts'
import { platformAuthority } from '../platform-authority.ts'

const { entries: t } = messages
const exportsAtOnce = 5
const chunkBytes = 1_048_576

/** Nobody wants the copy any more: its person is being erased. */
class UnwantedError extends Error {}

/** Makes the copies that were asked for, and lets old ones expire. */
export async function makeExports(
  context: Context,
  holders: readonly PersonalDataHolder[]
): Promise<void> {
  const now = context.clock.now()
  await expireExports(context.db, now)
  const silentSince = now.subtract({ seconds: silentSeconds })
  for (const asked of await waitingExports(context.db, silentSince, exportsAtOnce)) {
    if (!(await takeExport(context.db, asked, now))) continue
    try {
      await makeExport(context, holders, asked)
    } catch (error) {
      await removeBytes(context.db, asked)
      if (error instanceof UnwantedError) continue
      context.log.error(
        { error, export: asked.id },
        'a copy of data failed; it is made again later'
      )
    }
  }
}

async function makeExport(
  context: Context,
  holders: readonly PersonalDataHolder[],
  asked: DataExport
): Promise<void> {
  // A process that died may have left a beginning.
  await removeBytes(context.db, asked)
  const files = exportFiles(context, { holders, person: asked.person }, async (done) => {
    const at = context.clock.now()
    const isWanted = await noteProgress(context.db, asked, { done, total: holders.length, at })
    if (!isWanted) throw new UnwantedError()
  })
  const written = await writeChunks(context, asked, makeZip(inputsOf(files, context.clock.now())))
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const expiresAt = at.add({ hours: 24 * exportDays })
    const made = { readyAt: at, expiresAt, ...written }
    if (!(await readyExport(tx, asked, made))) throw new UnwantedError()
    const { person } = asked
    await recordFact(tx, {
      owner: person,
      authority: platformAuthority,
      kind: 'personal-data.exported',
      subject: person,
      at,
      actor: person,
      body: { export: asked.id, sizeBytes: written.sizeBytes, expiresAt: expiresAt.toString() }
    })
    const news = { subject: t.toldExportSubject, text: t.toldExport, kind: 'export' }
    await tellPerson(tx, { person, ...news }, at)
  })
  context.nudge()
}

async function* inputsOf(files: AsyncIterable<PersonalFile>, at: Temporal.Instant) {
  // The library reads no Temporal; milliseconds are what its dates are made of.
  const lastModified = at.epochMilliseconds
  for await (const { file, content } of files) {
    yield typeof content === 'string'
      ? { name: file, lastModified, input: content }
      : { name: file, lastModified, input: content as AsyncIterable<Uint8Array<ArrayBuffer>> }
  }
}

/** Writes the archive in rows as it comes; nothing of it is held but the next row. */
async function writeChunks(
  { db }: Context,
  to: DataExport,
  zip: AsyncIterable<Uint8Array>
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let pieces: Uint8Array[] = []
  let waiting = 0
  let fromByte = 0
  const flush = async () => {
    if (waiting === 0) return
    const content = Buffer.concat(pieces)
    if (!(await addBytes(db, to, { fromByte, content }))) throw new UnwantedError()
    fromByte += content.length
    pieces = []
    waiting = 0
  }
  for await (const piece of zip) {
    hash.update(piece)
    pieces.push(piece)
    waiting += piece.length
    if (waiting >= chunkBytes) await flush()
  }
  await flush()
  return { sizeBytes: fromByte, sha256: hash.digest('hex') }
}
