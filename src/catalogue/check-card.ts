import type { z } from 'zod'
import { pointerOf } from '../kernel/terms/problem.ts'
import { explainIssue } from '../kernel/terms/zod-messages.ts'
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
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, draft))
    return { ok: false, problems }
  }
  const problems = authority === null ? [noAuthority] : unknownNames(parsed.data, authority)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, card: parsed.data }
}

const noAuthority: FieldProblem = {
  pointer: '/authority',
  code: 'card/unknown-authority',
  text: { fa: 'چنین دستگاهی ثبت نشده است.', en: 'There is no such authority.' }
}

function problemsOfIssue(issue: z.core.$ZodIssue, draft: CardDraft): FieldProblem[] {
  return explainIssue(issue, draft).map(({ path, key, text }) => ({
    pointer: pointerOf(key === undefined ? path : [...path, key]),
    code: `card/${issue.code.replaceAll('_', '-')}`,
    text
  }))
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
