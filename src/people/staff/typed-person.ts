import { type Html, type View, field, html } from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { PersonInput } from '../person.ts'
import { messages } from './messages.ts'

/** Fields as a form sent them: text by name, and nothing else. */
export type Typed = Readonly<Record<string, string>>

/** The text fields of a form. */
export function typedOf(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' && name !== '_csrf' ? [[name, value]] : []
    )
  )
}

/** The natural person that a form names. */
export function personTyped(typed: Typed): PersonInput {
  const { name = '', nationalId, foreignerCode, mobile, email } = typed
  return { kind: 'person', name, nationalId, foreignerCode, mobile, email }
}

/** The fields that name a natural person by their paper. */
export function personFields(
  view: View,
  { typed, problems }: { readonly typed: Typed; readonly problems: readonly FieldProblem[] }
): Html {
  const t = messages.in(view.lang)
  const named = (name: string, label: string) => ({ name, label, problems, value: typed[name] })
  return html`${field(view, { ...named('name', t.name), type: 'text', required: true })}
  ${field(view, {
    ...named('nationalId', t.nationalId),
    type: 'national-id',
    required: false,
    help: t.identifierHelp
  })}
  ${field(view, { ...named('foreignerCode', t.foreignerCode), type: 'text', required: false })}
  ${field(view, { ...named('mobile', t.mobile), type: 'mobile', required: false })}
  ${field(view, { ...named('email', t.email), type: 'e-mail', required: false })}`
}
