import { formatDuration, formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { NoticeText } from '../../notices/index.ts'
import type { Bilingual, Lang } from '../../platform/index.ts'
import { causeNames, noticeMessages, reasonNames } from './messages.ts'
import { type CorrectionReason, type Outage, outageState } from './outage.ts'

/** What a notice needs beside its outage. */
export interface NoticeContext {
  /** What the component is called. */
  readonly title: Bilingual
  /** IANA zone of the authority. */
  readonly zone: string
  readonly at: Temporal.Instant
  /** Why it was corrected, where it was. */
  readonly reason?: CorrectionReason | undefined
}

// How long the notice of an outage that is over still stands on front and service pages.
const bannerHoursAfter = 6
const bannerDaysWhile = 30

/**
 * The public notice of an outage, as it stands: what, since when, why or that nobody knows, when it is
 * expected back, when there will be news, and at the end the closing note (PI-4.1.4c).
 */
export function outageNotice(outage: Outage, about: NoticeContext): NoticeText {
  const { authority, service, id } = outage
  const state = outageState(outage)
  const bannerUntil =
    state === 'open'
      ? about.at.add({ hours: 24 * bannerDaysWhile })
      : about.at.add({ hours: bannerHoursAfter })
  return {
    authority,
    kind: 'outage',
    changes: [],
    services: service === null ? [] : [service],
    title: { fa: titleIn('fa', outage, about), en: titleIn('en', outage, about) },
    body: { fa: bodyIn('fa', outage, about), en: bodyIn('en', outage, about) },
    about: { kind: 'outage', id },
    effectiveAt: outage.from,
    bannerUntil
  }
}

function titleIn(lang: Lang, outage: Outage, { title }: NoticeContext): string {
  const t = noticeMessages.in(lang)
  const state = outageState(outage)
  if (state === 'void') return t.titleVoid(title[lang])
  return state === 'open' ? t.titleOpen(title[lang]) : t.titleClosed(title[lang])
}

function bodyIn(lang: Lang, outage: Outage, about: NoticeContext): string {
  const t = noticeMessages.in(lang)
  const { reason } = about
  const corrected = reason === undefined ? [] : [t.corrected(reasonNames[reason][lang])]
  const state = outageState(outage)
  if (state === 'void') {
    return [t.void(about.title[lang], clock(lang, outage.from, about)), ...corrected].join('\n\n')
  }
  const parts = [
    whatIn(lang, outage, about),
    ...(outage.scope === null ? [] : [t.scope(outage.scope[lang])]),
    t.cause(causeNames[outage.cause][lang]),
    ...(outage.planned === null ? [] : [t.planned]),
    ...(state === 'open' ? newsIn(lang, outage, about) : [closingIn(lang, outage)]),
    ...corrected
  ]
  return parts.join('\n\n')
}

function whatIn(lang: Lang, outage: Outage, about: NoticeContext): string {
  const t = noticeMessages.in(lang)
  const from = clock(lang, outage.from, about)
  if (outage.to === null) return t.open(about.title[lang], from)
  const seconds = Math.floor(outage.to.since(outage.from).total('seconds'))
  const length = formatDuration(seconds, lang)
  return t.closed(about.title[lang], { from, to: clock(lang, outage.to, about), length })
}

function newsIn(lang: Lang, outage: Outage, about: NoticeContext): string[] {
  const t = noticeMessages.in(lang)
  const { expectedReturnAt, nextUpdateAt } = outage
  return [
    expectedReturnAt === null
      ? t.expectedUnknown
      : t.expected(clock(lang, expectedReturnAt, about)),
    ...(nextUpdateAt === null ? [] : [t.nextUpdate(clock(lang, nextUpdateAt, about))])
  ]
}

function closingIn(lang: Lang, { note }: Outage): string {
  const t = noticeMessages.in(lang)
  return note === null ? t.noteAutomatic : t.note(note[lang])
}

function clock(lang: Lang, at: Temporal.Instant, { zone }: NoticeContext): string {
  return formatJalaliDateTime(at, lang, zone)
}
