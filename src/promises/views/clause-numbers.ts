import { formatDuration, formatJalaliDateTime, formatNumber } from '../../kernel/persian/index.ts'
import { factWord } from '../../kernel/verdict/index.ts'
import { type Fact, publicLog } from '../../ledger/index.ts'
import {
  type Column,
  type Html,
  type View,
  code,
  formHref,
  html,
  lineChart,
  section,
  table
} from '../../platform/html/index.ts'
import type { ClauseState } from '../clause-state.ts'
import { agreementMessages } from '../messages-agreement.ts'
import { detailMessages } from '../messages-detail.ts'
import { evidenceMessages } from '../messages-evidence.ts'
import type { Breach } from '../measure.ts'
import { messages } from '../messages.ts'
import { type FactPage, type LivingClause, listedBreaches } from '../read-clause.ts'
import { clauseHref } from './beside-clause.ts'
import { detailLines, percentText } from './detail-lines.ts'
import {
  countsText,
  numberLine,
  shortMonth,
  showsShare,
  standingMark,
  standingStrip,
  stateMark,
  valueText
} from './marks.ts'

/** The number that speaks for the clause, and its months. */
export function newestNumber(view: View, living: LivingClause): Html {
  const title = messages.in(view.lang).value
  return section({ title, id: 'number', body: newest(view, living) })
}

/** Everything else that was counted for a clause: services, months, breaches, facts. */
export function clauseNumbers(view: View, living: LivingClause): Html {
  const t = agreementMessages.in(view.lang)
  return html` ${living.byService.length > 0 && section({ title: t.byService, id: 'services', body: serviceTable(view, living) })}
  ${section({ title: t.byPeriod, id: 'months', body: months(view, living) })}
  ${section({ title: messages.in(view.lang).breaches, id: 'breaches', lead: t.breachesLead, body: breaches(view, living) })}
  ${section({ title: `${t.facts}: ${shortMonth(view, living.period.key)}`, id: 'facts', lead: factsLead(view), body: html`${publicLog.delayNote(view, living.evidence)}${facts(view, living)}` })}`
}

function factsLead(view: View): string {
  const { lang } = view
  return `${agreementMessages.in(lang).factsLead} ${evidenceMessages.in(lang).inLogLead}`
}

/** The address of this clause with another service, month or page. */
function hrefOf(
  living: LivingClause,
  change: { service?: string | null; period?: string; page?: number },
  anchor = ''
): string {
  const service = change.service === undefined ? living.service : change.service
  const query = new URLSearchParams({
    ...(service !== null && { service }),
    ...(change.period !== undefined && { period: change.period }),
    ...(change.page !== undefined && change.page > 1 && { page: String(change.page) })
  }).toString()
  return clauseHref(living.version.ref, living.clause.id, `${query && `?${query}`}${anchor}`)
}

function serviceName(view: View, living: LivingClause, service: string | null): string {
  if (service === null) return messages.in(view.lang).allServices
  return living.services.find(({ code: own }) => own === service)?.title[view.lang] ?? service
}

function newest(view: View, living: LivingClause): Html {
  const { standing, clause } = living
  const state = standing.newest
  if (state === null) return html`<p>${messages.in(view.lang).noFactsYet}</p>`
  return html`<p class="flex flex-wrap items-center gap-3">
      ${stateMark(view, state.state)}<span>${numberLine(view, clause, state)}</span>
      <span class="muted">
        ${serviceName(view, living, living.service)} · ${shortMonth(view, state.period)}
      </span>
    </p>
    <ul class="muted">
      ${detailLines(view, state).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${standingStrip(view, standing)}`
}

function serviceTable(view: View, living: LivingClause): Html {
  const t = messages.in(view.lang)
  const { clause } = living
  return table(view, {
    caption: agreementMessages.in(view.lang).byService,
    captionHidden: true,
    rows: living.byService,
    columns: [
      {
        key: 'service',
        title: t.service,
        cell: ({ service }) =>
          html`<a class="link" href="${formHref(view, hrefOf(living, { service }, '#number'))}"
            >${serviceName(view, living, service)}</a
          >`
      },
      { key: 'state', title: t.state, cell: ({ standing }) => standingMark(view, standing) },
      {
        key: 'value',
        title: t.value,
        cell: ({ standing }) =>
          standing.newest === null ? '—' : numberLine(view, clause, standing.newest)
      },
      {
        key: 'strip',
        title: t.lastTwelve,
        cell: ({ standing }) => standingStrip(view, standing, { compact: true })
      }
    ]
  })
}

function months(view: View, living: LivingClause): Html {
  const rows = living.standing.strip.toReversed()
  const t = messages.in(view.lang)
  const { clause } = living
  const value = (state: ClauseState | null) =>
    state === null || !showsShare(state) ? '—' : valueText(view, state)
  return html`${chart(view, living)}
    ${table(view, {
      caption: serviceName(view, living, living.service),
      rows,
      exports: [{ href: csvHref(living), text: t.exportCsv }],
      columns: [
        {
          key: 'period',
          title: t.period,
          cell: ({ period }) =>
            html`<a
              class="link"
              href="${formHref(view, hrefOf(living, { period: period.key }, '#facts'))}"
              >${shortMonth(view, period.key)}</a
            >`
        },
        {
          key: 'state',
          title: t.state,
          cell: ({ state }) => stateMark(view, state?.state ?? 'no-data')
        },
        { key: 'value', title: t.value, numeric: true, cell: ({ state }) => value(state) },
        {
          key: 'counts',
          title: t.counts,
          cell: ({ state }) =>
            state === null || state.denominator === 0 ? '—' : countsText(view, clause, state)
        },
        {
          key: 'breaches',
          title: t.breaches,
          numeric: true,
          cell: ({ state }) => formatNumber(state?.breachCount ?? 0, view.lang)
        }
      ]
    })}
    <p>${total(view, living)}</p>
    ${isInPercent(living) && html`<p class="muted text-sm">${t.roundedDown}</p>`}`
}

function isInPercent({ standing }: LivingClause): boolean {
  return standing.strip.some(({ state }) => state?.unit === 'percent' && showsShare(state))
}

/** Twelve months together: the counts added up, never the percentages. */
function total(view: View, living: LivingClause): Html | false {
  const states = living.standing.strip.flatMap(({ state }) => state ?? [])
  const last = states.at(-1)
  if (last === undefined || last.unit !== 'percent') return false
  const sum = (read: (state: ClauseState) => number) =>
    states.reduce((all, state) => all + read(state), 0)
  const numerator = sum((state) => state.numerator)
  const denominator = sum((state) => state.denominator)
  const together = { ...last, numerator, denominator }
  const t = agreementMessages.in(view.lang)
  return html`${t.monthsTotal}: <strong>${countsText(view, living.clause, together)}</strong>`
}

function chart(view: View, living: LivingClause): Html | false {
  const points = living.standing.strip
  const counted = points.filter(({ state }) => state?.value !== null && state?.unit === 'percent')
  if (counted.length < 2) return false
  const floor = counted.at(-1)?.state?.detail.minimum
  return lineChart(view, {
    label: agreementMessages.in(view.lang).chart,
    unit: '%',
    // Of months that all missed, an axis from their own values would be 0 to 0.
    to: 100,
    ...(floor !== undefined && {
      target: { value: floor, text: messages.in(view.lang).floor(percentText(view, floor)) }
    }),
    points: points.map(({ period, state }) => ({
      label: shortMonth(view, period.key).replace(/ .*$/, ''),
      value: state?.value ?? null,
      ...(state !== null && { text: countsText(view, living.clause, state) }),
      ...(state !== null && state.state !== 'not-measurable' && { state: state.state })
    }))
  })
}

function breaches(view: View, living: LivingClause): Html {
  const t = agreementMessages.in(view.lang)
  const { listed: rows, all } = listedBreaches(living.standing)
  const count = (n: number) => formatNumber(n, view.lang)
  return table(view, {
    caption: t.breachesListed(count(rows.length), count(all)),
    empty: t.noBreaches,
    rows,
    columns: [
      { key: 'at', title: t.factTime, cell: ({ at }) => formatJalaliDateTime(at, view.lang) },
      {
        key: 'service',
        title: messages.in(view.lang).service,
        cell: ({ service }) => (service === null ? '—' : serviceName(view, living, service))
      },
      { key: 'fact', title: t.factId, cell: ({ fact }) => code(fact) },
      ...(rows.some(({ seconds }) => seconds !== undefined) ? [lasted(view)] : []),
      inLog<Breach>(view, living, ({ fact }) => fact)
    ]
  })
}

/** How long each lasted within its month, to the second: «۱ ساعت و ۲۰ دقیقه». */
function lasted({ lang }: View): Column<Breach> {
  return {
    key: 'lasted',
    title: detailMessages.in(lang).lasted,
    cell: ({ seconds }) => (seconds === undefined ? '—' : formatDuration(seconds, lang))
  }
}

function facts(view: View, living: LivingClause): Html {
  const t = agreementMessages.in(view.lang)
  return table<Fact>(view, {
    caption: t.facts,
    captionHidden: true,
    dense: true,
    empty: t.noFacts,
    rows: living.facts.facts,
    pages: neighbours(living, living.facts),
    columns: [
      { key: 'at', title: t.factTime, cell: ({ at }) => formatJalaliDateTime(at, view.lang) },
      {
        key: 'kind',
        title: t.factKind,
        cell: ({ kind }) => factWord(kind, view.lang) ?? code(kind)
      },
      {
        key: 'service',
        title: messages.in(view.lang).service,
        cell: ({ body }) =>
          typeof body['service'] === 'string' ? serviceName(view, living, body['service']) : '—'
      },
      { key: 'id', title: t.factId, cell: ({ id }) => code(id) },
      inLog<Fact>(view, living, ({ id }) => id)
    ]
  })
}

/** The column that leads from a fact to its entry in the public log. */
function inLog<T>(view: View, { leaves }: LivingClause, idOf: (row: T) => string): Column<T> {
  return {
    key: 'leaf',
    title: evidenceMessages.in(view.lang).inLog,
    cell: (row) => publicLog.leafLink(view, leaves.get(idOf(row)))
  }
}

function neighbours(living: LivingClause, { page, isLast }: FactPage) {
  const period = living.period.key
  return {
    ...(page > 1 && { previous: hrefOf(living, { period, page: page - 1 }, '#facts') }),
    ...(!isLast && { next: hrefOf(living, { period, page: page + 1 }, '#facts') })
  }
}

function csvHref(living: LivingClause): string {
  const [path, query = ''] = hrefOf(living, {}).split('?')
  return `${path ?? ''}/months.csv${query && `?${query}`}`
}
