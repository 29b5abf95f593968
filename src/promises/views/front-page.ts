import { formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  button,
  formHref,
  html,
  layout,
  link,
  searchBox,
  section,
  stat,
  stats
} from '../../platform/html/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import type { ClauseStanding } from '../clause-standing.ts'
import { measureNameOf } from '../clause-standing.ts'
import type { ClauseState } from '../clause-state.ts'
import { messages } from '../messages.ts'
import { scoreboardMessages } from '../messages-scoreboard.ts'
import { type ScoredAgreement, measuredOf } from '../read-scoreboard.ts'
import { gapNow } from './agreement-head.ts'
import { clauseHref } from './beside-clause.ts'
import { percentText } from './detail-lines.ts'
import { countsText, promisedText, shortMonth, showsShare } from './marks.ts'

/** What the front page shows: services by authority, and how the authorities do. */
export interface Front {
  readonly services: readonly { code: string; authority: string; title: Bilingual; note: string }[]
  readonly scored: readonly ScoredAgreement[]
}

/** Three questions at once: what can I get here, are they keeping their promises, where is my case. */
export function frontPage(view: View, front: Front): Html {
  const t = scoreboardMessages.in(view.lang)
  return layout(view, {
    title: t.frontTitle,
    description: t.frontLead,
    body: html`<div class="grid gap-10 pt-6">
      <div class="grid gap-2">
        <h1>${t.frontTitle}</h1>
        <p class="lead">${t.frontLead}</p>
      </div>
      <div class="grid gap-6 lg:grid-cols-[2fr_1fr]">${search(view)}${tracking(view)}</div>
      ${section({ title: t.areTheyKeeping, id: 'promises', body: promises(view, front) })}
      ${section({ title: t.services, id: 'services', body: services(view, front) })}
    </div>`
  })
}

function search(view: View): Html {
  const t = scoreboardMessages.in(view.lang)
  return html`<section class="card" aria-labelledby="find">
    <h2 id="find">${t.whatCanIGet}</h2>
    ${searchBox(view, { action: '/services', label: t.searchLabel, hint: t.searchHint, large: true })}
    <p class="flex flex-wrap gap-x-4">
      ${link(view, { href: '/services', text: t.allServices })}
      ${link(view, { href: '/services?by=life-event', text: t.byLifeEvent })}
    </p>
  </section>`
}

function tracking(view: View): Html {
  const t = scoreboardMessages.in(view.lang)
  return html`<section class="card" aria-labelledby="where">
    <h2 id="where">${t.whereIsMyCase}</h2>
    <form method="get" action="${formHref(view, '/track')}" class="grid gap-2">
      <label for="code" class="font-semibold">${t.trackCode}</label>
      <p class="field-help" id="code-help">${t.trackLead}</p>
      <input
        class="input"
        id="code"
        name="code"
        dir="ltr"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="code-help"
        required
      />
      ${button(view, { text: t.track, icon: 'search' })}
    </form>
  </section>`
}

function promises(view: View, { scored }: Front): Html {
  const t = scoreboardMessages.in(view.lang)
  return html`<div class="grid gap-6">
    ${scored.map(
      (each) =>
        html`<div class="grid gap-2">
          <h3>
            <a href="${formHref(view, `/agreements/${each.version.agreement}`)}"
              >${each.authority.title[view.lang]}</a
            >
          </h3>
          ${stats(figures(view, each))}
        </div>`
    )}
    <p>${button(view, { href: '/promises', text: t.seeAll, icon: 'scales' })}</p>
  </div>`
}

function figures(view: View, scored: ScoredAgreement): Html[] {
  const t = scoreboardMessages.in(view.lang)
  const { lang } = view
  const measured = measuredOf(scored.standings)
  const known = measured.filter(({ state }) => state !== 'no-data' && state !== 'not-measurable')
  const kept = known.filter(({ state }) => state === 'kept').length
  const broken = known.filter(({ state }) => state === 'broken').length
  const home = `/agreements/${scored.version.agreement}/${scored.version.version}`
  const days = gapNow(scored, view.now)
  const time = measured.find(({ clause }) => measureNameOf(clause) === 'turnaround')
  return [
    ...(time === undefined ? [] : [timeFigure(view, scored, time)]),
    stat(view, {
      label: t.promisesKept,
      value: formatNumber(kept, lang),
      note: t.ofMeasured(formatNumber(known.length, lang)),
      href: `${home}?state=kept`
    }),
    stat(view, {
      label: t.promisesBroken,
      value: formatNumber(broken, lang),
      note: t.ofMeasured(formatNumber(known.length, lang)),
      ...(broken > 0 && { state: 'broken' as const, stateSaid: true }),
      href: `${home}?state=broken`
    }),
    stat(view, {
      label: t.withoutAgreement,
      value: formatNumber(days, lang),
      state: days > 0 ? 'expired' : 'in-force',
      href: home
    })
  ]
}

function timeFigure(view: View, scored: ScoredAgreement, { clause, newest }: ClauseStanding): Html {
  const t = scoreboardMessages.in(view.lang)
  const isShare = newest !== null && newest.value !== null && showsShare(newest)
  const counts = newest === null ? '—' : countsText(view, clause, newest)
  return stat(view, {
    label: t.promisedTimeKept,
    value: isShare
      ? percentText(view, newest.value ?? 0)
      : html`<span class="text-lg">${counts}</span>`,
    note: timeNote(view, newest, isShare ? counts : null),
    ...(newest !== null &&
      newest.state !== 'not-measurable' &&
      newest.state !== 'no-data' && { state: newest.state }),
    href: clauseHref(scored.version.ref, clause.id)
  })
}

/** The counts, what was promised, and the month. */
function timeNote(view: View, newest: ClauseState | null, counts: string | null): string {
  if (newest === null) return messages.in(view.lang).noFactsYet
  const told = [counts, promisedText(view, newest), shortMonth(view, newest.period)]
  return told.filter((text) => text !== null).join(' · ')
}

function services(view: View, { services: all, scored }: Front): Html {
  const t = scoreboardMessages.in(view.lang)
  if (all.length === 0) return html`<p>${t.noServices}</p>`
  const names = new Map(scored.map(({ authority }) => [authority.id, authority.title[view.lang]]))
  const groups = [...Map.groupBy(all, (service) => service.authority)]
  return html`<div class="grid gap-6">
    ${groups.map(
      ([authority, own]) =>
        html`<div>
          <h3>${names.get(authority) ?? authority}</h3>
          <ul class="mt-2 gap-x-8 sm:columns-2 lg:columns-3">
            ${own.map((service) => serviceLine(view, service))}
          </ul>
        </div>`
    )}
  </div>`
}

function serviceLine(view: View, { code, title, note }: Front['services'][number]): Html {
  return html`<li class="break-inside-avoid py-1.5">
    <a href="${formHref(view, `/services/${code}`)}">${title[view.lang]}</a>
    <br /><small class="muted">${note}</small>
  </li>`
}
