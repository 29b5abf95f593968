import { formatDigits } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  badge,
  code,
  disclosure,
  field,
  form,
  html,
  postButton,
  section,
  table
} from '../../../platform/html/index.ts'
import type { PortalHost } from '../host.ts'
import { deskTexts } from '../messages-desk.ts'
import type { ProbeDesk } from '../read-desk.ts'
import { type ProbeSettings, settingLimits } from '../settings.ts'
import type { RefusedForm } from './refused-form.ts'

/** What was typed into one form of the page, and what is wrong with it. */
export function formOf(refused: RefusedForm | null, which: RefusedForm['form']) {
  const isIt = refused?.form === which
  return { typed: isIt ? refused.typed : {}, problems: isIt ? refused.problems : [], isIt }
}

/** Registered hosts, and the form that registers one. */
export function hostSection(view: View, desk: ProbeDesk, refused: RefusedForm | null): Html {
  const t = deskTexts.in(view.lang)
  const { hosts, authority } = desk
  const { typed, problems, isIt } = formOf(refused, 'host')
  return section({
    title: t.hosts,
    lead: t.hostsLead,
    body: html`${table<PortalHost>(view, {
      caption: t.hosts,
      captionHidden: true,
      rows: hosts,
      columns: [
        { key: 'host', title: t.host, cell: ({ host }) => code(host) },
        {
          key: 'kind',
          title: t.kind,
          cell: ({ automatic }) =>
            automatic ? badge(view, 'definition', t.ownHost) : badge(view, 'running', t.subPortal)
        },
        {
          key: 'retire',
          title: t.retire,
          titleHidden: true,
          cell: ({ host, automatic }) =>
            !automatic &&
            postButton(view, {
              action: `/desk/probes/${authority.id}/hosts/${host}/retirement`,
              text: t.retire,
              size: 'small'
            })
        }
      ]
    })}
    ${disclosure({
      summary: t.addHost,
      open: isIt,
      body: form(view, {
        action: `/desk/probes/${authority.id}/hosts`,
        problems,
        body: field(view, {
          type: 'text',
          name: `${authority.id}-host.address`,
          label: t.address,
          value: typed.address,
          required: true,
          problems,
          attributes: { dir: 'ltr' }
        }),
        submit: { text: t.addHost }
      })
    })}`
  })
}

/** How the authority watches. */
export function settingsSection(view: View, desk: ProbeDesk, refused: RefusedForm | null): Html {
  const t = deskTexts.in(view.lang)
  const { authority, settings } = desk
  const { typed, problems, isIt } = formOf(refused, 'settings')
  const names = Object.keys(settingLimits) as (keyof ProbeSettings)[]
  return section({
    title: t.settings,
    body: form(view, {
      action: `/desk/probes/${authority.id}/settings`,
      problems,
      body: names.map((name) =>
        field(view, {
          type: 'integer',
          name: `${authority.id}-settings.${name}`,
          label: t[name],
          value: isIt ? typed[name] : formatDigits(settings[name], view.lang),
          required: true,
          problems,
          width: 'short'
        })
      ),
      submit: { text: t.save }
    })
  })
}
