import { randomBytes } from 'node:crypto'
import { commitmentOf, encodeEntry, hashBytes, sealBatch } from '../kernel/tlog/index.ts'
import { type KeySubject, companionOf, saltOf } from './evidence-key-store.ts'
import type { EntryRow } from './entry-store.ts'
import type { Candidate } from './leaf-store.ts'
import { serverPrimitives } from './server-primitives.ts'
import { type FactText, isPublicKind, publicBodyOf, statementOf } from './statement.ts'

/** Most commitments of one sealed entry: whoever derives a receipt hashes them all anew. */
export const batchMembersMax = 1024

/** A fact ready for the log, all of it but the time and the place. */
export interface ReadyFact extends KeySubject {
  readonly id: string
  /** What a public fact publishes. */
  readonly published: { readonly type: string; service: string | null; body: Buffer } | null
  /** What a sealed fact commits to. */
  readonly commitment: Uint8Array
  /** What joins it where it is alone: nobody without its key can tell it from another commitment. */
  readonly companion: Uint8Array
}

/** Makes a candidate ready: hashes what is sealed. */
export function readyFact({ bucket, id, fact, key }: Candidate): ReadyFact {
  const blank = { bucket, id, published: null, commitment: padding(), companion: padding() }
  if (fact === null) return { ...blank, subject: '' }
  const { subject, kind } = fact
  if (isPublicKind(kind)) {
    const published = {
      type: kind,
      service: serviceOf(fact),
      body: Buffer.from(publicBodyOf(fact))
    }
    return { ...blank, subject, published }
  }
  // Whose key was erased gets a leaf like everyone's, which nobody can open.
  if (key == null) return { ...blank, subject }
  return {
    ...blank,
    subject,
    commitment: commitmentOfFact(fact, key),
    companion: companionOf(key, id)
  }
}

/** Commitment to a fact under the key of its subject. */
export function commitmentOfFact(fact: FactText, key: Uint8Array): Uint8Array {
  const secret = { salt: saltOf(key, fact.id), statement: Buffer.from(statementOf(fact)) }
  return commitmentOf(secret, serverPrimitives)
}

function padding(): Uint8Array {
  return randomBytes(hashBytes)
}

function serviceOf(fact: FactText): string | null {
  const { service } = JSON.parse(fact.body) as { service?: unknown }
  return typeof service === 'string' ? service : null
}

/** An entry about to be appended, with the facts that it holds. */
export interface DraftEntry {
  readonly row: Omit<EntryRow, 'index'>
  readonly facts: readonly {
    readonly id: string
    readonly bucket: number
    readonly place: number | null
  }[]
}

/**
 * The entries that a round of facts becomes: one for each public fact, the rest in sealed batches. A
 * lone sealed fact is joined by a companion, so that no batch shows a single event.
 * @param at - POSIX seconds of all of them.
 */
export function draftEntries(facts: readonly ReadyFact[], at: number): DraftEntry[] {
  const open = facts.filter(({ published }) => published !== null)
  const sealed = facts.filter(({ published }) => published === null)
  const drafts = open.map((fact) => openDraft(fact, at))
  for (let from = 0; from < sealed.length; from += batchMembersMax) {
    drafts.push(sealedDraft(sealed.slice(from, from + batchMembersMax), at))
  }
  return drafts
}

function openDraft({ id, bucket, published }: ReadyFact, at: number): DraftEntry {
  if (published === null) throw new Error('a sealed fact is not published')
  const { type, service, body } = published
  const entry = encodeEntry({ kind: 'public', at, body })
  if (!entry.ok) throw new Error(`fact ${id} makes no entry: ${entry.reason}`)
  return {
    row: { kind: 1, at, type, service, entry: entry.value, commitments: null },
    facts: [{ id, bucket, place: null }]
  }
}

function sealedDraft(facts: readonly ReadyFact[], at: number): DraftEntry {
  const commitments = facts.map(({ commitment }) => commitment)
  const [lone, second] = facts
  if (lone !== undefined && second === undefined) commitments.push(lone.companion)
  const sealed = sealBatch({ at, commitments }, serverPrimitives)
  if (!sealed.ok) throw new Error(`a batch makes no entry: ${sealed.reason}`)
  return {
    row: {
      kind: 2,
      at,
      type: 'sealed',
      service: null,
      entry: sealed.value.entry,
      commitments: Buffer.concat(commitments)
    },
    facts: facts.map(({ id, bucket }, place) => ({ id, bucket, place }))
  }
}

/** A control entry: what the log says about itself. */
export function controlDraft(body: { type: string; [member: string]: unknown }, at: number) {
  const { type, ...rest } = body
  const text = Buffer.from(JSON.stringify({ v: 1, type, ...rest }))
  const entry = encodeEntry({ kind: 'control', at, body: text })
  if (!entry.ok) throw new Error(`no control entry: ${entry.reason}`)
  const draft: DraftEntry = {
    row: { kind: 4, at, type, service: null, entry: entry.value, commitments: null },
    facts: []
  }
  return draft
}
