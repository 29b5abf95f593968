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

/** What would be right, in plain words; in English the schema says it. */
function explain(issue: z.core.$ZodIssue): Omit<FieldProblem, 'pointer'> {
  const { code, fa } = inPersian(issue)
  return { code: `card/${code}`, text: { fa: `${fa}.`, en: `${issue.message}.` } }
}

function inPersian(issue: z.core.$ZodIssue): { code: string; fa: string } {
  if (issue.code === 'too_big') {
    return { code: 'too-long', fa: `حداکثر ${toPersianDigits(issue.maximum)} پذیرفته است` }
  }
  if (issue.code === 'too_small') {
    return { code: 'too-short', fa: `دست‌کم ${toPersianDigits(issue.minimum)} لازم است` }
  }
  if (issue.code === 'invalid_value') {
    return {
      code: 'not-listed',
      fa: `یکی از این‌ها را بنویسید: ${issue.values.map(String).join('، ')}`
    }
  }
  if (issue.code === 'unrecognized_keys') {
    return { code: 'unknown-key', fa: `این نام‌ها شناخته نیست: ${issue.keys.join('، ')}` }
  }
  if (issue.code === 'invalid_format') return { code: 'form', fa: 'شکل این مقدار درست نیست' }
  if (issue.code === 'invalid_type') {
    return { code: 'kind', fa: 'این مقدار از گونه‌ای دیگر است یا خالی مانده است' }
  }
  return { code: 'not-right', fa: 'این مقدار درست نیست' }
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
