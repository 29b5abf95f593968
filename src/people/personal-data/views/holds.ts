import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  button,
  field,
  form,
  hidden,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section,
  table
} from '../../../platform/html/index.ts'
import type { Bilingual, FieldProblem } from '../../../platform/index.ts'
import type { Authority } from '../../authority.ts'
import type { LegalHold } from '../hold.ts'
import { deskMessages, pageMessages } from '../messages-pages.ts'
import { authorityField } from './retention.ts'

/** What the page of legal holds shows. */
export interface HoldsPage {
  readonly authorities: readonly Authority[]
  readonly holds: readonly LegalHold[]
  readonly names: ReadonlyMap<string, { readonly name: Bilingual }>
  /** Id of the reader: what they began, somebody else confirms. */
  readonly me: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

const path = '/desk/legal-holds'

/** Legal holds, for inspectors and administrators. */
export function holdsPage(view: View, page: HoldsPage): Html {
  const t = deskMessages.in(view.lang)
  return layout(view, {
    title: t.holds,
    robots: 'noindex',
    hasProblems: page.problems.length > 0,
    breadcrumbs: [{ href: path, text: t.holds }],
    body: html`${pageHead({ title: t.holds, lead: t.holdsLead })} ${holdTable(view, page)}
    ${section({ title: t.place, body: placeForm(view, page) })}`
  })
}

function holdTable(view: View, page: HoldsPage): Html {
  const [t, own] = [deskMessages.in(view.lang), pageMessages.in(view.lang)]
  return table<LegalHold>(view, {
    caption: t.holds,
    captionHidden: true,
    rows: page.holds,
    empty: t.noHolds,
    columns: [
      {
        key: 'covers',
        title: own.covers,
        cell: (row) =>
          // Whoever confirms or lifts it has to see whose matter it is.
          html`${
              row.case === null
                ? own.coversAll
                : link(view, { href: `/desk/cases/${row.case}`, text: own.coversCase })
            }<br /><small>${page.names.get(row.person)?.name[view.lang]}</small>`
      },
      {
        key: 'reason',
        title: t.reason,
        cell: ({ reason, liftReason }) =>
          html`${reason ?? '–'}${liftReason !== null && html`<br /><small>${t.liftAsked}: ${liftReason}</small>`}`
      },
      {
        key: 'placed',
        title: t.placedAt,
        cell: ({ placedAt, placedBy }) =>
          html`${formatJalaliDateTime(placedAt, view.lang)}<br /><small
              >${page.names.get(placedBy)?.name[view.lang] ?? placedBy}</small
            >`
      },
      { key: 'state', title: own.state, cell: (row) => stateOf(view, row) },
      {
        key: 'act',
        title: own.actions,
        titleHidden: true,
        cell: (row) => buttons(view, row, page.me)
      }
    ]
  })
}

function stateOf(view: View, { liftedAt, confirmedAt }: LegalHold): Html {
  const t = pageMessages.in(view.lang)
  if (liftedAt !== null) return badge(view, 'no-data', t.lifted)
  return confirmedAt === null
    ? badge(view, 'at-risk', t.awaitsSecond)
    : badge(view, 'granted', t.stands)
}

function buttons(view: View, hold: LegalHold, me: string): Html {
  const t = deskMessages.in(view.lang)
  const action = `${path}/${hold.id}`
  if (hold.liftedAt !== null) return html``
  const mayConfirm = hold.confirmedAt === null && hold.placedBy !== me
  const mayLift = hold.liftAskedAt !== null && hold.liftAskedBy !== me
  return html`${mayConfirm && postButton(view, { action, text: t.confirm, fields: { act: 'confirm' } })}
  ${mayLift && postButton(view, { action, text: t.lift, fields: { act: 'lift' } })}
  ${hold.liftAskedAt !== null && postButton(view, { action, text: t.keep, fields: { act: 'keep' } })}
  ${hold.liftAskedAt === null && askLift(view, hold)}`
}

function askLift(view: View, { id }: LegalHold): Html {
  const t = deskMessages.in(view.lang)
  return form(view, {
    action: `${path}/${id}`,
    body: html`${hidden('act', 'ask-lift')}
    ${field(view, { type: 'text', name: 'reason', label: t.reason, lengthMax: 1000 })}`,
    more: button(view, { text: t.askLift, size: 'small' })
  })
}

function placeForm(view: View, { authorities, typed, problems }: HoldsPage): Html {
  const t = deskMessages.in(view.lang)
  return form(view, {
    action: path,
    problems,
    body: html`${authorityField(view, authorities, typed)}
    ${field(view, {
      type: 'text',
      name: 'matter',
      label: t.matter,
      value: typed.matter,
      lengthMax: 40,
      width: 'medium',
      attributes: { dir: 'ltr' },
      problems
    })}
    ${field(view, {
      type: 'choice',
      name: 'scope',
      label: t.scope,
      choices: [
        { value: 'case', text: t.scopeCase },
        { value: 'person', text: t.scopePerson }
      ],
      value: typed.scope ?? 'case',
      problems
    })}
    ${field(view, {
      type: 'paragraph',
      name: 'reason',
      label: t.reason,
      help: t.reasonHelp,
      rows: 3,
      lengthMax: 1000,
      value: typed.reason,
      problems
    })}`,
    more: button(view, { text: t.place, kind: 'primary' })
  })
}
