import { checkNationalId } from '../../kernel/persian/index.ts'
import {
  type Actor,
  actorOfPerson,
  demonstrationPeople,
  findOrCreateWalkIn
} from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import type { Random } from './random.ts'

const givenNames = [
  'زهرا',
  'فاطمه',
  'مریم',
  'سمیه',
  'نرگس',
  'محمد',
  'علی',
  'حسین',
  'رضا',
  'مهدی',
  'حسن',
  'امیر'
]
const familyNames = [
  'محمدی',
  'رضایی',
  'کریمی',
  'حسینی',
  'عباسی',
  'جعفری',
  'صادقی',
  'نوری',
  'بیرجندی',
  'قاینی',
  'اسدی',
  'خزاعی'
]

/** A fictional citizen as an actor; the national id has a right check digit and belongs to nobody known. */
export async function inventApplicant(context: Context, random: Random): Promise<Actor> {
  const input = {
    kind: 'person',
    name: await inventName(random),
    nationalId: inventNationalId(random),
    mobile: `0915${String(random.between(1_000_000, 9_999_999))}`
  } as const
  const at = context.clock.now()
  const person = await inTransaction(context.db, (tx) => findOrCreateWalkIn(tx, input, at))
  const actor = await actorOfPerson(context.db, person.id, at)
  if (actor === null) throw new Error('a person that was just written down is not there')
  return actor
}

/** A name that nobody of the demonstration has: a clerk's namesake would look like the clerk's own case. */
export async function inventName(random: Random): Promise<string> {
  const taken = new Set((await demonstrationPeople()).map(({ name }) => name.fa))
  for (;;) {
    const name = `${random.pick(givenNames)} ${random.pick(familyNames)}`
    if (!taken.has(name)) return name
  }
}

/** Nine digits from the random source, and the check digit that makes them a national id. */
export function inventNationalId(random: Random): string {
  // 064 and 065 are prefixes of the province; the rest is drawn.
  const body = `06${String(random.between(4, 5))}${String(random.between(100_000, 999_999))}`
  for (let digit = 0; digit <= 9; digit += 1) {
    const id = `${body}${String(digit)}`
    if (checkNationalId(id).ok) return id
  }
  throw new Error(`no check digit makes ${body} a national id`)
}
