import { dataPolicy } from '../../agreements/index.ts'
import { caseDesk } from '../../cases/index.ts'
import { checkLegalId, checkNationalId, toLatinDigits } from '../../kernel/persian/index.ts'
import {
  type Actor,
  type Person,
  findPerson,
  personById,
  takeAllowance
} from '../../people/index.ts'
import { type Bilingual, type Context, Refusal, withScope } from '../../platform/index.ts'
import { TooManyLookupsError } from '../directory/index.ts'
import { type Mailbox, mailboxById, mailboxOf, nameOf } from '../mailboxes/index.ts'

/** How whoever writes says who a letter is for. */
export interface AskedRecipient {
  /** An identifier of a person or business, as typed. */
  readonly identifier: string
  /** Id of a person who was found before, such as by what was typed. */
  readonly person: string
  /** Id or tracking code of a case. */
  readonly case: string
  /** Id of a unit's mailbox, where a person writes. */
  readonly unit: string
  /** Whose letter it is: people write to units alone, and look nobody up. */
  readonly from: Pick<Mailbox, 'authority' | 'unit'>
}

/** Whom a letter is for, by the registry. */
export interface FoundRecipient {
  readonly person: string | null
  readonly title: Bilingual
  /** Where letters can arrive; `null`: they wait. */
  readonly mailbox: Mailbox | null
  /** Name in the key directory of an identifier of theirs, for the browser to check. */
  readonly identifier: string | null
  readonly case: { readonly id: string; readonly code: string; readonly service: Bilingual } | null
}

/**
 * The recipient that was asked for, or `null` where there is none by that, or none for this actor.
 * A case is looked at by the rules of cases, and that look is recorded there; who was found by an
 * identifier reads, as of every look (PI-5.R2), who it was that learned their name.
 * @throws {TooManyLookupsError} By an identifier, found or not: whoever tries numbers learns who has which.
 */
export async function findRecipient(
  context: Context,
  actor: Actor,
  asked: AskedRecipient
): Promise<FoundRecipient | null> {
  if (asked.unit !== '') return unitRecipient(context, asked.unit)
  const { authority } = asked.from
  if (authority === null) return null
  if (asked.case !== '') return ofCase(context, actor, asked.case)
  if (asked.person === '') await demandFew(context, actor)
  const found = asked.person === '' ? await byIdentifier(context, asked.identifier) : asked.person
  const recipient = found === null ? null : await personRecipient(context, found)
  if (found === null || recipient === null) return null
  await demandPerson(context, { actor, authority }, found)
  return recipient
}

const perMinuteMax = 60

/** The count is of the actor, and of nothing that they looked for. */
async function demandFew({ db, clock }: Context, { id }: Actor): Promise<void> {
  const counted = { what: `recipients ${id}`, most: perMinuteMax, withinSeconds: 60 }
  if (!(await takeAllowance(db, counted, clock.now()))) throw new TooManyLookupsError()
}

/** The name of a person is shown to who writes to them by the data policy, and the person reads who looked. */
function demandPerson(
  context: Context,
  { actor, authority }: { readonly actor: Actor; readonly authority: string },
  person: string
): Promise<void> {
  return dataPolicy.demandUse(context, {
    ...{ actor, authority, owner: person },
    dataType: 'account',
    action: 'read',
    object: { kind: 'person', id: person },
    relation: 'assigned'
  })
}

async function unitRecipient(context: Context, id: string): Promise<FoundRecipient | null> {
  const mailbox = await mailboxById(context.db, id)
  if (mailbox === null || mailbox.authority === null || !mailbox.confidential) return null
  return { person: null, title: await nameOf(context.db, mailbox), mailbox, ...noCase }
}

const noCase = { identifier: null, case: null } as const

async function ofCase(
  context: Context,
  actor: Actor,
  typed: string
): Promise<FoundRecipient | null> {
  const id = await caseDesk.caseIdOf(context, typed)
  if (id === null) return null
  try {
    const shown = await caseDesk.viewCase(context, actor, { case: id })
    const found = await personRecipient(context, shown.applicant.id)
    const of = { id, code: shown.code, service: shown.card.title }
    return found && { ...found, identifier: null, case: of }
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return null
    throw error
  }
}

async function byIdentifier({ db }: Context, typed: string): Promise<string | null> {
  const text = toLatinDigits(typed).replaceAll(/\s/g, '')
  const asked = checkNationalId(text).ok
    ? { nationalId: text }
    : checkLegalId(text).ok
      ? { legalId: text }
      : { foreignerCode: text }
  try {
    return (await findPerson(db, asked))?.id ?? null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function personRecipient(context: Context, id: string): Promise<FoundRecipient | null> {
  // A body writes to whom it serves; their name in the registry is shown to whoever writes.
  const person = await withScope('system', () => personById(context.db, id))
  if (person === null) return null
  const mailbox = await mailboxOf(context.db, { person: id })
  const ready = mailbox?.confidential === true && mailbox.closedAt === null ? mailbox : null
  return {
    ...{ person: id, title: person.name, mailbox: ready },
    ...{ identifier: identifierOf(person), case: null }
  }
}

/** By which the key directory leads to a person's mailbox: their browser entered each that they have. */
function identifierOf({ nationalId, legalId, foreignerCode }: Person): string | null {
  if (nationalId !== null) return `identifier:national-id:${nationalId}`
  if (legalId !== null) return `identifier:legal-id:${legalId}`
  return foreignerCode === null ? null : `identifier:foreigner-code:${foreignerCode}`
}
