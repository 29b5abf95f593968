import {
  type Html,
  type View,
  actions,
  alert,
  attrs,
  button,
  html,
  layout,
  link,
  pageHead,
  section,
  table,
  tag
} from '../../../platform/html/index.ts'
import type { Candidate } from '../candidates.ts'
import { messages } from '../messages.ts'
import { unitMessages } from '../messages-unit.ts'
import type { ListedMailbox } from '../read-mailboxes.ts'
import { islandData, rotation } from './mailbox-page.ts'
import { type ShownWay, readiness, waysTable } from './ways-table.ts'

/** A unit in the list, with its mailbox where it has one. */
export interface UnitRow {
  readonly name: string
  readonly href: string
  readonly mailbox: Pick<ListedMailbox, 'confidential' | 'demonstration' | 'rotationDue'> | null
}

/** The units that somebody heads or works in, and the state of their mailboxes. */
export function unitsPage(view: View, rows: readonly UnitRow[]): Html {
  const t = unitMessages.in(view.lang)
  const body = html`${pageHead({ title: t.title, lead: t.lead })}
  ${table(view, {
    caption: t.title,
    captionHidden: true,
    rows,
    columns: [
      {
        key: 'unit',
        title: t.unit,
        cell: ({ name, href }) => link(view, { href, text: name })
      },
      { key: 'state', title: t.state, cell: ({ mailbox }) => stateOf(view, mailbox) }
    ]
  })}`
  return layout(view, { title: t.title, body, robots: 'noindex' })
}

function stateOf(view: View, mailbox: UnitRow['mailbox']): Html {
  const t = unitMessages.in(view.lang)
  if (mailbox === null) return tag({ text: t.none })
  const due = mailbox.rotationDue !== null && tag({ text: t.due, tone: 'risk' })
  return html`${readiness(view, mailbox)} ${due}`
}

/** The page on which the mailbox of a unit or business is made. */
export interface OpeningPage {
  readonly title: string
  readonly isUnit: boolean
  readonly mailbox: string
  readonly keyName: string
  /** `{ authority, unit }` or `{ person }`. */
  readonly owner: object
  readonly candidates: readonly Candidate[]
}

/** Choosing the custodians of a new mailbox. */
export function openingPage(view: View, page: OpeningPage): Html {
  const t = unitMessages.in(view.lang)
  const m = messages.in(view.lang)
  const { candidates } = page
  const data = {
    'data-open-for': JSON.stringify(page.owner),
    'data-mailbox': page.mailbox,
    'data-key-name': page.keyName,
    'data-texts': JSON.stringify({ chooseTwo: t.chooseTwo, failed: m.changeFailed })
  }
  const body = html`${pageHead({ title: page.title, lead: t.openText })}
    <noscript>${alert(view, { kind: 'warning', body: m.needsScript, still: true })}</noscript>
    ${
      candidates.length < 2
        ? alert(view, { kind: 'warning', body: t.tooFew, still: true })
        : html`<form class="form" ${attrs(data)}>
            <fieldset>
              <legend>${t.custodians}</legend>
              ${candidates.map(choice)}
            </fieldset>
            <p class="field-problem" role="alert" data-says hidden></p>
            <div class="actions">${button(view, { text: t.make, kind: 'primary' })}</div>
          </form>`
    }`
  return layout(view, {
    title: page.title,
    body,
    robots: 'noindex',
    islands: ['letters/open-unit']
  })
}

function choice({ mailbox, name }: Candidate): Html {
  const id = `custodian-${mailbox}`
  return html`<div class="choice">
    <input type="checkbox" class="checkbox" ${attrs({ id, name: 'custodian', value: mailbox })} />
    <label for="${id}">${name}</label>
  </div>`
}

/** The page of a mailbox that several keep. */
export interface SharedPage {
  readonly mailbox: ListedMailbox
  readonly ways: readonly ShownWay[]
  readonly candidates: readonly Candidate[]
  /** The reader is a custodian. */
  readonly keeps: boolean
  readonly base: string
}

/** The mailbox of a unit or business: its ways, and by its custodians giving and taking them. */
export function sharedPage(view: View, page: SharedPage): Html {
  const t = unitMessages.in(view.lang)
  const m = messages.in(view.lang)
  const { mailbox, ways, keeps, base } = page
  const title = mailbox.name[view.lang]
  const body = html`<div ${attrs(islandData(view, mailbox))}>
    ${pageHead({ title, above: m.title, lead: t.lead, badge: readiness(view, mailbox) })}
    <noscript>${alert(view, { kind: 'warning', body: m.needsScript, still: true })}</noscript>
    <p class="field-problem" role="alert" data-says hidden></p>
    ${mailbox.demonstration && alert(view, { kind: 'warning', body: t.demonstrationText, still: true })}
    ${keeps && mailbox.rotationDue !== null && rotation(view)}
    ${keeps && !mailbox.confidential && alert(view, { kind: 'warning', title: t.fewKeepers, body: t.fewKeepersText, still: true })}
    ${!mailbox.demonstration && section({ title: m.ways, body: waysTable(view, { ways, base }) })}
    ${!mailbox.demonstration && (keeps ? giving(view, page) : html`<p>${t.keepersOnly}</p>`)}
    ${!mailbox.demonstration && keeps && mailbox.kind === 'unit' && givingToProgram(view)}
  </div>`
  return layout(view, { title, body, robots: 'noindex', islands: ['letters/mailbox'] })
}

function giving(view: View, { candidates, mailbox }: SharedPage): Html {
  const t = unitMessages.in(view.lang)
  const purpose = mailbox.kind === 'unit' ? 'member' : 'delegate'
  const rows = candidates.map(
    (each) =>
      html`<li class="flex flex-wrap items-center gap-2">
        ${each.name} ${give(view, each, { purpose, text: t.give })}
        ${give(view, each, { purpose: 'custodian', text: t.makeCustodian })}
      </li>`
  )
  const list = html`<ul class="space-y-2">
    ${rows}
  </ul>`
  const change = button(view, {
    text: messages.in(view.lang).rotate,
    kind: 'quiet',
    type: 'button',
    attributes: { 'data-rotate': true }
  })
  return section({
    title: t.members,
    lead: t.membersText,
    body: html`${rows.length === 0 ? html`<p>${t.allHave}</p>` : list} ${actions(change)}`
  })
}

/** A way for the agent of the unit: its own key is pasted here, and nothing secret goes anywhere. */
function givingToProgram(view: View): Html {
  const t = unitMessages.in(view.lang)
  return section({
    title: t.programs,
    lead: t.programsText,
    body: html`<form class="form" data-give-program data-wrong="${t.programKeyWrong}">
      <div class="field">
        <label for="program-label">${t.programLabel}</label>
        <input class="input" id="program-label" name="label" maxlength="80" required />
      </div>
      <div class="field">
        <label for="program-key">${t.programKey}</label>
        <p class="field-help" id="program-key-help">${t.programKeyHelp}</p>
        <textarea
          class="textarea"
          id="program-key"
          name="recipient"
          rows="4"
          dir="ltr"
          maxlength="2200"
          spellcheck="false"
          aria-describedby="program-key-help"
          required
        ></textarea>
      </div>
      ${actions(button(view, { text: t.giveProgram }))}
    </form>`
  })
}

function give(
  view: View,
  { mailbox }: Candidate,
  { purpose, text }: { purpose: string; text: string }
): Html {
  return button(view, {
    text,
    size: 'small',
    type: 'button',
    attributes: { 'data-give': mailbox, 'data-purpose': purpose }
  })
}
