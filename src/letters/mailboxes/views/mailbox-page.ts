import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  attrs,
  badge,
  button,
  emptyState,
  html,
  layout,
  link,
  pageHead,
  postButton,
  section
} from '../../../platform/html/index.ts'
import { messages } from '../messages.ts'
import { recoveryMessages } from '../recovery/messages.ts'
import type { ListedMailbox } from '../read-mailboxes.ts'
import { renewalHours } from '../renew-mailbox.ts'
import { type ShownWay, readiness, waysTable } from './ways-table.ts'

/** Somebody to whom a way could be given. */
export interface Candidate {
  /** Id of their own mailbox. */
  readonly mailbox: string
  readonly name: string
}

/** The page of one's own mailbox. */
export interface MailboxPage {
  readonly mailbox: ListedMailbox
  readonly ways: readonly ShownWay[]
  /** A wrong record of a death closed its key: letters come once there is another one. */
  readonly isGivenBack: boolean
  readonly delegates: readonly Candidate[]
  readonly others: readonly ListedMailbox[]
  /** What the server has to say beside: a recovery that waits, halves that open nothing. */
  readonly notices: readonly (Html | null)[]
}

/** The page of whoever has no mailbox yet, with the others that they may read. */
export function noMailboxPage(view: View, others: readonly ListedMailbox[]): Html {
  const t = messages.in(view.lang)
  const body = html`${pageHead({ title: t.title })}
  ${emptyState({
    title: t.none,
    icon: 'letter',
    body: t.noneText,
    actions: button(view, { text: t.make, href: '/mailbox/new', kind: 'primary' })
  })}
  ${otherMailboxes(view, others)}`
  return layout(view, { title: t.title, body, robots: 'noindex' })
}

/** The mailbox of a person: whether it is ready, its ways, adding, what to do when something is lost. */
export function mailboxPage(view: View, page: MailboxPage): Html {
  const t = messages.in(view.lang)
  const { mailbox, ways } = page
  const ready = page.isGivenBack ? badge(view, 'at-risk', t.notReady) : readiness(view, mailbox)
  const body = html`<div ${attrs(islandData(view, mailbox))}>
    ${pageHead({ title: t.title, lead: t.lead, badge: ready })}
    <noscript>${alert(view, { kind: 'warning', body: t.needsScript, still: true })}</noscript>
    <p class="field-problem" role="alert" data-says hidden></p>
    <div class="mt-8 space-y-4">${page.notices} ${warnings(view, page)}</div>
    ${section({ title: t.ways, body: waysTable(view, { ways, base: '/mailbox' }) })}
    ${adding(view, page)} ${section({ title: t.lostTitle, body: lostList(view), id: 'lost' })}
    ${otherMailboxes(view, page.others)}
  </div>`
  return layout(view, { title: t.title, body, robots: 'noindex', islands: ['letters/mailbox'] })
}

/** What the island of this page, and of a unit's, needs to know and to say. */
export function islandData(view: View, mailbox: ListedMailbox): Record<string, string> {
  const t = messages.in(view.lang)
  return {
    'data-mailbox': mailbox.id,
    'data-says-texts': JSON.stringify({ added: t.added, failed: t.changeFailed })
  }
}

/** A key that waits to count, and the button that stops it; `null` where there is none. */
export function pendingNotice(view: View, { pending }: ListedMailbox): Html | null {
  if (pending === null) return null
  const t = messages.in(view.lang)
  const when = formatJalaliDateTime(pending.at.add({ hours: renewalHours }), view.lang)
  const stop = postButton(view, { action: '/mailbox/renewal/stop', text: t.stop, kind: 'danger' })
  const body = t.pendingUntil(when)
  return alert(view, { kind: 'warning', title: t.renewing, body, still: true, actions: stop })
}

function warnings(view: View, { mailbox, ways, isGivenBack }: MailboxPage): Html {
  const t = messages.in(view.lang)
  return html`${!mailbox.confidential && alert(view, { kind: 'warning', title: t.notReady, body: t.notReadyText, still: true })}
  ${
    ways.some(({ drillDue }) => drillDue) &&
    alert(view, { kind: 'warning', title: t.drillTitle, body: t.drillText, still: true })
  }
  ${mailbox.rotationDue !== null && mailbox.pending === null && !isGivenBack && rotation(view)}`
}

/** The offer to change the key, one press. */
export function rotation(view: View): Html {
  const t = messages.in(view.lang)
  const press = button(view, {
    text: t.rotate,
    kind: 'primary',
    type: 'button',
    attributes: { 'data-rotate': true }
  })
  return alert(view, {
    kind: 'warning',
    title: t.rotateTitle,
    body: t.rotateText,
    still: true,
    actions: press
  })
}

function adding(view: View, { mailbox, delegates, isGivenBack }: MailboxPage): Html {
  const t = messages.in(view.lang)
  const device = button(view, {
    text: t.addDevice,
    type: 'button',
    attributes: { 'data-add-device': true }
  })
  const paper = button(view, { text: t.addPaper, href: '/mailbox/paper' })
  const change = mailbox.rotationDue === null && !isGivenBack && quietRotation(view)
  return section({
    title: t.addTitle,
    id: 'add',
    body: html`<p>${t.addDeviceText}</p>
      ${actions(device, paper, change)} ${delegates.length > 0 && delegateList(view, delegates)}`
  })
}

function quietRotation(view: View): Html {
  const { rotate } = messages.in(view.lang)
  return button(view, {
    text: rotate,
    kind: 'quiet',
    type: 'button',
    attributes: { 'data-rotate': true }
  })
}

function delegateList(view: View, delegates: readonly Candidate[]): Html {
  const t = messages.in(view.lang)
  return html`<details class="disclosure">
    <summary>${t.addDelegate}</summary>
    <div class="disclosure-body">
      <p>${t.delegateText}</p>
      ${delegates.map(
        (each) =>
          html`<p>
            ${each.name}
            ${button(view, {
              text: t.add,
              size: 'small',
              type: 'button',
              attributes: { 'data-give': each.mailbox, 'data-purpose': 'delegate' }
            })}
          </p>`
      )}
    </div>
  </details>`
}

function lostList(view: View): Html {
  const t = messages.in(view.lang)
  const r = recoveryMessages.in(view.lang)
  const lines = [t.lostDevice, r.lostLine, t.lostAll, t.notAccount, r.kinLine]
  return html`<ul class="list-disc ps-6 space-y-2">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    ${actions(
      button(view, { text: r.toTrust, href: '/mailbox/trust' }),
      button(view, { text: r.recoveryTitle, href: '/mailbox/recovery', kind: 'quiet' }),
      button(view, { text: t.lostAllButton, href: '/mailbox/lost', kind: 'quiet' })
    )}`
}

function otherMailboxes(view: View, others: readonly ListedMailbox[]): Html | false {
  const t = messages.in(view.lang)
  return (
    others.length > 0 &&
    section({
      title: t.others,
      body: html`<ul class="list-disc ps-6">
        ${others.map(
          (each) =>
            html`<li>
              ${link(view, { href: `/mailbox/of/${each.id}`, text: each.name[view.lang] })}
              ${readiness(view, each)}
            </li>`
        )}
      </ul>`
    })
  )
}
