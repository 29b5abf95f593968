import type { AlertInfo } from '../../../kernel/alerts/index.ts'
import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type KeyValue,
  type Speaks,
  type View,
  html,
  keyValues,
  tag
} from '../../../platform/html/index.ts'
import { type Broadcast, isCurrent } from '../broadcast.ts'
import { capWords, messages } from '../messages.ts'

const zone = 'Asia/Tehran'

/** What a broadcast is now: in force, over, replaced, a cancellation, an exercise. */
export function stateTag(view: View, broadcast: Broadcast): Html {
  const t = messages.in(view.lang)
  if (broadcast.status === 'Exercise') return tag({ tone: 'quiet', text: t.exercise, icon: 'info' })
  if (broadcast.msgType === 'Cancel') return tag({ tone: 'quiet', text: t.cancel, icon: 'minus' })
  if (broadcast.replacedAt !== null) return tag({ tone: 'quiet', text: t.replaced, icon: 'minus' })
  return isCurrent(broadcast, view.now)
    ? tag({ tone: 'broken', text: t.current, icon: 'warning' })
    : tag({ tone: 'quiet', text: t.over, icon: 'minus' })
}

/** An instant for everybody: the day, the hour, in Tehran. */
export function instantText({ lang }: Speaks, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, lang, zone)
}

const rightToLeft = new Set(['fa', 'ar', 'ur', 'ku', 'ckb', 'ps', 'az-Arab', 'bal'])

/** Everything that an alert says in one language, in that language's direction. */
export function saidIn(view: View, said: AlertInfo): Html {
  const [base = ''] = said.language.split('-')
  // The headings are read with the text: in its language where there are any in it.
  const lang = base === 'fa' || base === 'en' ? base : view.lang
  const t = messages.in(lang)
  const dir = rightToLeft.has(said.language) || rightToLeft.has(base) ? 'rtl' : 'ltr'
  return html`<article lang="${said.language}" dir="${dir}" class="prose">
    <h2>${said.headline}</h2>
    ${paragraphs(said.description)}
    ${
      said.instruction !== null &&
      html`<h3 lang="${lang}">${t.instruction}</h3>
        ${paragraphs(said.instruction)}`
    }
    ${
      said.areas.length > 0 &&
      html`<h3 lang="${lang}">${t.areas}</h3>
        <ul>
          ${said.areas.map(({ description }) => html`<li>${description}</li>`)}
        </ul>`
    }
  </article>`
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => html`<p class="whitespace-pre-line">${each}</p>`)
}

/** How strong, how soon, how sure: CAP's three words of danger. */
export function danger(view: View, said: AlertInfo): Html {
  const [t, words] = [messages.in(view.lang), capWords.in(view.lang)]
  const items: KeyValue[] = [
    { key: t.severity, value: words[said.severity] },
    { key: t.urgency, value: words[said.urgency] },
    { key: t.certainty, value: words[said.certainty] }
  ]
  return keyValues(items, { dense: true })
}
