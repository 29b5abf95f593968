import {
  type Channel,
  type Interruption,
  type ServiceCard,
  interruptions
} from '../catalogue/index.ts'
import { formatJalaliDateTime } from '../kernel/persian/index.ts'
import { type Bilingual, type Db, type Lang, Refusal } from '../platform/index.ts'
import { refusalMessages } from './messages-refusals.ts'
import { problem } from './refusals.ts'

/** New applications of the service are refused for a while: its form is closed, or it is withdrawn. */
export class ServiceClosedError extends Refusal {
  readonly code = 'service/closed'
  constructor(closing: Interruption) {
    const text = { fa: textOf(closing, 'fa'), en: textOf(closing, 'en') }
    super(text, { fields: [problem('/service', 'service/closed', text)] })
  }
}

/**
 * Lets an application through only where its service takes any at that instant. A letter can be closed
 * out by no form: what came by post is refused by a withdrawal only.
 * @throws {ServiceClosedError} With the time until which, and the notice.
 */
export async function demandOpen(
  db: Db,
  card: ServiceCard,
  filing: { readonly channel: Channel; readonly at: Temporal.Instant }
): Promise<void> {
  const { at, channel } = filing
  const all = await interruptions.interruptionsOfService(db, card, at)
  const closing = all.find(
    (each) =>
      interruptions.closes(each, at) && (channel !== 'post' || each.kind === 'service-withdrawn')
  )
  if (closing !== undefined) throw new ServiceClosedError(closing)
}

function textOf({ kind, closed, notice }: Interruption, lang: Lang): string {
  const t: Bilingual[] = [
    kind === 'service-withdrawn' ? texts.serviceWithdrawn : texts.formClosed,
    untilText(closed?.to ?? null),
    texts.draftsKept,
    { fa: `اطلاعیه: /notices/${notice}`, en: `Notice: /en/notices/${notice}` }
  ]
  return t.map((each) => each[lang]).join(' ')
}

const { entries: texts } = refusalMessages

function untilText(to: Temporal.Instant | null): Bilingual {
  if (to === null) return texts.untilUnknown
  return {
    fa: texts.until.fa(formatJalaliDateTime(to, 'fa')),
    en: texts.until.en(formatJalaliDateTime(to, 'en'))
  }
}
