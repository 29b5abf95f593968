import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  html,
  link,
  postButton,
  table,
  tag
} from '../../platform/html/index.ts'
import { messages } from '../messages.ts'
import type { SessionEntry } from '../session-store.ts'

/** The open sessions of a person: where, how, since when, and a way to end each. */
export function sessionTable(
  view: View,
  { sessions, own }: { readonly sessions: readonly SessionEntry[]; readonly own: string }
): Html {
  const t = messages.in(view.lang)
  const deviceOf = (row: SessionEntry) => row.device || t.deviceUnknown
  const ways = {
    passkey: t.byPasskey,
    oidc: t.byOidc,
    code: t.byCode,
    enrolment: t.byEnrolment,
    counter: t.byEnrolment,
    demonstration: t.byDemonstration
  }
  const moment = (at: Temporal.Instant) => formatJalaliDateTime(at, view.lang)
  const list = table(view, {
    caption: t.sessions,
    captionHidden: true,
    rows: sessions,
    columns: [
      { key: 'device', title: t.device, cell: deviceOf },
      {
        key: 'way',
        title: t.way,
        cell: (row) =>
          row.strength === row.begunBy || row.begunBy === 'enrolment' || row.begunBy === 'counter'
            ? ways[row.begunBy]
            : t.provenBy(ways[row.begunBy], ways[row.strength])
      },
      { key: 'started', title: t.started, cell: (row) => moment(row.startedAt) },
      { key: 'seen', title: t.lastUse, cell: (row) => moment(row.seenAt) },
      {
        key: 'actions',
        title: t.actions,
        titleHidden: true,
        cell: (row) =>
          row.id === own
            ? tag({ text: t.thisSession, tone: 'info' })
            : endButton(view, t.endSession(deviceOf(row)), row.id)
      }
    ]
  })
  const more = actions(
    sessions.length > 1 && endButton(view, t.endOthers, 'others'),
    link(view, { href: '/account/not-me', text: t.notMe })
  )
  return html`${list}${more}`
}

function endButton(view: View, text: string, session: string): Html {
  return postButton(view, {
    action: '/account/sessions/ending',
    text,
    size: 'small',
    fields: { session }
  })
}
