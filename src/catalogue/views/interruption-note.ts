import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { type Html, type Speaks, alert, html, link, tag } from '../../platform/html/index.ts'
import { type Interruption, closes, standsAt } from '../interruption.ts'
import { interruptionMessages } from '../messages-interruption.ts'

/** What keeps a service from being given, now or soon; each with its time and its notice. */
export function interruptionNote(
  view: Speaks,
  interruptions: readonly Interruption[],
  now: Temporal.Instant
): Html {
  return html`${interruptions.map((each) => noteOf(view, each, now))}`
}

/** The same in a list: one line each, with the way to its notice. */
export function interruptionLines(
  view: Speaks,
  interruptions: readonly Interruption[],
  now: Temporal.Instant
): Html {
  return html`${interruptions.map(
    (each) =>
      html`<p>
        ${tag({ text: titleOf(view, each, now), tone: 'risk', icon: 'warning' })}
        ${spanText(view, each)}
        ${link(view, { href: `/notices/${each.notice}`, text: interruptionMessages.in(view.lang).notice })}
      </p>`
  )}`
}

function titleOf(view: Speaks, each: Interruption, now: Temporal.Instant): string {
  const t = interruptionMessages.in(view.lang)
  return standsAt(each, now) ? t[each.kind] : t.coming(comingOf(view, each))
}

function noteOf(view: Speaks, each: Interruption, now: Temporal.Instant): Html {
  const t = interruptionMessages.in(view.lang)
  return alert(view, {
    kind: closes(each, now) ? 'warning' : 'info',
    still: true,
    title: titleOf(view, each, now),
    body: html`<p>${spanText(view, each)} ${effectText(view, each)}</p>
      ${each.emergency && html`<p>${t.emergency}</p>`}`,
    actions: link(view, { href: `/notices/${each.notice}`, text: t.notice })
  })
}

function comingOf(view: Speaks, { kind }: Interruption): string {
  const t = interruptionMessages.in(view.lang)
  return {
    outage: t.comingOutage,
    'form-closed': t.comingForm,
    'service-withdrawn': t.comingWithdrawal,
    'office-closure': t.comingOffice
  }[kind]
}

function spanText(view: Speaks, { from, to }: Interruption): string {
  const t = interruptionMessages.in(view.lang)
  const begins = formatJalaliDateTime(from, view.lang)
  return to === null ? t.since(begins) : t.span(begins, formatJalaliDateTime(to, view.lang))
}

function effectText(view: Speaks, { kind }: Interruption): string {
  const t = interruptionMessages.in(view.lang)
  return { outage: t.slow, 'office-closure': t.office }[kind as string] ?? t.refuses
}

/** A word beside the name of a service that takes no applications now; nothing for any other. */
export function interruptionTag(
  view: Speaks,
  interruptions: readonly Interruption[],
  now: Temporal.Instant
): Html | false {
  const t = interruptionMessages.in(view.lang)
  const closing = interruptions.filter((each) => closes(each, now))
  if (closing.length === 0) return false
  const isWithdrawn = closing.some(({ kind }) => kind === 'service-withdrawn')
  return tag({ text: isWithdrawn ? t.badge : t.badgeClosed, tone: 'risk', icon: 'warning' })
}
