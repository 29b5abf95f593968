import {
  type Content,
  type Html,
  type View,
  cards,
  card,
  field,
  fieldset,
  form,
  html,
  layout,
  pageHead
} from '../../platform/html/index.ts'
import type { Authority } from '../authority.ts'
import type { FilledForm } from '../staff/staff-page.ts'
import { personFields } from '../staff/typed-person.ts'
import { messages } from './messages.ts'

/** What a counter can do, each a form by itself. */
export function registryPage(view: View): Html {
  const t = messages.in(view.lang)
  const way = (name: string, title: string, text: string) =>
    card(view, { title, href: `/desk/registry/${name}`, body: html`<p>${text}</p>` })
  return layout(view, {
    title: t.title,
    robots: 'noindex',
    breadcrumbs: [{ href: '/desk/registry', text: t.title }],
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${cards([
      way('person', t.personTitle, t.personLead),
      way('organisation', t.organisationTitle, t.organisationLead),
      way('correction', t.correctionTitle, t.correctionLead),
      way('death', t.deathTitle, t.deathLead)
    ])}`
  })
}

/** A form of the counter: the authorities for which its reader is clerk, and what was typed. */
export interface CounterForm extends FilledForm {
  readonly authorities: readonly Authority[]
}

/** The form that gives a citizen a code. */
export function personPage(view: View, filled: CounterForm): Html {
  const t = messages.in(view.lang)
  return formPage(view, filled, {
    path: 'person',
    title: t.personTitle,
    lead: t.personLead,
    body: personFields(view, filled),
    submit: t.give
  })
}

/** The form that registers a business or body with its representative. */
export function organisationPage(view: View, filled: CounterForm): Html {
  const t = messages.in(view.lang)
  const { typed, problems } = filled
  const named = (name: string, label: string) => ({ name, label, problems, value: typed[name] })
  return formPage(view, filled, {
    path: 'organisation',
    title: t.organisationTitle,
    lead: t.organisationLead,
    body: html`${field(view, {
      ...named('kind', t.kind),
      type: 'choice',
      required: true,
      choices: [
        { value: 'business', text: t.business },
        { value: 'body', text: t.body }
      ]
    })}
    ${field(view, { ...named('name', t.organisationName), type: 'text', required: true })}
    ${field(view, { ...named('legalId', t.legalId), type: 'legal-id', required: true })}
    ${fieldset({
      legend: t.representative,
      body: personFields(view, filled, { prefix: 'representative.' })
    })}`,
    submit: t.register
  })
}

/** The form that corrects a name. */
export function correctionPage(view: View, filled: CounterForm): Html {
  const t = messages.in(view.lang)
  return formPage(view, filled, {
    path: 'correction',
    title: t.correctionTitle,
    lead: t.correctionLead,
    body: html`${personFields(view, filled, { contacts: false })}
    ${field(view, {
      name: 'legalId',
      label: t.legalId,
      type: 'legal-id',
      required: false,
      value: filled.typed.legalId,
      problems: filled.problems
    })}`,
    submit: t.correct
  })
}

function formPage(
  view: View,
  { authorities, problems, typed }: CounterForm,
  page: { path: string; title: string; lead: string; body: Content; submit: string }
): Html {
  const t = messages.in(view.lang)
  return layout(view, {
    title: page.title,
    robots: 'noindex',
    hasProblems: problems.length > 0,
    breadcrumbs: [{ href: '/desk/registry', text: t.title }],
    body: html`${pageHead({ title: page.title, lead: page.lead })}
    ${form(view, {
      action: `/desk/registry/${page.path}`,
      problems,
      body: html`${field(view, {
        name: 'authority',
        label: t.authority,
        type: 'choice',
        required: true,
        value: typed.authority ?? authorities[0]?.id,
        problems,
        choices: authorities.map(({ id, title }) => ({ value: id, text: title[view.lang] }))
      })}
      ${page.body}`,
      submit: { text: page.submit }
    })}`
  })
}
