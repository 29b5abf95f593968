import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  NotFoundError,
  inTransaction
} from '../../platform/index.ts'
import type { NamedService } from '../delegation/service-names.ts'
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
  { services, ...input }: RuleInput & { readonly services: readonly NamedService[] }
): Promise<void> {
  demand(actor, { authority: input.authority, role: 'authority-admin' })
  demandService(input, services)
  const rule = checkRule(input, { changedAt: context.clock.now(), changedBy: actor.id })
  await inTransaction(context.db, (tx) => saveRule(tx, rule))
}

/** A rule for a service that the authority does not have would keep nothing, and look as if it did. */
function demandService({ authority, service }: RuleInput, services: readonly NamedService[]): void {
  if (service === '') return
  if (services.some((each) => each.code === service && each.authority === authority)) return
  throw new InvalidInputError([unknownService])
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

const unknownService = {
  pointer: '/service',
  code: 'retention/unknown-service',
  text: {
    fa: 'این دستگاه خدمتی با این کد ندارد؛ کد را از شناسنامه خدمت بردارید یا برای همه خدمات خالی بگذارید.',
    en: 'This authority has no service with that code; take it from the service card, or leave it empty for all.'
  }
} as const satisfies FieldProblem

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
