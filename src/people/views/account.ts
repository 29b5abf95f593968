import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Html,
  type KeyValue,
  type View,
  actions,
  alert,
  button,
  code,
  field,
  html,
  inDigits,
  keyValues,
  layout,
  pageHead,
  postButton,
  section,
  table
} from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import type { TypedIdentifier } from '../codes/typed-identifier-store.ts'
import { messages } from '../messages.ts'
import { type Passkey, passkeyNameLengthMax } from '../passkey.ts'
import type { Person } from '../person.ts'
import type { Recovery } from '../recovery/recovery-store.ts'
import type { Session } from '../session.ts'
import type { SessionEntry } from '../session-store.ts'
import { accountLinks } from './account-links.ts'
import { grantWords } from './grant-words.ts'
import { passkeyForm } from './passkey-form.ts'
import { sessionTable } from './session-table.ts'

/** What the account page shows. */
export interface AccountPage {
  readonly session: Session
  readonly authorities: readonly Authority[]
  readonly represented: readonly Person[]
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly SessionEntry[]
  /** What they typed about themselves and nobody proved. */
  readonly typed: readonly TypedIdentifier[]
  readonly unread: number
  /** Whether the national sign-on is tied to this account; `null` where there is none. */
  readonly isLinked: boolean | null
  /** A recovery that somebody began and that can still be stopped. */
  readonly recovery: Recovery | null
  readonly isFresh: boolean
  /** They have roles that this session leaves out. */
  readonly hasSilentRoles: boolean
}

/** The page of a signed-in person: who they are here, their passkeys, where they are signed in. */
export function accountPage(view: View, page: AccountPage): Html {
  const t = messages.in(view.lang)
  const signOut = postButton(view, { action: '/sign-out', text: t.signOut })
  const body = html`${pageHead({ title: t.account, actions: signOut })}
  ${page.recovery !== null && recoveryWarning(view, page.recovery)} ${accountLinks(view, page)}
  ${section({ title: t.whoIAm, body: keyValues(details(view, page)) })}
  ${section({ title: t.roles, body: html`${silentRoles(view, page)}${rolesOf(view, page)}` })}
  ${section({
    title: t.passkeys,
    lead: t.passkeysLead,
    body: html`${passkeyTable(view, page)}${page.isFresh ? addPasskey(view) : proveFirst(view)}`
  })}
  ${section({ title: t.sessions, lead: t.sessionsLead, body: sessionTable(view, { sessions: page.sessions, own: page.session.id }) })}`
  return layout(view, { title: t.account, body, islands: ['people/passkey'], robots: 'noindex' })
}

function details(view: View, page: AccountPage): KeyValue[] {
  const t = messages.in(view.lang)
  const { person } = page.session
  const digits = (text: string | null) => text && inDigits(view.lang, text)
  const coded = [
    { key: t.nationalId, value: digits(person.nationalId) },
    { key: t.legalId, value: digits(person.legalId) },
    { key: t.foreignerCode, value: digits(person.foreignerCode) },
    // As people in Iran write and dial it.
    { key: t.mobile, value: digits(person.mobile?.replace(/^\+98/, '0') ?? null) },
    { key: t.email, value: person.email }
  ]
  return [
    { key: t.name, value: person.name[view.lang] },
    ...page.typed.map(({ kind, value }) => ({
      key: t.typedAs(kind === 'national-id' ? t.nationalId : t.foreignerCode),
      value: code(inDigits(view.lang, value))
    })),
    ...coded.flatMap(({ key, value }) => (value === null ? [] : [{ key, value: code(value) }])),
    ...page.represented.map((one) => ({ key: t.actsFor, value: one.name[view.lang] }))
  ]
}

/** Why somebody with roles has none in this session. */
function silentRoles(view: View, { hasSilentRoles }: AccountPage): Html | null {
  if (!hasSilentRoles) return null
  const t = messages.in(view.lang)
  return alert(view, { kind: 'info', body: t.silentRoles, still: true })
}

function proveFirst(view: View): Html {
  const t = messages.in(view.lang)
  const href = '/sign-in/again?next=/account'
  return actions(button(view, { text: t.proveToAdd, href, icon: 'lock' }))
}

function recoveryWarning(view: View, recovery: Recovery): Html {
  const t = messages.in(view.lang)
  const stop = postButton(view, { action: '/account/recovery/stop', text: t.stopRecovery })
  const body = t.recoveryOpen(formatJalaliDateTime(recovery.readyAt, view.lang))
  return alert(view, { kind: 'warning', body, actions: stop, still: true })
}

function rolesOf(view: View, page: AccountPage): Html {
  const t = messages.in(view.lang)
  const { grants } = page.session.actor
  if (grants.length === 0) return html`<p>${t.noRoles}</p>`
  return table(view, {
    caption: t.roles,
    captionHidden: true,
    rows: grants.map((grant) => grantWords(view, grant, page.authorities)),
    columns: [
      { key: 'role', title: t.role, cell: (row) => row.role },
      { key: 'authority', title: t.authority, cell: (row) => row.authority },
      { key: 'unit', title: t.unit, cell: (row) => row.unit },
      { key: 'post', title: t.post, cell: (row) => row.post ?? '–' }
    ]
  })
}

function passkeyTable(view: View, page: AccountPage): Html {
  const t = messages.in(view.lang)
  if (page.passkeys.length === 0) return html`<p>${t.noPasskeys}</p>`
  const nameOf = (passkey: Passkey) => passkey.name || t.deviceUnknown
  return table(view, {
    caption: t.passkeys,
    captionHidden: true,
    rows: page.passkeys,
    columns: [
      { key: 'name', title: t.name, cell: nameOf },
      { key: 'kept', title: t.kept, cell: (row) => (row.synced ? t.keptSynced : t.keptHere) },
      { key: 'created', title: t.created, cell: (row) => moment(view, row.createdAt) },
      { key: 'used', title: t.used, cell: (row) => moment(view, row.usedAt) },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: (row) =>
          postButton(view, {
            action: '/account/passkeys/removal',
            text: t.removePasskey(nameOf(row)),
            size: 'small',
            fields: { passkey: row.id }
          })
      }
    ]
  })
}

function addPasskey(view: View): Html {
  const t = messages.in(view.lang)
  return passkeyForm(view, {
    ceremony: 'registration',
    action: '/account/passkeys',
    submit: t.addPasskey,
    body: field(view, {
      type: 'text',
      name: 'name',
      label: t.passkeyName,
      help: t.passkeyNameHelp,
      required: false,
      lengthMax: passkeyNameLengthMax,
      width: 'medium'
    })
  })
}

function moment(view: View, at: Temporal.Instant | null): string {
  return at === null ? messages.in(view.lang).never : formatJalaliDateTime(at, view.lang)
}
