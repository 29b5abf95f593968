import { formatNumber } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  alert,
  button,
  code,
  disclosure,
  formHref,
  html,
  layout,
  link,
  pageHead,
  raw,
  section,
  stat,
  stats,
  table,
  tabs
} from '../../platform/html/index.ts'
import { countStates } from '../clause-filter.ts'
import { type ClauseStanding, rank } from '../clause-standing.ts'
import { keptWith } from '../kept-with.ts'
import { scoreboardMessages } from '../messages-scoreboard.ts'
import { messages } from '../messages.ts'
import {
  type ScoredAgreement,
  type ScoredService,
  measuredOf,
  worstFirst
} from '../read-scoreboard.ts'
import { gapNow } from './agreement-head.ts'
import { computedNote } from './agreement-page.ts'
import { clauseHref, clauseTitle } from './beside-clause.ts'
import { measureTitle, numberLine, shortMonth, standingMark, standingStrip } from './marks.ts'

/** One agreement with, where it is asked for, its services. */
export interface BoardEntry {
  readonly scored: ScoredAgreement
  readonly services: readonly ScoredService[] | null
}

/** Both authorities and every promise of theirs, the worst first. */
export function promisesPage(
  view: View,
  entries: readonly BoardEntry[],
  by: 'clause' | 'service'
): Html {
  const t = scoreboardMessages.in(view.lang)
  return layout(view, {
    title: t.title,
    width: 'wide',
    description: t.lead,
    body: html`<div class="grid gap-6 pt-6">
      ${pageHead({ title: t.title, lead: t.lead })}
      ${tabs(view, {
        label: t.title,
        items: [
          { href: '/promises', text: t.byClause, current: by === 'clause' },
          { href: '/promises?by=service', text: t.byService, current: by === 'service' }
        ]
      })}
      ${entries.map((entry) => board(view, entry))}
      <p class="muted text-sm">${messages.in(view.lang).roundedDown}</p>
      ${openDataLinks(view)}
    </div>`
  })
}

function board(view: View, { scored, services }: BoardEntry): Html {
  const t = scoreboardMessages.in(view.lang)
  const { authority, version } = scored
  const measured = measuredOf(scored.standings)
  const body = html`<div class="grid gap-5">
    ${gapNotice(view, scored)}${stateFigures(view, scored, measured)}
    ${services === null ? clauses(view, scored) : serviceTable(view, scored, services)}
    ${computedNote(view, scored)}
  </div>`
  return section({
    title: authority.title[view.lang],
    id: authority.id,
    body,
    actions: button(view, {
      href: `/agreements/${version.agreement}`,
      text: t.livingAgreement,
      size: 'small'
    })
  })
}

/** Says first that no agreement is in force, where none is. */
export function gapNotice(view: View, scored: ScoredAgreement): Html | false {
  const days = gapNow(scored, view.now)
  if (days === 0) return false
  const body = scoreboardMessages.in(view.lang).noneInForce(formatNumber(days, view.lang))
  return alert(view, { kind: 'warning', still: true, body })
}

function stateFigures(
  view: View,
  scored: ScoredAgreement,
  measured: readonly ClauseStanding[]
): Html {
  const t = scoreboardMessages.in(view.lang)
  const { lang } = view
  const home = `/agreements/${scored.version.agreement}/${scored.version.version}`
  const counts = new Map(countStates(measured).map((each) => [each.state, each.count]))
  const figure = (state: 'broken' | 'at-risk' | 'kept') =>
    stat(view, {
      label: { broken: t.promisesBroken, 'at-risk': t.promisesAtRisk, kept: t.promisesKept }[state],
      value: formatNumber(counts.get(state) ?? 0, lang),
      unit: t.clauseUnit,
      state,
      stateSaid: true,
      href: `${home}?state=${state}`
    })
  return html`${stats([figure('broken'), figure('at-risk'), figure('kept')])}
    <p class="muted">
      ${t.measured(formatNumber(measured.length, lang), formatNumber(scored.standings.length, lang))}
    </p>`
}

/** Both lists of clauses: the same for every reader of a language until the next count. */
function clauses(view: View, scored: ScoredAgreement): Html {
  const { standings } = scored
  return keptWith(standings, `board ${view.lang}`, () =>
    raw(html`${clauseTable(view, scored)}${notCounted(view, scored)}`.toString())
  )
}

function clauseTable(view: View, { version, standings }: ScoredAgreement): Html {
  const t = messages.in(view.lang)
  const s = scoreboardMessages.in(view.lang)
  return table(view, {
    caption: s.byClause,
    captionHidden: true,
    rows: worstFirst(measuredOf(standings)),
    columns: [
      {
        key: 'promise',
        title: s.promise,
        cell: ({ clause }) =>
          html`<a class="link" href="${formHref(view, clauseHref(version.ref, clause.id))}"
              >${shortened(clause[view.lang])}</a
            ><br /><small class="muted">${code(clause.id)} · ${measureTitle(view, clause)}</small>`
      },
      { key: 'state', title: t.state, cell: (standing) => standingMark(view, standing) },
      { key: 'value', title: t.value, cell: (standing) => newestNumber(view, standing) },
      {
        key: 'strip',
        title: t.lastTwelve,
        cell: (standing) => standingStrip(view, standing, { compact: true })
      }
    ]
  })
}

const textMax = 110

/** A clause's text, cut at a word where it is long; its page has all of it. */
function shortened(text: string): string {
  if (text.length <= textMax) return text
  return `${text.slice(0, text.lastIndexOf(' ', textMax))} …`
}

/** The newest number of a clause with its month; a dash where nothing was counted. */
export function newestNumber(view: View, { newest, clause }: ClauseStanding): Html {
  if (newest === null) return html`<span class="muted">—</span>`
  return html`${numberLine(view, clause, newest)}
    <small class="muted whitespace-nowrap">· ${shortMonth(view, newest.period)}</small>`
}

function serviceTable(
  view: View,
  { version }: ScoredAgreement,
  services: readonly ScoredService[]
): Html {
  const t = messages.in(view.lang)
  const s = scoreboardMessages.in(view.lang)
  const count = (service: ScoredService, state: string) =>
    formatNumber(service.standings.filter((each) => each.state === state).length, view.lang)
  const worst = ({ code: service, standings: [first] }: ScoredService) =>
    first === undefined || rank(first.state) > rank('at-risk')
      ? html`<span class="muted">—</span>`
      : html`${standingMark(view, first)}
          <a
            class="link"
            href="${formHref(view, clauseHref(version.ref, first.clause.id, `?service=${service}`))}"
            >${measureTitle(view, first.clause)}</a
          ><br />${newestNumber(view, first)}`
  return table(view, {
    caption: s.byService,
    captionHidden: true,
    rows: services,
    columns: [
      {
        key: 'service',
        title: t.service,
        cell: ({ code: service, title }) =>
          html`<a class="link" href="${formHref(view, `/services/${service}`)}"
            >${title[view.lang]}</a
          >`
      },
      { key: 'worst', title: s.worst, cell: worst },
      { key: 'broken', title: s.broken, numeric: true, cell: (row) => count(row, 'broken') },
      { key: 'at-risk', title: s.atRisk, numeric: true, cell: (row) => count(row, 'at-risk') },
      { key: 'kept', title: s.promisesKept, numeric: true, cell: (row) => count(row, 'kept') }
    ]
  })
}

function notCounted(view: View, { standings, version }: ScoredAgreement): Html {
  const t = scoreboardMessages.in(view.lang)
  const others = standings.filter(({ accounting }) => accounting !== 'facts')
  const rows = others.map(
    (standing) =>
      html`<li class="flex flex-wrap items-center gap-2 py-1">
        ${clauseTitle(view, version.ref, standing.clause)} ${standingMark(view, standing)}
        <span>${measureTitle(view, standing.clause)}</span>
      </li>`
  )
  return disclosure({
    summary: `${t.notCounted} (${formatNumber(others.length, view.lang)})`,
    body: html`<p class="muted">${t.notCountedLead}</p>
      <ul>
        ${rows}
      </ul>`
  })
}

function openDataLinks(view: View): Html {
  const t = scoreboardMessages.in(view.lang)
  const files = [
    ['/promises.json', 'JSON'],
    ['/promises.csv', 'CSV'],
    ['/promises/openslo.yaml', 'OpenSLO'],
    ['/api/v1/promises', 'API']
  ] as const
  return html`<p class="flex flex-wrap gap-x-4 gap-y-1">
    <strong>${t.openData}:</strong>
    ${files.map(([href, text]) => html`<a class="link" href="${href}">${text}</a>`)}
    ${link(view, { href: '/promises/formulas', text: t.formulas })}
  </p>`
}
