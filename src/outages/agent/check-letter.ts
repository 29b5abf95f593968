import { setTimeout as pause } from 'node:timers/promises'
import { readLetter } from '../../kernel/reading/index.ts'
import { signOpening } from '../../kernel/seal/index.ts'
import { toBase64 } from '../../kernel/tlog/index.ts'
import { CanaryDesk, jsonOf, toldBy } from './canary-desk.ts'
import { type ProvenKeys, directoryOf, provenKeys } from './canary-keys.ts'
import {
  type CanaryEnds,
  type CanaryLetter,
  canaryEnds,
  nameOf,
  newCanaryLetter
} from './canary-letter.ts'
import { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'
import type { Check, ProbeReason } from './wire.ts'

type LetterCheck = Extract<Check, { kind: 'letter' }>
type CanaryOf = NonNullable<LookContext['canary']>

interface Walk {
  readonly canary: CanaryOf
  readonly desk: CanaryDesk
  readonly deadline: number
  readonly ends: CanaryEnds
}

// The desk looks through all that it has for a disclosed text: so often is enough, and often enough.
const discloseEveryMs = 3_600_000
const pollMs = { first: 100, most: 2000 }

/**
 * Sends a letter of random text through the whole system and opens it at the other end (PI-4.1.4b): key
 * with its proof, sealing, acceptance, publication, the sealed bytes, opening, signature, proof of opening.
 * Once an hour its text is disclosed, so that the desk looks for it everywhere (PI-4.1.10a).
 * @returns What went wrong beside the way of the letter itself; `null` for nothing.
 * @throws {ProbeFailure} With the reason of the step that failed.
 */
export async function checkLetter(
  check: LetterCheck,
  { context, deadline }: { readonly context: LookContext; readonly deadline: number }
): Promise<string | null> {
  const canary = context.canary ?? null
  if (canary === null) throw new ProbeFailure('letter-key', 'this vantage point has no canary file')
  if (new URL(check.origin).origin !== canary.file.site) {
    throw new ProbeFailure('letter-key', 'the canary file is of another desk')
  }
  const desk = new CanaryDesk(canary.file, { context, deadline })
  const ends = await (canary.ends ??= canaryEnds(canary.file))
  const walk: Walk = { canary, desk, deadline, ends }
  const client = await inStep('letter-key', () =>
    directoryOf(desk, canary, () => context.epochMilliseconds())
  )
  const { from, to } = canary.file
  const sender = await provenKeys(client, from.unit, ends.from.recipient)
  const { recipient } = await provenKeys(client, to.unit, ends.to.recipient)
  const at = context.epochMilliseconds()
  const letter = await newCanaryLetter(canary.file, ends, { recipient, at })
  await inStep('letter-accept', () => handIn(walk, letter))
  await inStep('letter-publish', () => untilPublished(walk, letter))
  const bytes = await inStep('letter-content', () => fetchSealed(walk, letter))
  await open(walk, { letter, bytes, sender })
  await inStep('letter-proof', () => prove(walk, letter))
  return disclose(walk, letter)
}

async function handIn({ desk }: Walk, { envelope }: CanaryLetter): Promise<void> {
  await desk.demand('letter-accept', { path: '/api/v1/letters', json: envelope, status: 201 })
}

async function untilPublished({ desk, deadline }: Walk, { id }: CanaryLetter): Promise<void> {
  const asked = { path: `/api/v1/letters/${id}`, status: 200 }
  for (let wait = pollMs.first; ; wait = Math.min(wait * 2, pollMs.most)) {
    const { state, arrivedAt } = await desk.demand('letter-publish', asked)
    if (typeof arrivedAt === 'string') return
    if (performance.now() + wait >= deadline) {
      throw new ProbeFailure('letter-publish', `still ${String(state)} after all of its time`)
    }
    await pause(wait)
  }
}

async function fetchSealed({ desk }: Walk, { id, file }: CanaryLetter): Promise<Buffer> {
  const { status, bytes } = await desk.ask(`/api/v1/letters/${id}/content`)
  if (status !== 200) {
    throw new ProbeFailure('letter-content', `content: ${toldBy(status, jsonOf(bytes))}`)
  }
  if (bytes.equals(file)) return bytes
  const lengths = `${String(bytes.length)} came, ${String(file.length)} were sent`
  throw new ProbeFailure('letter-content', `other bytes than were sent: ${lengths}`)
}

async function open(
  { canary, ends }: Walk,
  given: { readonly letter: CanaryLetter; readonly bytes: Buffer; readonly sender: ProvenKeys }
): Promise<void> {
  const { letter, bytes, sender } = given
  const { file } = canary
  const reading = await readLetter(
    new Uint8Array(bytes),
    { identity: ends.to.identity, senders: [sender] },
    {
      letter: letter.id,
      sender: nameOf(file.host, file.from.unit),
      sentAt: null,
      case: null,
      seenContent: null
    }
  )
  if (!reading.shown) throw new ProbeFailure('letter-open', `it is not shown: ${reading.refused}`)
  const { header, body } = reading.letter
  if (header.subject !== letter.subject || body !== letter.body) {
    throw new ProbeFailure('letter-open', 'what it says is not what was written')
  }
}

async function prove({ desk, ends }: Walk, { id, token }: CanaryLetter): Promise<void> {
  const note = signOpening({ letter: id, state: 'opened', token, signers: ends.to.signers })
  const { state } = await desk.demand('letter-proof', {
    path: `/api/v1/letters/${id}/opening`,
    json: { token: toBase64(token), note },
    status: 200
  })
  if (state === 'opened') return
  throw new ProbeFailure('letter-proof', 'the desk does not say that it was opened')
}

/** Not a part of the service that is looked at: a desk that takes no disclosure is not down. */
async function disclose(
  { desk, canary }: Walk,
  { id, fragments }: CanaryLetter
): Promise<string | null> {
  const now = performance.now()
  if (canary.disclosedAt !== null && now - canary.disclosedAt < discloseEveryMs) return null
  try {
    const json = { letter: id, fragments }
    const asked = { path: '/api/v1/letter-disclosures', json, status: 202 }
    await desk.demand('letter-proof', asked)
    canary.disclosedAt = now
    return null
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error
    return `its text could not be disclosed: ${error.detail}`
  }
}

/** A failure in a step says which it was; one that took too long is one of the step. */
async function inStep<T>(step: ProbeReason, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProbeFailure) || error.reason.startsWith('letter-')) throw error
    const reason = error.reason === 'timeout' ? step : error.reason
    throw new ProbeFailure(reason, `${step}: ${error.detail}`)
  }
}
