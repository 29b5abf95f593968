import { personalData, systemActor } from '../../people/index.ts'
import {
  type Context,
  type Db,
  type JsonObject,
  type Tx,
  bucketOf,
  inTransaction
} from '../../platform/index.ts'
import { changeLetters, takeContents } from './change-letter.ts'
import { readPieces } from './content-store.ts'
import { type StoredLetter, lettersType } from './letter.ts'
import { erdsEvents } from './letter-state.ts'
import { messages } from './messages.ts'
import {
  lettersByPerson,
  lettersPastTime,
  lettersToPerson,
  purgeable,
  removeWords
} from './personal-data-store.ts'
import { proofsOf } from './proof-store.ts'

const { entries: t } = messages
const program = systemActor('letters.retention')

/** Sealed letters with what stands on them, and what was proven of them. */
export const exchangeHolder: personalData.PersonalDataHolder = {
  slice: 'letters',
  tables: [
    'letters',
    'letter_chunks',
    'letter_arrivals',
    'letter_places',
    'sent_letters',
    'letter_proofs',
    'letter_remarks',
    'letter_approvals',
    'letter_recipient_ends'
  ],
  dataTypes: [lettersType],
  collect,
  async foresee(db, person, at) {
    const { erasable, kept } = await judge(db, person, at)
    const erased = erasable.length === 0 ? [] : [{ what: t.letters, count: erasable.length }]
    return { erased, kept, refused: [] }
  },
  async evidence(db, person, at) {
    const { erasable } = await judge(db, person, at)
    return erasable.map(({ heldBy, id }) => ({ owner: heldBy, subject: id }))
  },
  async erase(tx, person, at) {
    const { erasable, kept } = await judge(tx, person, at)
    await purge(tx, erasable, at)
    return { erased: erasable.length === 0 ? {} : { letters: erasable.length }, kept }
  },
  async expire(context, past) {
    if (past.service !== '') return 0
    const letters = await lettersPastTime(context.db, past)
    const free = await withoutHeld(context, letters)
    await inTransaction(context.db, (tx) => purge(tx, free, context.clock.now()))
    return free.length
  }
}

/**
 * The copy of a person's letters: each sealed file, which the person's own key opens, and its envelope.
 * @yields A table of envelopes, then the files.
 */
async function* collect(
  { db }: Context,
  person: string
): AsyncGenerator<personalData.PersonalFile | personalData.PersonalRows> {
  const [received, written] = await Promise.all([
    lettersToPerson(db, person),
    lettersByPerson(db, person)
  ])
  if (received.length > 0) {
    const rows = []
    for (const letter of received) rows.push(await envelopeOf(db, letter))
    yield { name: 'letters', title: t.letters, rows }
  }
  if (written.length > 0) {
    const rows = []
    for (const letter of written) rows.push(await envelopeOf(db, letter))
    yield { name: 'sent-letters', title: t.sentLetters, rows }
  }
  // What waits is sealed to its sender: only who wrote it can open it, and no copy of it is of use.
  for (const { id, heldBy, content, arrivedAt } of received) {
    if (content === null || arrivedAt === null) continue
    const at = { bucket: bucketOf(heldBy), content }
    yield { file: `letters/${id}.age`, content: readPieces(db, at) }
  }
}

async function envelopeOf(db: Db, letter: StoredLetter): Promise<JsonObject> {
  const proofs = await proofsOf(db, letter)
  return {
    letter: letter.id,
    authority: letter.authority,
    sentAt: letter.sentAt.toString(),
    acceptedAt: letter.acceptedAt.toString(),
    arrivedAt: letter.arrivedAt?.toString() ?? null,
    effectiveAt: letter.effectiveAt?.toString() ?? null,
    state: letter.state,
    event: erdsEvents[letter.state],
    case: letter.case,
    bytes: letter.sizeBytes,
    sha256: letter.sha256,
    proofs: proofs.map(({ state, note, provenAt }) => ({ state, note, at: provenAt.toString() }))
  }
}

/** What an erasure may do with each letter that a person has received. */
async function judge(
  db: Db,
  person: string,
  at: Temporal.Instant
): Promise<{ erasable: StoredLetter[]; kept: personalData.KeptData[] }> {
  const letters = (await lettersToPerson(db, person)).filter(({ content }) => content !== null)
  const [holds, rules] = await Promise.all([
    personalData.holdsOnPerson(db, person),
    personalData.retentionRules(db)
  ])
  const kept: personalData.KeptData[] = []
  const erasable = letters.filter((letter) => {
    const { authority } = letter
    const isHeld =
      personalData.isHeld(holds, { authority, case: letter.case ?? letter.id }) !== null
    const rule = personalData.ruleFor(rules, { authority, dataType: lettersType, service: '' })
    const until = personalData.keptUntil(rule, letter.arrivedAt ?? letter.acceptedAt, at)
    if (isHeld) kept.push({ what: t.letters, because: personalData.heldBecause, until: null })
    else if (until !== null) {
      kept.push({ what: t.letters, because: personalData.retainedBecause, until })
    }
    return !isHeld && until === null
  })
  return { erasable, kept }
}

async function withoutHeld(
  { db }: Context,
  letters: readonly StoredLetter[]
): Promise<StoredLetter[]> {
  const free: StoredLetter[] = []
  for (const letter of letters) {
    const { person } = letter.recipient
    const holds = person === null ? [] : await personalData.holdsOnPerson(db, person)
    const of = { authority: letter.authority, case: letter.case ?? letter.id }
    if (personalData.isHeld(holds, of) === null) free.push(letter)
  }
  return free
}

/** Bytes and words go; that there was a letter, and what became of it, is told by its facts. */
async function purge(
  tx: Tx,
  letters: readonly StoredLetter[],
  at: Temporal.Instant
): Promise<void> {
  await changeLetters(tx, letters, { to: 'purged', at, actor: program, from: purgeable })
  await takeContents(tx, letters)
  await removeWords(tx, letters)
}
