import { type Interruption, interruptions } from '../../catalogue/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import {
  badge,
  button,
  card,
  cards,
  code,
  emptyState,
  type Html,
  html,
  link,
  pageHead,
  pagination,
  tabs,
  type View
} from '../../platform/html/index.ts'
import type { MyCase } from '../list-my-cases.ts'
import { applyMessages } from '../messages-apply.ts'
import { caseMessages } from '../messages-case.ts'
import { messages } from '../messages.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { frame } from './frame.ts'
import { moment, stageBadge } from './words.ts'

/** A case in the list, with what keeps its service from being given. */
export interface ListedCase extends MyCase {
  readonly title: Bilingual
  readonly interruptions: readonly Interruption[]
}

/** One page of a person's cases, with the titles of their services. */
export interface MyCasesPageOptions {
  readonly items: readonly ListedCase[]
  readonly next: string | null
  readonly isFirst: boolean
  /** Whose applications can be looked at: the person's own, and those of whom the person acts for. */
  readonly applicants: readonly { readonly id: string; readonly name: Bilingual }[]
  readonly applicant: string
}

/** The applications of a person, the newest first. */
export function myCasesPage(view: View, options: MyCasesPageOptions): Html {
  const t = caseMessages.in(view.lang)
  const find = button(view, {
    text: applyMessages.in(view.lang).findService,
    href: '/services',
    kind: 'primary'
  })
  const drafts = link(view, { href: '/drafts', text: applyMessages.in(view.lang).drafts })
  const list =
    options.items.length === 0
      ? emptyState({ title: t.myCasesEmpty, actions: find })
      : cards(options.items.map((item) => caseCard(view, item)))
  const of = `applicant=${options.applicant}`
  const next = options.next === null ? {} : { next: `/cases?${of}&cursor=${options.next}` }
  const previous = options.isFirst ? {} : { previous: `/cases?${of}` }
  return frame(view, {
    title: t.myCases,
    body: html`${pageHead({ title: t.myCases, lead: html`${t.draftsToo} ${drafts}` })}
    ${options.applicants.length > 1 && applicantTabs(view, options)} ${list}
    ${(options.next !== null || !options.isFirst) && pagination(view, { ...previous, ...next })}`
  })
}

function applicantTabs(view: View, { applicants, applicant }: MyCasesPageOptions): Html {
  return tabs(view, {
    label: messages.in(view.lang).applicant,
    items: applicants.map(({ id, name }) => ({
      href: `/cases?applicant=${id}`,
      text: name[view.lang],
      current: id === applicant
    }))
  })
}

function caseCard(view: View, item: ListedCase): Html {
  const t = caseMessages.in(view.lang)
  const m = messages.in(view.lang)
  const isOpen = item.stage !== 'decided' && item.stage !== 'withdrawn'
  return card(view, {
    title: item.title[view.lang],
    href: `/cases/${item.id}`,
    level: 2,
    badge: html`${stageBadge(view, item.stage)}
    ${item.late && isOpen && badge(view, 'overdue', t.late)}`,
    body: html`<p>${m.trackingCode}: ${code(formatTrackingCode(item.code))}</p>
      <p class="muted">${m.filedAt}: ${moment(view, item.filedAt)}</p>
      ${isOpen && item.dueAt && html`<p>${m.due}: ${moment(view, item.dueAt)}</p>`}
      ${isOpen && interruptions.interruptionLines(view, item.interruptions, view.now)}`
  })
}
