import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  NotFoundError,
  inTransaction
} from '../../platform/index.ts'
import { type Actor, demand } from '../role.ts'
import {
  type RetainedType,
  type RetentionRule,
  keepDaysBounds,
  retainedTypes
} from './retention.ts'
import { dropRule, saveRule } from './retention-store.ts'

/** A rule as it was typed. */
export interface RuleInput {
  readonly authority: string
  readonly dataType: string
  readonly service: string
  readonly keepDays: number
  readonly erasable: boolean
}

/**
 * Sets how long an authority keeps a kind of data, for one service or for all that have no rule.
 * @throws {InvalidInputError} At `/keepDays`, `/dataType` or `/service`.
 */
export async function saveRetention(
  context: Context,
  actor: Actor,
  input: RuleInput
): Promise<void> {
  demand(actor, { authority: input.authority, role: 'authority-admin' })
  const rule = checkRule(input, { changedAt: context.clock.now(), changedBy: actor.id })
  await inTransaction(context.db, (tx) => saveRule(tx, rule))
}

/** Takes a rule away: the data is then kept until its person has it erased. */
export async function dropRetention(
  context: Context,
  actor: Actor,
  of: Pick<RuleInput, 'authority' | 'dataType' | 'service'>
): Promise<void> {
  demand(actor, { authority: of.authority, role: 'authority-admin' })
  const dropped = await inTransaction(context.db, (tx) =>
    dropRule(tx, { ...of, dataType: of.dataType as RetainedType })
  )
  if (!dropped) throw new NotFoundError()
}

/** A rule in its canonical form. */
export function checkRule(
  input: RuleInput,
  by: Pick<RetentionRule, 'changedAt' | 'changedBy'>
): RetentionRule {
  const problems: FieldProblem[] = []
  const dataType = retainedTypes.find((each) => each === input.dataType)
  if (dataType === undefined) problems.push(wrong.dataType)
  if (!/^(?:[0-9A-Za-z-]{1,40})?$/.test(input.service)) problems.push(wrong.service)
  const { least, most } = keepDaysBounds
  const isRight = Number.isSafeInteger(input.keepDays) && input.keepDays >= least
  if (!isRight || input.keepDays > most) problems.push(wrong.keepDays)
  if (problems.length > 0 || dataType === undefined) throw new InvalidInputError(problems)
  return { ...input, dataType, ...by }
}

const wrong = {
  dataType: {
    pointer: '/dataType',
    code: 'retention/data-type',
    text: { fa: 'چنین گونه‌ای از داده نیست.', en: 'There is no such type of data.' }
  },
  service: {
    pointer: '/service',
    code: 'retention/service',
    text: {
      fa: 'کد خدمت را بنویسید یا برای همه خدمات خالی بگذارید.',
      en: 'Write the code of a service, or leave it empty for all.'
    }
  },
  keepDays: {
    pointer: '/keepDays',
    code: 'retention/keep-days',
    text: {
      fa: 'مدت نگهداری عددی از ۱ تا ۳۶۵۰۰ روز است.',
      en: 'The time is a whole number of days from 1 to 36,500.'
    }
  }
} as const satisfies Record<string, FieldProblem>
