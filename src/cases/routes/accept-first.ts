import { acceptance } from '../../agreements/index.ts'
import type { ServiceCard } from '../../catalogue/index.ts'
import { type Page, type PageAnswer, redirect } from '../../platform/http/index.ts'
import type { Context, FieldProblem } from '../../platform/index.ts'
import type { Draft } from '../draft.ts'
import { applyMessages } from '../messages-apply.ts'

/** What was refused, for whom, of which draft. */
interface Refused {
  readonly problems: readonly FieldProblem[]
  readonly card: ServiceCard
  readonly of: string | null
  readonly draft: Draft
}

/** Where nothing but an acceptance is missing: the way to it, and back to the draft; else `null`. */
export async function acceptFirst(
  context: Context,
  p: Page,
  { problems, card, of, draft }: Refused
): Promise<PageAnswer | null> {
  if (!problems.some(({ code }) => code === 'agreement/not-accepted')) return null
  const asked = await acceptance.toAccept(context.db, card.authority, context.clock.now())
  if (asked === null || of === null) return null
  const query = new URLSearchParams({ for: of, next: `/drafts/${draft.id}/check` })
  const way = `/agreements/${asked.version.agreement}/acceptance?${query.toString()}`
  return redirect(p, way, { kind: 'info', text: applyMessages.in(p.lang).acceptFirst })
}
