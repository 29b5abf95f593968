import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Html,
  type KeyValue,
  type View,
  actions,
  code,
  field,
  html,
  inDigits,
  keyValues,
  layout,
  pageHead,
  postButton,
  section,
  table,
  tag
} from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import { messages } from '../messages.ts'
import { type Passkey, passkeyNameLengthMax } from '../passkey.ts'
import type { Person } from '../person.ts'
import type { Session } from '../session.ts'
import type { SessionEntry } from '../session-store.ts'
import { grantWords } from './grant-words.ts'
import { passkeyForm } from './passkey-form.ts'

/** What the account page shows. */
export interface AccountPage {
  readonly session: Session
  readonly authorities: readonly Authority[]
  readonly represented: readonly Person[]
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly SessionEntry[]
}

/** The page of a signed-in person: who they are here, their passkeys, where they are signed in. */
export function accountPage(view: View, page: AccountPage): Html {
  const t = messages.in(view.lang)
  const signOut = postButton(view, { action: '/sign-out', text: t.signOut })
  const body = html`${pageHead({ title: t.account, actions: signOut })}
  ${section({ title: t.whoIAm, body: keyValues(details(view, page)) })}
  ${section({ title: t.roles, body: rolesOf(view, page) })}
  ${section({
    title: t.passkeys,
    lead: t.passkeysLead,
    body: html`${passkeyTable(view, page)}${addPasskey(view)}`
  })}
  ${section({ title: t.sessions, lead: t.sessionsLead, body: sessionTable(view, page) })}`
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
    ...coded.flatMap(({ key, value }) => (value === null ? [] : [{ key, value: code(value) }])),
    ...page.represented.map((one) => ({ key: t.actsFor, value: one.name[view.lang] }))
  ]
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

function sessionTable(view: View, page: AccountPage): Html {
  const t = messages.in(view.lang)
  const isThis = (row: SessionEntry) => row.id === page.session.id
  const deviceOf = (row: SessionEntry) => row.device || t.deviceUnknown
  const ways = {
    passkey: t.byPasskey,
    oidc: t.byOidc,
    code: t.byCode,
    enrolment: t.byEnrolment,
    demonstration: t.byDemonstration
  }
  const list = table(view, {
    caption: t.sessions,
    captionHidden: true,
    rows: page.sessions,
    columns: [
      { key: 'device', title: t.device, cell: deviceOf },
      { key: 'way', title: t.way, cell: (row) => ways[row.begunBy] },
      { key: 'started', title: t.started, cell: (row) => moment(view, row.startedAt) },
      { key: 'seen', title: t.lastUse, cell: (row) => moment(view, row.seenAt) },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: (row) =>
          isThis(row)
            ? tag({ text: t.thisSession, tone: 'info' })
            : endButton(view, t.endSession(deviceOf(row)), row.id)
      }
    ]
  })
  return html`${list}${page.sessions.length > 1 && actions(endButton(view, t.endOthers, 'others'))}`
}

function endButton(view: View, text: string, session: string): Html {
  return postButton(view, {
    action: '/account/sessions/ending',
    text,
    size: 'small',
    fields: { session }
  })
}

function moment(view: View, at: Temporal.Instant | null): string {
  return at === null ? messages.in(view.lang).never : formatJalaliDateTime(at, view.lang)
}
