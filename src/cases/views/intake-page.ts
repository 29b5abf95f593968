import {
  button,
  columns,
  field,
  form,
  type Html,
  html,
  pageHead,
  section,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { intakeMessages } from '../messages-intake.ts'
import { channelMessages, messages } from '../messages.ts'
import { frame } from './frame.ts'
import type { Named } from './queue-page-options.ts'

/** What a clerk chooses before registering: the service, the way it came, perhaps who it is. */
export interface IntakePageOptions {
  readonly services: readonly Named[]
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems: readonly FieldProblem[]
  /** What is wrong with the code of an existing case. */
  readonly codeProblems: readonly FieldProblem[]
}

/** The counter: a new application, or a case that is there. */
export function intakePage(view: View, options: IntakePageOptions): Html {
  const t = intakeMessages.in(view.lang)
  const problems = [...options.problems, ...options.codeProblems]
  return frame(view, {
    title: t.title,
    problems,
    width: 'dense',
    body: html`${pageHead({ title: t.title, lead: t.lead })}
    ${columns(
      section({ title: t.chooseTitle, body: chooseForm(view, options) }),
      section({
        title: t.findTitle,
        lead: t.findLead,
        body: html`${findForm(view, options)}
        ${button(view, { text: t.stateTitle, href: '/desk/counter', kind: 'quiet' })}`
      }),
      { equal: true }
    )}`
  })
}

function chooseForm(view: View, { services, typed, problems }: IntakePageOptions): Html | string {
  const t = intakeMessages.in(view.lang)
  if (services.length === 0) return t.noServices
  const channels = channelMessages.in(view.lang)
  return form(view, {
    action: '/desk/intake',
    problems,
    body: html`${field(view, {
      type: 'choice',
      name: 'service',
      label: t.service,
      value: typed.service,
      problems,
      choices: services.map(({ id, name }) => ({ value: id, text: name[view.lang] }))
    })}
    ${field(view, {
      type: 'choice',
      name: 'channel',
      label: t.channel,
      help: t.channelHelp,
      value: typed.channel,
      problems,
      choices: [
        { value: 'post', text: channels.post },
        { value: 'pishkhan', text: channels.pishkhan },
        { value: 'in-person', text: channels['in-person'] },
        { value: 'messenger', text: t.messenger },
        { value: 'e-mail', text: t.email },
        { value: 'fax', text: t.fax },
        { value: 'by-hand', text: t.byHand }
      ]
    })}
    ${field(view, {
      type: 'text',
      name: 'identifier',
      label: t.identifier,
      help: t.identifierHelp,
      required: false,
      width: 'medium',
      value: typed.identifier,
      problems,
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })}`,
    submit: { text: t.goOn }
  })
}

function findForm(view: View, { typed, codeProblems }: IntakePageOptions): Html {
  const t = intakeMessages.in(view.lang)
  return form(view, {
    method: 'get',
    action: '/desk/intake',
    problems: codeProblems,
    body: field(view, {
      type: 'text',
      name: 'code',
      label: messages.in(view.lang).trackingCode,
      value: typed.code,
      width: 'medium',
      problems: codeProblems,
      attributes: { dir: 'ltr', autocapitalize: 'characters', spellcheck: 'false' }
    }),
    more: button(view, { text: t.find })
  })
}
