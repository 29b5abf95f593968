import type { ServiceCard } from '../../catalogue/index.ts'
import { alert, html, type Html, link, type View } from '../../platform/html/index.ts'
import { applyMessages } from '../messages-apply.ts'
import { commas, promised } from './words.ts'

/** Tells whoever began an application what its service card has changed since it was last saved. */
export function cardChanged(
  view: View,
  { card, before }: { readonly card: ServiceCard; readonly before: ServiceCard | null }
): Html | false {
  if (before === null) return false
  const t = applyMessages.in(view.lang)
  const changes = changesOf(view, card, before)
  return alert(view, {
    kind: 'warning',
    still: true,
    title: t.cardChanged,
    body: html`<p>${t.cardChangedLead}</p>
      ${
        changes.length > 0 &&
        html`<ul class="list-disc ps-5">
          ${changes.map((text) => html`<li>${text}</li>`)}
        </ul>`
      }
      <p>${link(view, { href: `/services/${card.code}`, text: t.seeCard })}</p>`
  })
}

/** What bears on somebody who is filling the form in: questions, documents, the time, the fee. */
function changesOf(view: View, card: ServiceCard, before: ServiceCard): string[] {
  const t = applyMessages.in(view.lang)
  const names = (of: ServiceCard) => [
    ...of.form.fields.map(({ label }) => label[view.lang]),
    ...of.documents.map(({ title }) => title[view.lang])
  ]
  const [now, then] = [new Set(names(card)), new Set(names(before))]
  const [added, gone] = [now.difference(then), then.difference(now)]
  const [time, timeBefore] = [
    promised(view, card.promisedTime),
    promised(view, before.promisedTime)
  ]
  return [
    ...(added.size > 0 ? [t.nowAsked(commas(view, [...added]))] : []),
    ...(gone.size > 0 ? [t.notAskedNow(commas(view, [...gone]))] : []),
    ...(time === timeBefore ? [] : [t.timeNow(timeBefore, time)]),
    ...(card.feeRial === before.feeRial ? [] : [t.feeChanged])
  ]
}
