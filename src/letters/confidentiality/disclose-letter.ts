import { queueOutbox } from '../../channels/index.ts'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { type Actor, NotAllowedError } from '../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction
} from '../../platform/index.ts'
import type { DisclosedLetter } from './search-plaintext.ts'

/** Topic of the outbox under which disclosed letters wait to be looked for. */
export const disclosureTopic = 'letters.disclosed'

/** Shorter texts stand anywhere by chance. */
const fragmentLength = { least: 16, most: 200 }
const fragmentsMax = 64
const letterId = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Takes the text of a test letter that a probe disclosed after opening it, to be looked for everywhere.
 * @throws {NotAllowedError} Unless a probe asks.
 * @throws {InvalidInputError} At `/letter` or `/fragments`.
 */
export async function discloseLetter(
  context: Context,
  actor: Actor,
  disclosed: DisclosedLetter
): Promise<void> {
  const isProbe = actor.grants.some(
    ({ authority, role }) => role === 'probe' || authority === canaryAuthority
  )
  if (!isProbe) throw new NotAllowedError()
  const problems = problemsOf(disclosed)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const { letter, fragments } = disclosed
  const payload = { letter, fragments: fragments.map(hidden) }
  const entry = { owner: letter, topic: disclosureTopic, payload }
  await inTransaction(context.db, (tx) => queueOutbox(tx, [entry], context.clock.now()))
  context.nudge()
}

// What waits must not itself be what is found: it lies there in other bytes until it is looked for.
const hidden = (fragment: string) => Buffer.from(fragment).toString('base64')

/** The disclosed letter of an entry of the outbox. */
export function disclosedOf(payload: Readonly<Record<string, unknown>>): DisclosedLetter {
  const { letter, fragments } = payload as { letter: string; fragments: string[] }
  return { letter, fragments: fragments.map((text) => Buffer.from(text, 'base64').toString()) }
}

function problemsOf({ letter, fragments }: DisclosedLetter): FieldProblem[] {
  const isRight = fragments.length > 0 && fragments.length <= fragmentsMax
  return [
    ...(letterId.test(letter) ? [] : [wrong.letter]),
    ...(isRight && fragments.every(isLongEnough) ? [] : [wrong.fragments])
  ]
}

function isLongEnough({ length }: string): boolean {
  return length >= fragmentLength.least && length <= fragmentLength.most
}

const wrong = {
  letter: {
    pointer: '/letter',
    code: 'letter-disclosure/letter',
    text: { fa: 'این شناسه نامه نیست.', en: 'This is no id of a letter.' }
  },
  fragments: {
    pointer: '/fragments',
    code: 'letter-disclosure/fragments',
    text: {
      fa: 'از ۱ تا ۶۴ تکه، هر یک از ۱۶ تا ۲۰۰ نویسه، فرستاده شود.',
      en: 'Send 1 to 64 fragments of 16 to 200 characters each.'
    }
  }
} as const satisfies Record<string, FieldProblem>
