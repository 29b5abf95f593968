import { formatJalaliDate } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  button,
  formatNumber,
  html,
  link,
  table,
  tag
} from '../../../platform/html/index.ts'
import type { Mailbox } from '../mailbox.ts'
import { messages } from '../messages.ts'
import { unitMessages } from '../messages-unit.ts'
import type { UsableSlot } from '../read-mailboxes.ts'

/** A way with the name of whoever else has it. */
export interface ShownWay extends UsableSlot {
  readonly readerName: string | null
}

/** The ways to open a mailbox: what each is, for whom, when it was tried. */
export function waysTable(
  view: View,
  { ways, base }: { readonly ways: readonly ShownWay[]; readonly base: string }
): Html {
  const t = messages.in(view.lang)
  return table(view, {
    caption: t.ways,
    captionHidden: true,
    rows: ways,
    empty: t.noWays,
    columns: [
      {
        key: 'way',
        title: t.way,
        cell: (way) =>
          html`${nameOfWay(view, way)} <span class="block field-help">${madeOn(view, way)}</span>`
      },
      { key: 'for', title: t.forWhom, cell: (way) => whom(view, way) },
      {
        key: 'proven',
        title: t.proven,
        cell: (way) =>
          html`${way.provenAt === null ? t.never : formatJalaliDate(way.provenAt, view.lang)}
          ${way.drillDue && tag({ text: t.drill, tone: 'risk' })}`
      },
      {
        key: 'acts',
        title: t.remove,
        titleHidden: true,
        cell: (way) =>
          html`${way.drillDue && tryButton(view, way)}
          ${link(view, { href: `${base}/way/${way.id}/removal`, text: t.remove })}`
      }
    ]
  })
}

function tryButton(view: View, way: UsableSlot): Html {
  return button(view, {
    text: messages.in(view.lang).try,
    size: 'small',
    type: 'button',
    attributes: { 'data-try': way.id, 'data-try-kind': way.kind }
  })
}

/** What a way is called: its word, with its number or what its owner calls it. */
export function nameOfWay(view: View, way: Pick<UsableSlot, 'kind' | 'purpose' | 'label'>): string {
  const word = wayWord(view, way)
  if (way.label === '') return word
  const isNumbered = way.kind === 'paper' && /^\d{1,4}$/.test(way.label)
  return isNumbered
    ? `${word} ${formatNumber(view.lang, Number(way.label))}`
    : `${word} · ${way.label}`
}

/** The day on which a way was made, as it stands on the sheet of a paper key. */
export function madeOn(view: View, { madeAt }: Pick<UsableSlot, 'madeAt'>): string {
  return messages.in(view.lang).madeOn(formatJalaliDate(madeAt, view.lang))
}

function wayWord(view: View, { kind, purpose }: Pick<UsableSlot, 'kind' | 'purpose'>): string {
  if (purpose === 'program') return unitMessages.in(view.lang).programWay
  const t = messages.in(view.lang)
  return { passkey: t.passkey, paper: t.paper, mailbox: t.mailbox, recovery: t.twoHalves }[kind]
}

function whom(view: View, { purpose, readerName }: ShownWay): string {
  const t = messages.in(view.lang)
  const word = {
    own: t.purposeOwn,
    custodian: t.purposeCustodian,
    member: t.purposeMember,
    delegate: t.purposeDelegate,
    contact: t.purposeContact,
    kin: t.purposeKin,
    program: unitMessages.in(view.lang).purposeProgram
  }[purpose]
  return readerName === null ? word : `${readerName} (${word})`
}

/** Whether letters may arrive, with what is missing. */
export function readiness(
  view: View,
  { confidential, demonstration }: Pick<Mailbox, 'confidential' | 'demonstration'>
): Html {
  const t = messages.in(view.lang)
  if (demonstration) return tag({ text: unitMessages.in(view.lang).demonstration, tone: 'info' })
  return confidential ? badge(view, 'kept', t.ready) : badge(view, 'at-risk', t.notReady)
}
