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

/**
 * The natural person that a form names.
 * @param prefix - Before the names of the fields, where the form has another name as well.
 */
export function personTyped(typed: Typed, prefix = ''): PersonInput {
  const of = (name: string) => typed[`${prefix}${name}`]
  return {
    kind: 'person',
    name: of('name') ?? '',
    nationalId: of('nationalId'),
    foreignerCode: of('foreignerCode'),
    mobile: of('mobile'),
    email: of('email')
  }
}

/** The fields that name a natural person by their paper. */
export function personFields(
  view: View,
  { typed, problems }: { readonly typed: Typed; readonly problems: readonly FieldProblem[] },
  { contacts = true, prefix = '' }: { readonly contacts?: boolean; readonly prefix?: string } = {}
): Html {
  const t = messages.in(view.lang)
  const named = (plain: string, label: string) => {
    const name = `${prefix}${plain}`
    return { name, label, problems, value: typed[name] }
  }
  return html`${field(view, { ...named('name', t.name), type: 'text', required: true })}
  ${field(view, {
    ...named('nationalId', t.nationalId),
    type: 'national-id',
    required: false,
    help: t.identifierHelp
  })}
  ${field(view, { ...named('foreignerCode', t.foreignerCode), type: 'text', required: false })}
  ${contacts && field(view, { ...named('mobile', t.mobile), type: 'mobile', required: false })}
  ${contacts && field(view, { ...named('email', t.email), type: 'e-mail', required: false })}`
}
