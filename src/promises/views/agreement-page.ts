import { announcements, renderAgreement } from '../../agreements/index.ts'
import { formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  button,
  code,
  disclosure,
  html,
  layout,
  link,
  pageHead,
  raw,
  stateText,
  tabs
} from '../../platform/html/index.ts'
import {
  type ClauseFilter,
  bearersOf,
  countStates,
  filterClauses,
  isFiltering
} from '../clause-filter.ts'
import { keptWith } from '../kept-with.ts'
import { agreementMessages } from '../messages-agreement.ts'
import { messages } from '../messages.ts'
import type { LivingVersion } from '../read-states.ts'
import { validityHead, versionMark } from './agreement-head.ts'
import { besideClause } from './beside-clause.ts'
import { clauseList } from './clause-list.ts'

/** The agreement as it was written, and beside each clause whether it is being kept. */
export function agreementPage(view: View, living: LivingVersion, filter: ClauseFilter): Html {
  const { version } = living
  const t = agreementMessages.in(view.lang)
  const title = version.document.title[view.lang]
  return layout(view, {
    title,
    width: 'wide',
    description: version.document.purpose[view.lang],
    breadcrumbs: [
      { href: '/agreements', text: t.agreements },
      { href: `/agreements/${version.agreement}`, text: title }
    ],
    body: html`<div class="grid gap-6">
      ${pageHead({ title, badge: versionMark(view, version, view.now) })}
      ${announcements.announcedNote(view, living.announced)}
      ${validityHead(view, living, view.now)}${filters(view, living, filter)}
      ${content(view, living, filter)}
      <p class="muted text-sm break-all">
        ${t.textHash} ${code('SHA-256')}: ${code(version.sha256)}
      </p>
      ${computedNote(view, living)}
    </div>`
  })
}

function content(view: View, living: LivingVersion, filter: ClauseFilter): Html {
  const { standings } = living
  const isDuties = filter.view === 'duties'
  if (!isDuties && isFiltering(filter)) {
    return filtered(view, living, filterClauses(standings, filter))
  }
  const shown = isDuties ? 'sides' : 'document'
  return keptWith(standings, `agreement ${shown} ${view.lang}`, () =>
    document({ ...living, view, shown })
  )
}

/** The text with all its margins: the same for every reader of a language until the next count. */
function document({
  version,
  standings,
  view,
  shown
}: LivingVersion & { view: View; shown: 'document' | 'sides' }): Html {
  const byId = new Map(standings.map((standing) => [standing.clause.id, standing]))
  const whole = renderAgreement(view, version.document, {
    layout: shown,
    contents: true,
    beside: (clause) => {
      const standing = byId.get(clause.id)
      return standing && besideClause(view, version.ref, standing)
    }
  })
  return raw(whole.toString())
}

function filtered(
  view: View,
  { version }: LivingVersion,
  chosen: LivingVersion['standings']
): Html {
  const t = agreementMessages.in(view.lang)
  if (chosen.length === 0) return html`<p>${t.nothingMatches}</p>`
  return html`<p class="muted">${t.matching(formatNumber(chosen.length, view.lang))}</p>
    ${clauseList(view, version.ref, chosen)}`
}

function filters(view: View, living: LivingVersion, filter: ClauseFilter): Html {
  const t = agreementMessages.in(view.lang)
  const to = (change: Partial<ClauseFilter>) => filterHref(living, { ...filter, ...change })
  return html`<div class="no-print grid gap-2">
    ${tabs(view, {
      label: t.document,
      items: [
        { href: to({ view: 'document' }), text: t.document, current: filter.view === 'document' },
        { href: to({ view: 'duties' }), text: t.duties, current: filter.view === 'duties' }
      ]
    })}
    ${filter.view === 'document' && [stateTabs(view, living, filter), bearerFilter(view, living, filter)]}
    ${
      isFiltering(filter) &&
      html`<p>
        ${button(view, { href: to({ state: undefined, bearer: undefined }), text: t.clearFilter, size: 'small' })}
      </p>`
    }
  </div>`
}

function stateTabs(view: View, living: LivingVersion, filter: ClauseFilter): Html {
  const t = agreementMessages.in(view.lang)
  const pool = filterClauses(living.standings, { bearer: filter.bearer })
  const to = (state: ClauseFilter['state']) => filterHref(living, { ...filter, state })
  const count = (n: number) => formatNumber(n, view.lang)
  const states = countStates(pool).filter((each) => each.count > 0)
  return tabs(view, {
    label: t.stateFilter,
    items: [
      {
        href: to(undefined),
        text: messages.in(view.lang).all,
        count: count(pool.length),
        current: filter.state === undefined
      },
      ...states.map((each) => ({
        href: to(each.state),
        text: stateText(view, each.state),
        count: count(each.count),
        current: filter.state === each.state
      }))
    ]
  })
}

function bearerFilter(view: View, living: LivingVersion, filter: ClauseFilter): Html {
  return disclosure({
    summary: agreementMessages.in(view.lang).byBearer,
    open: filter.bearer !== undefined,
    body: bearerTabs(view, living, filter)
  })
}

function bearerTabs(view: View, living: LivingVersion, filter: ClauseFilter): Html {
  const t = agreementMessages.in(view.lang)
  const names = new Map(
    living.version.document.parties.map((party) => [party.code, party.name[view.lang]])
  )
  const to = (bearer: ClauseFilter['bearer']) => filterHref(living, { ...filter, bearer })
  return tabs(view, {
    label: t.bearerFilter,
    items: [
      {
        href: to(undefined),
        text: messages.in(view.lang).all,
        current: filter.bearer === undefined
      },
      ...bearersOf(living.standings).map((party) => ({
        href: to(party),
        text: names.get(party) ?? party,
        current: filter.bearer === party
      }))
    ]
  })
}

function filterHref({ version }: LivingVersion, filter: ClauseFilter): string {
  const query = new URLSearchParams({
    ...(filter.view === 'duties' && { view: 'duties' }),
    ...(filter.state !== undefined && { state: filter.state }),
    ...(filter.bearer !== undefined && { bearer: filter.bearer })
  }).toString()
  return `/agreements/${version.agreement}/${version.version}${query === '' ? '' : `?${query}`}`
}

/** Where the numbers come from: the instant, the count of facts, the code. */
export function computedNote(view: View, { run }: Pick<LivingVersion, 'run'>): Html {
  const t = messages.in(view.lang)
  return html`<p class="muted text-sm">
    ${t.asOf(formatJalaliDateTime(run.asOf, view.lang))} ·
    ${t.factsRead(formatNumber(run.factsRead, view.lang))} · ${t.codeVersion}:
    ${code(run.codeVersion)} ·
    ${link(view, { href: '/promises/formulas', text: agreementMessages.in(view.lang).formulas })}
  </p>`
}
