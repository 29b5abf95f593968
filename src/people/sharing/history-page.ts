import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import { factWord } from '../../kernel/verdict/index.ts'
import {
  type Html,
  type View,
  actions,
  button,
  code,
  field,
  form,
  formatNumber,
  hidden,
  html,
  layout,
  link,
  pageHead,
  section,
  table
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { consentActWord } from '../consent/consent-act.ts'
import { kindWord } from '../delegation/messages-words.ts'
import { messages as delegationTexts } from '../delegation/messages.ts'
import { explanationLengthMax } from './explain-sign.ts'
import { messages } from './messages.ts'
import type { AccountHistory } from './read-history.ts'
import type { Sign } from './sharing-store.ts'

// The file has all of them.
const factsShownMax = 200

/** What a refused explanation was, and of which sign. */
export interface RefusedExplanation {
  readonly sign: string
  readonly text: string
  readonly problems: readonly FieldProblem[]
}

/** The history of an account: to read, to explain, to print, to take as a file. */
export function historyPage(
  view: View,
  history: AccountHistory,
  refused: RefusedExplanation | null
): Html {
  const t = messages.in(view.lang)
  const file = button(view, { text: t.file, href: '/account/history.json', kind: 'secondary' })
  const body = html`${pageHead({ title: t.title, lead: t.lead, actions: file })}
    <p class="muted">${t.asOf}: ${moment(view, history.asOf)}</p>
    ${section({ title: t.signs, lead: t.signsLead, body: signList(view, history.signs, refused) })}
    ${section({ title: t.sessions, body: sightTable(view, history) })}
    ${section({ title: t.devices, body: deviceTable(view, history) })}
    ${section({ title: t.delegations, body: delegationTable(view, history) })}
    ${history.consents.length > 0 && section({ title: t.consents, body: consentTable(view, history) })}
    ${section({ title: t.facts, body: factTable(view, history) })}`
  return layout(view, {
    title: t.title,
    body,
    robots: 'noindex',
    breadcrumbs: [{ href: '/account', text: view.lang === 'fa' ? 'حساب' : 'Account' }]
  })
}

function signList(
  view: View,
  signs: readonly Sign[],
  refused: RefusedExplanation | null
): Html | Html[] {
  const t = messages.in(view.lang)
  if (signs.length === 0) return html`<p class="muted">${t.noSigns}</p>`
  return signs.map(
    (sign) =>
      html`<h3>${t[sign.kind]}</h3>
        <p>
          ${moment(view, sign.foundAt)} ${sign.networks.map((network) => html` ${code(network)}`)}
          ${sign.accounts !== null && t.accounts(formatNumber(view.lang, sign.accounts))}
        </p>
        ${
          sign.explainedAt === null
            ? explainForm(view, sign, refused?.sign === sign.id ? refused : null)
            : html`<p>${t.explanation}: <bdi>${sign.explanation ?? ''}</bdi></p>`
        }`
  )
}

function explainForm(view: View, sign: Sign, refused: RefusedExplanation | null): Html {
  const t = messages.in(view.lang)
  return html`<div class="no-print">
    ${form(view, {
      action: '/account/history/explanations',
      problems: refused?.problems,
      body: html`${hidden('sign', sign.id)}
      ${field(view, {
        type: 'paragraph',
        name: 'explanation',
        label: t.explanation,
        rows: 3,
        lengthMax: explanationLengthMax,
        value: refused?.text,
        problems: refused?.problems
      })}`,
      submit: { text: t.explain, kind: 'secondary' }
    })}
  </div>`
}

function sightTable(view: View, { sights, devices }: AccountHistory): Html {
  const t = messages.in(view.lang)
  const nameOf = (id: string | null) => devices.find((each) => each.id === id)?.name || '–'
  if (sights.length === 0) return html`<p class="muted">${t.noSights}</p>`
  return table(view, {
    caption: t.sessions,
    captionHidden: true,
    dense: true,
    rows: sights,
    empty: t.noSights,
    columns: [
      { key: 'device', title: t.device, cell: (row) => nameOf(row.device) },
      { key: 'network', title: t.network, cell: (row) => code(row.network) },
      { key: 'first', title: t.first, cell: (row) => moment(view, row.firstAt) },
      { key: 'last', title: t.last, cell: (row) => moment(view, row.lastAt) }
    ]
  })
}

function deviceTable(view: View, { devices }: AccountHistory): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: t.devices,
    captionHidden: true,
    dense: true,
    rows: devices,
    empty: t.noSights,
    columns: [
      { key: 'name', title: t.device, cell: (row) => row.name || '–' },
      { key: 'first', title: t.first, cell: (row) => moment(view, row.firstSeenAt) },
      { key: 'last', title: t.last, cell: (row) => moment(view, row.lastSeenAt) }
    ]
  })
}

function delegationTable(view: View, { given, held }: AccountHistory): Html {
  const t = messages.in(view.lang)
  const d = delegationTexts.in(view.lang)
  const last = (row: (typeof given)[number]) => row.revokedAt ?? row.until
  return html`${table(view, {
    caption: t.delegations,
    captionHidden: true,
    dense: true,
    rows: [...given, ...held],
    empty: d.none,
    columns: [
      { key: 'for', title: d.person, cell: (row) => row.grantorName[view.lang] },
      { key: 'delegate', title: d.delegate, cell: (row) => row.delegateName[view.lang] },
      { key: 'kind', title: d.kind, cell: (row) => kindWord(row.kind, view.lang) },
      { key: 'from', title: t.first, cell: (row) => moment(view, row.from) },
      { key: 'to', title: t.last, cell: (row) => ended(view, last(row)) }
    ]
  })}
  ${actions(button(view, { text: d.title, href: '/account/delegates', kind: 'quiet' }))}`
}

function consentTable(view: View, { consents }: AccountHistory): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: t.consents,
    captionHidden: true,
    dense: true,
    rows: consents,
    columns: [
      { key: 'office', title: t.office, cell: (row) => code(row.office) },
      { key: 'service', title: t.service, cell: (row) => code(row.service) },
      { key: 'act', title: t.act, cell: (row) => consentActWord(row.act, view.lang) },
      { key: 'asked', title: t.asked, cell: (row) => moment(view, row.askedAt) },
      {
        key: 'given',
        title: t.given,
        cell: (row) => (row.usedAt === null ? '–' : moment(view, row.usedAt))
      }
    ]
  })
}

function ended(view: View, at: Temporal.Instant | null): string {
  return at === null ? delegationTexts.in(view.lang).noEnd : moment(view, at)
}

function factTable(view: View, { facts }: AccountHistory): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: t.facts,
    captionHidden: true,
    dense: true,
    rows: facts.slice(0, factsShownMax),
    empty: t.noSights,
    columns: [
      { key: 'kind', title: t.fact, cell: (row) => factWord(row.kind, view.lang) ?? row.kind },
      { key: 'at', title: t.at, cell: (row) => moment(view, row.at) },
      {
        key: 'receipt',
        title: t.receipt,
        cell: (row) => link(view, { href: `/account/history/${row.id}.tlog-proof`, text: row.id })
      }
    ]
  })
}

function moment(view: View, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang)
}
