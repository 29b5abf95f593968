import {
  type Content,
  type FieldOptions,
  type Html,
  type View,
  disclosure,
  field,
  form
} from '../../../platform/html/index.ts'
import { deskTexts } from '../messages-desk.ts'
import type { ProbeDesk } from '../read-desk.ts'
import { formOf } from './probe-forms.ts'
import type { RefusedForm } from './refused-form.ts'

const recordTypes = ['A', 'AAAA', 'CNAME', 'MX', 'TXT', 'NS']

/** Kinds of probes that people add; journeys and menu walks are made by the program. */
export const addedKinds = ['http', 'tcp', 'dns'] as const

/** The form that adds a target: fields of all kinds stand in it, those of the chosen one are read. */
export function targetForm(view: View, desk: ProbeDesk, refused: RefusedForm | null): Html {
  const t = deskTexts.in(view.lang)
  const { authority, titles } = desk
  const { typed, problems, isIt } = formOf(refused, 'target')
  const one = (name: string, type: FieldOptions['type'], more: object = {}): Content =>
    field(view, {
      type,
      name: `${authority.id}-target.${name}`,
      label: labelOf(view, name),
      value: typed[name],
      problems,
      ...more
    })
  const kinds = { http: t.kindHttp, tcp: t.kindTcp, dns: t.kindDns }
  const ltr = { attributes: { dir: 'ltr' } }
  const optional = { help: t.optional, width: 'short' }
  return disclosure({
    summary: t.addTarget,
    open: isIt,
    body: form(view, {
      action: `/desk/probes/${authority.id}/targets`,
      problems,
      body: [
        one('component', 'choice', {
          required: true,
          choices: [...titles].map(([value, text]) => ({ value, text: text[view.lang] }))
        }),
        one('what', 'text', { lengthMax: 60 }),
        one('kind', 'choice', {
          required: true,
          value: typed.kind ?? 'http',
          choices: addedKinds.map((value) => ({ value, text: kinds[value] }))
        }),
        one('check.url', 'text', { ...ltr, help: t.kindHttp }),
        one('check.keyword', 'text', { help: `${t.kindHttp} · ${t.optional}` }),
        one('check.tlsDaysMin', 'integer', { ...optional, help: `${t.kindHttp} · ${t.optional}` }),
        one('check.host', 'text', { ...ltr, help: t.kindTcp }),
        one('check.port', 'integer', { width: 'short', help: t.kindTcp }),
        one('check.name', 'text', { ...ltr, help: t.kindDns }),
        one('check.type', 'choice', {
          help: t.kindDns,
          value: typed['check.type'] ?? 'A',
          choices: recordTypes.map((value) => ({ value, text: value }))
        }),
        one('everySeconds', 'integer', optional),
        one('timeoutMs', 'integer', optional)
      ],
      submit: { text: t.addTarget }
    })
  })
}

function labelOf(view: View, name: string): string {
  const t = deskTexts.in(view.lang)
  const labels: Readonly<Record<string, string>> = {
    component: t.component,
    what: t.name,
    kind: t.checkKind,
    'check.url': t.url,
    'check.keyword': t.keyword,
    'check.tlsDaysMin': t.tlsDays,
    'check.host': t.hostPort,
    'check.port': t.port,
    'check.name': t.dnsName,
    'check.type': t.dnsType,
    everySeconds: t.everySeconds,
    timeoutMs: t.timeoutMs
  }
  return labels[name] ?? name
}
