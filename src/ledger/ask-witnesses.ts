import {
  type PolicyWitness,
  formatAddCheckpoint,
  formatSignatureLine,
  parseCheckpoint,
  parsePolicy,
  parseSignatureLines,
  proveConsistency,
  sameBytes,
  verifySignature
} from '../kernel/tlog/index.ts'
import type { Context } from '../platform/index.ts'
import type { LogRow } from './log-store.ts'
import { type Publisher, nodesOf } from './publisher.ts'
import { serverPrimitives } from './server-primitives.ts'

const waitMilliseconds = 5000
const answerBytesMax = 65_536

/**
 * Asks every witness of the policy that has an address, and has not signed yet, to cosign a checkpoint
 * (C2SP tlog-witness).
 * @returns The signature lines that came back and hold; who does not answer is passed over.
 */
export async function askWitnesses(
  context: Context,
  publisher: Publisher,
  signed: { head: LogRow; note: string }
): Promise<string> {
  if (publisher.witnessLines.trim() === '') return ''
  const policy = parsePolicy(publisher.witnessLines, serverPrimitives)
  if (!policy.ok) return ''
  const signatures = signaturesOf(signed.note)
  const asked = policy.value.witnesses.filter(
    ({ url, key }) =>
      url !== null && !signatures.some(({ name, id }) => name === key.name && sameBytes(id, key.id))
  )
  const lines = await Promise.all(
    asked.map((witness) =>
      askWitness(context, publisher.witnesses, { ...signed, witness }).catch((error: unknown) => {
        context.log.warn({ error, witness: witness.name }, 'a witness did not cosign')
        return ''
      })
    )
  )
  return lines.join('')
}

function signaturesOf(note: string) {
  const checkpoint = parseCheckpoint(note)
  return checkpoint.ok ? checkpoint.value.note.signatures : []
}

interface Asked {
  readonly head: LogRow
  readonly note: string
  readonly witness: PolicyWitness
}

async function askWitness(
  context: Context,
  known: Map<string, number>,
  asked: Asked
): Promise<string> {
  const name = `${asked.witness.name} ${asked.head.origin}`
  const first = await post(context, asked, known.get(name) ?? 0)
  const size = first.status === 409 ? Number(first.text.trim()) : Number.NaN
  // The witness says what it cosigned last, which nobody else remembers for sure.
  const isOlder = Number.isSafeInteger(size) && size >= 0 && size <= asked.head.size
  const answer = isOlder ? await post(context, asked, size) : first
  if (answer.status !== 200) {
    throw new Error(`it answered ${String(answer.status)}: ${answer.text.slice(0, 200)}`)
  }
  const lines = checkedLines(asked, answer.text)
  known.set(name, asked.head.size)
  return lines
}

async function post(
  { db }: Context,
  { head, note, witness }: Asked,
  oldSize: number
): Promise<{ status: number; text: string }> {
  const proof = await proveConsistency(
    { oldSize, newSize: head.size },
    nodesOf(db, head),
    serverPrimitives
  )
  const answer = await fetch(`${(witness.url ?? '').replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint({ oldSize, proof, checkpoint: note }),
    signal: AbortSignal.timeout(waitMilliseconds),
    redirect: 'error'
  })
  const text = await answer.text()
  return { status: answer.status, text: text.slice(0, answerBytesMax) }
}

/** Only lines of this witness whose signature holds: a wrong one would spoil the whole checkpoint. */
function checkedLines({ note, witness }: Asked, text: string): string {
  const checkpoint = parseCheckpoint(note)
  const lines = parseSignatureLines(text)
  if (!checkpoint.ok || !lines.ok)
    throw new Error('it answered with something else than signatures')
  const { origin, size, root, note: signed } = checkpoint.value
  const head = { origin, size, root, text: signed.text }
  const good = lines.value.filter(
    (signature) =>
      signature.name === witness.key.name &&
      sameBytes(signature.id, witness.key.id) &&
      verifySignature({ head, signature, key: witness.key }, serverPrimitives).ok
  )
  if (good.length === 0) throw new Error('its signature does not hold')
  return good.map(formatSignatureLine).join('')
}
