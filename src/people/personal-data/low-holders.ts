import { takeBackFor, waitingFor } from '../../channels/index.ts'
import { factWord } from '../../kernel/verdict/index.ts'
import { type Fact, personFacts, publicLog } from '../../ledger/index.ts'
import type { Context, Db, JsonObject } from '../../platform/index.ts'
import { actorNames } from '../actor-names.ts'
import { collectLooks, wordsOf } from './collect-looks.ts'
import { forgetAnswers } from './edge-store.ts'
import { type PersonalDataHolder, nothingForeseen } from './holder.ts'
import { messages } from './messages.ts'

const { entries: t } = messages
const nothing = { erased: {}, kept: [] }

/** What waits to be sent to a person. */
export const channelsHolder: PersonalDataHolder = {
  slice: 'channels',
  tables: ['outbox'],
  // It is on its way to the person, and stands in the list of messages as well.
  async *collect() {},
  async foresee(db, person) {
    const count = await waitingFor(db, person)
    return { ...nothingForeseen, erased: count === 0 ? [] : [{ what: t.waiting, count }] }
  },
  evidence: () => Promise.resolve([]),
  async erase(tx, person) {
    const messagesTaken = await takeBackFor(tx, person)
    return messagesTaken === 0 ? nothing : { erased: { messages: messagesTaken }, kept: [] }
  }
}

/** Answers that the edge keeps for a day. */
export const edgeHolder: PersonalDataHolder = {
  slice: 'platform',
  tables: ['idempotent_answers'],
  // Every one of them is an answer about things that are in the copy themselves.
  async *collect() {},
  foresee: () => Promise.resolve(nothingForeseen),
  evidence: () => Promise.resolve([]),
  async erase(tx, person) {
    const answers = await forgetAnswers(tx, person)
    return answers === 0 ? nothing : { erased: { answers }, kept: [] }
  }
}

/**
 * Facts, which stay: they name a person by a number. What goes is the key by which the public log could
 * be shown to speak of the person.
 */
export function ledgerHolder(others: readonly PersonalDataHolder[]): PersonalDataHolder {
  const thingsOf = async (db: Db, person: string) => {
    const things: string[] = []
    for (const { things: of } of others) things.push(...((await of?.(db, person)) ?? []))
    return things
  }
  return {
    slice: 'ledger',
    tables: ['facts', 'evidence_keys'],
    async *collect(context, person) {
      const things = await thingsOf(context.db, person)
      const facts = await personFacts.factsOfPerson(context.db, person, things)
      const rows = await factRows(context, facts)
      if (rows.length > 0) yield { name: 'facts', title: t.facts, rows }
      const looks = await collectLooks(context, person, things)
      if (looks.length > 0) yield { name: 'who-looked', title: t.looks, rows: looks }
      for (const { id } of facts) {
        const receipt = await receiptOrNull(context, id)
        if (receipt !== null) yield { file: `receipts/${receipt.name}`, content: receipt.text }
      }
    },
    foresee: () =>
      Promise.resolve({
        ...nothingForeseen,
        kept: [{ what: t.facts, because: t.factsBecause, until: null }]
      }),
    async evidence(db, person) {
      // Keys of cases go with their cases, some of which have to stay.
      const things = new Set(await thingsOf(db, person))
      const subjects = new Set([...(await personFacts.subjectsOfPerson(db, person)), person])
      return [...subjects.difference(things)].map((subject) => ({ owner: person, subject }))
    },
    erase: () => Promise.resolve(nothing)
  }
}

/** Facts with what happened in words, and the name of whoever did it. */
async function factRows({ db }: Context, facts: readonly Fact[]): Promise<JsonObject[]> {
  const names = await actorNames(
    db,
    facts.map(({ actor }) => actor)
  )
  return facts.map(({ id, kind, at, actor, subject, body }) => ({
    at: at.toString(),
    what: { fa: factWord(kind, 'fa') ?? kind, en: factWord(kind, 'en') ?? kind },
    who: wordsOf(names.get(actor)?.name),
    kind,
    subject,
    actor,
    body,
    id
  }))
}

/** A receipt, unless there is none: public, not covered by a checkpoint yet, or its key erased. */
async function receiptOrNull(context: Context, fact: string) {
  return publicLog.receiptOf(context, fact).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return null
    throw error
  })
}
