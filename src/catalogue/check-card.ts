import type { z } from 'zod'
import { toPersianDigits } from '../kernel/persian/index.ts'
import type { Authority } from '../people/index.ts'
import type { FieldProblem } from '../platform/index.ts'
import { type CardDraft, type ServiceCard, serviceCardSchema } from './card.ts'

/** A draft read as a complete card, or everything that is not right with it. */
export type CheckedCard =
  | { readonly ok: true; readonly card: ServiceCard }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/**
 * Checks a draft whose mandatory fields are filled: the shapes of its values, and that the units and
 * posts that it names are those of its authority.
 */
export function checkCard(draft: CardDraft, authority: Authority | null): CheckedCard {
  const parsed = serviceCardSchema.safeParse(draft)
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOfIssue) }
  const problems = authority === null ? [noAuthority] : unknownNames(parsed.data, authority)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, card: parsed.data }
}

const noAuthority: FieldProblem = {
  pointer: '/authority',
  code: 'card/unknown-authority',
  text: { fa: 'چنین دستگاهی ثبت نشده است.', en: 'There is no such authority.' }
}

function problemOfIssue(issue: z.core.$ZodIssue): FieldProblem {
  return { pointer: `/${issue.path.map(String).join('/')}`, ...explain(issue) }
}

/** What would be right, in plain words; the schema's own words stay in English behind it. */
function explain(issue: z.core.$ZodIssue): Omit<FieldProblem, 'pointer'> {
  switch (issue.code) {
    case 'too_big':
      return say('too-long', `حداکثر ${persian(issue.maximum)} پذیرفته است`, issue)
    case 'too_small':
      return say('too-short', `دست‌کم ${persian(issue.minimum)} لازم است`, issue)
    case 'invalid_value':
      return say(
        'not-listed',
        `یکی از این‌ها را بنویسید: ${issue.values.map(String).join('، ')}`,
        issue
      )
    case 'invalid_format':
      return say('form', 'شکل این مقدار درست نیست', issue)
    case 'invalid_type':
      return say('kind', 'این مقدار از گونه‌ای دیگر است یا خالی مانده است', issue)
    case 'unrecognized_keys':
      return say('unknown-key', `این نام‌ها شناخته نیست: ${issue.keys.join('، ')}`, issue)
    default:
      return say('not-right', 'این مقدار درست نیست', issue)
  }
}

function say(code: string, fa: string, issue: z.core.$ZodIssue): Omit<FieldProblem, 'pointer'> {
  return { code: `card/${code}`, text: { fa: `${fa}.`, en: `${issue.message}.` } }
}

function persian(limit: number | bigint): string {
  return toPersianDigits(limit)
}

function unknownNames(card: ServiceCard, authority: Authority): FieldProblem[] {
  const units = new Set(authority.units.map(({ id }) => id))
  const posts = new Set(authority.posts.map(({ id }) => id))
  const named = [
    { pointer: '/approver/post', id: card.approver.post, among: posts },
    ...card.steps.flatMap((step, i) => [
      { pointer: `/steps/${String(i)}/unit`, id: step.unit, among: units },
      { pointer: `/steps/${String(i)}/post`, id: step.post, among: posts }
    ])
  ]
  return named
    .filter(({ id, among }) => !among.has(id))
    .map(({ pointer, id, among }) => {
      const known = [...among]
      return {
        pointer,
        code: 'card/unknown-post',
        text: {
          fa: `دستگاه واحد یا پستی با شناسه «${id}» ندارد؛ شناسه‌های آن: ${known.join('، ')}.`,
          en: `The authority has no unit or post "${id}"; it has: ${known.join(', ')}.`
        }
      }
    })
}
