import {
  field,
  form,
  hidden,
  html,
  type Html,
  layout,
  link,
  pageHead,
  postButton,
  section,
  table,
  type View
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import type { ListedMailbox } from '../../mailboxes/index.ts'
import { messages } from '../messages.ts'
import type { LetterTemplate } from '../template-store.ts'
import { deskTabs } from './held-page.ts'

/** What a unit has prepared for its letters. */
export interface TemplatesPage {
  readonly own: ListedMailbox
  readonly templates: readonly LetterTemplate[]
  /** The one in the form; `null`: a new one. */
  readonly edited: LetterTemplate | null
  readonly problems: readonly FieldProblem[]
  readonly secondPerson: boolean
  readonly maySettle: boolean
}

/** The templates of a unit, a form for one, and whether a second person approves. */
export function templatesPage(view: View, page: TemplatesPage): Html {
  const t = messages.in(view.lang)
  const { own } = page
  return layout(view, {
    title: t.templates,
    robots: 'noindex',
    hasProblems: page.problems.length > 0,
    breadcrumbs: [
      { href: `/letters?mailbox=${own.id}`, text: t.letters },
      { href: '/desk/letters/templates', text: t.templates }
    ],
    body: html`${pageHead({ title: t.templates, above: own.name[view.lang], lead: t.templatesLead })}
    ${deskTabs(view, own.id, 'templates')} ${list(view, page)}
    ${section({ title: page.edited === null ? t.newTemplate : t.edit, body: templateForm(view, page) })}
    ${page.maySettle && section({ title: t.settings, body: settings(view, page) })}`
  })
}

function list(view: View, { own, templates }: TemplatesPage): Html {
  const t = messages.in(view.lang)
  const path = `/desk/letters/templates?mailbox=${own.id}`
  return table(view, {
    caption: t.templates,
    captionHidden: true,
    rows: templates,
    empty: t.templatesEmpty,
    columns: [
      { key: 'name', title: t.templateName, cell: ({ name }) => name },
      { key: 'subject', title: t.templateSubject, cell: ({ subject }) => subject },
      {
        key: 'act',
        title: t.act,
        titleHidden: true,
        cell: ({ id, name }) =>
          html`${link(view, {
            href: `${path}&edit=${id}`,
            text: t.edit,
            attributes: { 'aria-label': `${t.edit}: ${name}` }
          })}
          ${postButton(view, {
            action: `/desk/letters/templates/removal?mailbox=${own.id}`,
            fields: { id },
            text: t.remove,
            kind: 'quiet',
            size: 'small'
          })}`
      }
    ]
  })
}

function templateForm(view: View, { own, edited, problems }: TemplatesPage): Html {
  const t = messages.in(view.lang)
  return form(view, {
    action: `/desk/letters/templates?mailbox=${own.id}`,
    problems,
    body: html`${hidden('id', edited?.id ?? '')}
    ${field(view, { type: 'text', name: 'name', label: t.templateName, value: edited?.name, problems })}
    ${field(view, {
      type: 'text',
      name: 'subject',
      label: t.templateSubject,
      value: edited?.subject,
      required: false,
      problems
    })}
    ${field(view, {
      type: 'paragraph',
      name: 'body',
      label: t.templateBody,
      help: t.blanks,
      value: edited?.body,
      rows: 10,
      problems
    })}`,
    submit: { text: t.save }
  })
}

function settings(view: View, { own, secondPerson }: TemplatesPage): Html {
  const t = messages.in(view.lang)
  return form(view, {
    action: `/desk/letters/settings?mailbox=${own.id}`,
    body: field(view, {
      type: 'checkbox',
      name: 'secondPerson',
      label: t.approvalSetting,
      help: t.approvalSettingHelp,
      value: secondPerson ? 'yes' : 'no'
    }),
    submit: { text: t.save, kind: 'secondary' }
  })
}
