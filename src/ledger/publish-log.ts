import { parsePolicy, proveConsistency, sameBytes, verifyCheckpoint } from '../kernel/tlog/index.ts'
import type { Context, Db } from '../platform/index.ts'
import { askWitnesses } from './ask-witnesses.ts'
import { policyText } from './log-policy.ts'
import { type LogRow, logById, noteStanding, publishedOf, replaceCheckpoint } from './log-store.ts'
import { publishTiles } from './publish-tiles.ts'
import { type Publisher, nodesOf } from './publisher.ts'
import { serverPrimitives } from './server-primitives.ts'
import { type SignerClient, SignerRefusedError } from './signer-client.ts'

/**
 * Publishes the head of a shard: its tiles, then the signature, then the witnesses', and last the
 * checkpoint. Each step may be done again, so after a crash this is simply called for the head that
 * is there. Nothing is published of a tree that the signer refuses, or while the quorum is missing.
 * @returns Why it could not be published; `null` where the newest head is.
 */
export async function publishLog(
  context: Context,
  publisher: Publisher,
  log: string
): Promise<string | null> {
  const head = await logById(context.db, log)
  if (head === null || head.size === 0) return null
  const published = await publishedOf(context.db, log)
  if (published.note !== null && published.size === head.size && published.trouble === null) {
    return publishAgain(context, publisher, { head, note: published.note })
  }
  await publishTiles(context.db, publisher.files, { log, from: published.size, to: head.size })
  const signed = await signedNote(context.db, publisher.signer, { head, published: published.size })
  const note = signed + (await askWitnesses(context, publisher, { head, note: signed }))
  return publishNote(context, publisher, { head, note })
}

interface SignedLog {
  readonly head: LogRow
  readonly note: string
}

async function publishNote(
  context: Context,
  publisher: Publisher,
  signed: SignedLog
): Promise<string | null> {
  const { log, size } = signed.head
  const { note } = signed
  const at = context.clock.now()
  const trouble = doubtOf(context, publisher, signed)
  if (trouble !== null) {
    await noteStanding(context.db, log, { at, trouble })
    return trouble
  }
  const isNewest = await replaceCheckpoint(context.db, { log, size, note, at })
  if (isNewest) await publisher.files.write(log, 'checkpoint', note)
  return null
}

const againSeconds = 60

/**
 * Nothing is new in the log, but its file may be older (a process that died between row and file) or
 * altered, and its witnesses may be new: whoever was named since, or did not answer when it was asked,
 * is asked for the same checkpoint again.
 */
async function publishAgain(
  context: Context,
  publisher: Publisher,
  published: SignedLog
): Promise<string | null> {
  const { asked, witnessLines: lines } = publisher
  const { log } = published.head
  const at = context.clock.now()
  const before = asked.get(log)
  const isRecent = before !== undefined && at.since(before.at).total('seconds') < againSeconds
  if (before?.lines === lines && isRecent) return null
  asked.set(log, { lines, at })
  await mendFile(publisher, published)
  if (lines.trim() === '') return null
  const more = await askWitnesses(context, publisher, published)
  if (more === '' && doubtOf(context, publisher, published) === null) return null
  return publishNote(context, publisher, { ...published, note: published.note + more })
}

async function mendFile({ files }: Publisher, { head, note }: SignedLog): Promise<void> {
  const file = await files.read(head.log, 'checkpoint')
  if (file?.toString() !== note) await files.write(head.log, 'checkpoint', note)
}

/** Has the signer sign a head, with the proof from whatever it signed last. */
async function signedNote(
  db: Db,
  signer: SignerClient,
  { head, published }: { head: LogRow; published: number }
): Promise<string> {
  const { log, origin, size, root } = head
  const { signed } = await signer.state(origin)
  // The published checkpoint has its signature: what forgot that would sign a second history.
  if (signed.size < published) {
    throw new SignerRefusedError(
      'signer/forgot',
      `the signer of ${log} does not know what it signed`
    )
  }
  const between = { oldSize: signed.size, newSize: size }
  const proof =
    signed.size > size || (signed.size === size && sameBytes(signed.root, root))
      ? []
      : await proveConsistency(between, nodesOf(db, { log, size }), serverPrimitives)
  return signer.sign({ origin, size, root }, proof)
}

/** What a reader with this installation's own policy would not believe. */
function doubtOf(
  context: Context,
  { witnessLines }: Publisher,
  { head, note }: SignedLog
): string | null {
  const policy = parsePolicy(
    policyText(context.config.origin, [head], witnessLines),
    serverPrimitives
  )
  if (!policy.ok) return `policy: ${policy.reason} in line ${String(policy.line)}`
  const verdict = verifyCheckpoint(note, policy.value, serverPrimitives)
  return verdict.ok ? null : verdict.reason
}
