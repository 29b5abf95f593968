import { z } from 'zod'
import { jalaliToPlainDate, parseJalaliDate } from '../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  button,
  field,
  form,
  html,
  layout,
  pageHead
} from '../../platform/html/index.ts'
import { type FieldProblem, InvalidInputError } from '../../platform/index.ts'
import type { Person } from '../person.ts'
import { kindsFor } from './check-offer.ts'
import { delegatedActs } from './delegation.ts'
import { messages } from './messages.ts'
import { actWord, kindWord } from './messages-words.ts'
import type { OfferInput } from './offer-delegation.ts'
import type { Names } from './views.ts'

const text = z.string().catch('')
const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([])

/** The form as it was sent. */
export const offerForm = z.object({
  grantor: text,
  kind: text,
  acts: texts,
  scope: text,
  services: texts,
  until: text,
  to: text,
  nationalId: text,
  foreignerCode: text
})
/** See {@link offerForm}. */
export type TypedOffer = z.infer<typeof offerForm>

const zone = 'Asia/Tehran'

/**
 * What a form asks for; what is wrong with its date is said at its field.
 * @throws {InvalidInputError} At `/until`.
 */
export function readOffer(typed: TypedOffer, giver: string): OfferInput {
  const { grantor, kind, acts, scope } = typed
  const until = lastDay(typed.until)
  return {
    giver,
    grantor: grantor === '' ? giver : grantor,
    kind,
    acts,
    scope: readScope(scope, typed.services),
    until,
    to: typed.to === 'identifier' ? identifierOf(typed) : undefined
  }
}

function identifierOf({ nationalId, foreignerCode }: TypedOffer) {
  return {
    ...(nationalId.trim() === '' ? {} : { nationalId }),
    ...(foreignerCode.trim() === '' ? {} : { foreignerCode })
  }
}

function readScope(scope: string, services: readonly string[]): unknown {
  if (scope === 'all') return { all: true }
  if (scope.startsWith('authority:')) return { authority: scope.slice('authority:'.length) }
  return { services }
}

/** The first instant after the day that was written. */
function lastDay(typed: string): Temporal.Instant | null {
  if (typed.trim() === '') return null
  const date = parseJalaliDate(typed)
  if (!date.ok) {
    throw new InvalidInputError([{ pointer: '/until', code: date.code, text: date.text }])
  }
  return jalaliToPlainDate(date.value).add({ days: 1 }).toZonedDateTime(zone).toInstant()
}

/** What the page of giving shows. */
export interface GivePage {
  readonly self: Person
  readonly grantors: readonly Person[]
  readonly names: Names
  readonly typed: TypedOffer
  readonly problems: readonly FieldProblem[]
}

/** The page on which a delegation is given. */
export function givePage(view: View, page: GivePage): Html {
  const t = messages.in(view.lang)
  const { problems } = page
  const body = html`${pageHead({ title: t.giveTitle, lead: t.lead })}
  ${form(view, {
    action: '/account/delegates/offers',
    problems,
    body: html`${termFields(view, page)} ${receiverFields(view, page)}`,
    submit: { text: t.give },
    more: button(view, { text: t.back, href: '/account/delegates', kind: 'quiet' })
  })}`
  return layout(view, { title: t.giveTitle, body, robots: 'noindex' })
}

function termFields(view: View, { self, grantors, names, typed, problems }: GivePage): Html {
  const t = messages.in(view.lang)
  const kinds = kindsFor(grantors.length > 0 ? 'person' : self.kind)
  const scopes = [
    { value: 'all', text: t.scopeAll },
    ...names.authorities.map(({ id, shortTitle }) => ({
      value: `authority:${id}`,
      text: t.scopeAuthority(shortTitle[view.lang])
    })),
    ...(names.services.length > 0 ? [{ value: 'services', text: t.scopeSome }] : [])
  ]
  const choices = [
    { value: self.id, text: t.myself(self.name[view.lang]) },
    ...grantors.map(({ id, name }) => ({ value: id, text: name[view.lang] }))
  ]
  return html`${
    grantors.length > 0 &&
    field(view, {
      type: 'choice',
      name: 'grantor',
      label: t.forWhom,
      value: typed.grantor || self.id,
      choices,
      problems
    })
  }
  ${field(view, {
    type: 'choice',
    name: 'kind',
    label: t.kind,
    value: typed.kind,
    problems,
    choices: kinds.map((kind) => ({ value: kind, text: kindWord(kind, view.lang) }))
  })}
  ${field(view, {
    type: 'choices',
    name: 'acts',
    label: t.acts,
    value: typed.acts,
    problems,
    choices: delegatedActs.map((act) => ({ value: act, text: actWord(act, view.lang) }))
  })}
  ${field(view, { type: 'choice', name: 'scope', label: t.scope, value: typed.scope || 'all', problems, choices: scopes })}
  ${
    names.services.length > 0 &&
    field(view, {
      type: 'choices',
      name: 'services',
      label: t.services,
      help: t.servicesHelp,
      required: false,
      value: typed.services,
      choices: names.services.map(({ code, title }) => ({ value: code, text: title[view.lang] }))
    })
  }
  ${field(view, { type: 'jalali-date', name: 'until', label: t.until, help: t.untilHelp, value: typed.until, problems })}`
}

function receiverFields(view: View, { typed, problems }: GivePage): Html {
  const t = messages.in(view.lang)
  return html`${field(view, {
    type: 'choice',
    name: 'to',
    label: t.toWhom,
    value: typed.to || 'code',
    problems,
    choices: [
      { value: 'code', text: t.toCode },
      { value: 'identifier', text: t.toIdentifier }
    ]
  })}
  ${field(view, {
    type: 'national-id',
    name: 'nationalId',
    label: t.nationalId,
    required: false,
    value: typed.nationalId,
    problems
  })}
  ${field(view, {
    type: 'text',
    name: 'foreignerCode',
    label: t.foreignerCode,
    required: false,
    width: 'medium',
    lengthMax: 30,
    value: typed.foreignerCode,
    problems
  })}`
}
