import {
  type Html,
  type View,
  button,
  field,
  form,
  hidden,
  html,
  layout,
  pageHead,
  section
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import type { Authority } from '../../authority.ts'
import { dataTypeNames, deskMessages, pageMessages } from '../messages-pages.ts'
import { type RetentionRule, retainedTypes } from '../retention.ts'
import { ownRuleTable } from './rule-table.ts'

/** What the page of retention shows. */
export interface RetentionPage {
  readonly authorities: readonly Authority[]
  readonly rules: readonly RetentionRule[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** How long an authority keeps which data, for its administrator. */
export function retentionPage(view: View, page: RetentionPage): Html {
  const t = deskMessages.in(view.lang)
  return layout(view, {
    title: t.retention,
    robots: 'noindex',
    hasProblems: page.problems.length > 0,
    breadcrumbs: [{ href: '/desk/retention', text: t.retention }],
    body: html`${pageHead({ title: t.retention, lead: t.retentionLead })}
    ${ownRuleTable(view, page.rules, page.authorities)}
    ${section({ title: t.newRule, body: ruleForm(view, page) })}`
  })
}

function ruleForm(view: View, { authorities, typed, problems }: RetentionPage): Html {
  const [t, own] = [deskMessages.in(view.lang), pageMessages.in(view.lang)]
  return form(view, {
    action: '/desk/retention',
    problems,
    body: html`${authorityField(view, authorities, typed)}
    ${field(view, {
      type: 'choice',
      name: 'dataType',
      label: own.dataType,
      choices: retainedTypes.map((value) => ({ value, text: dataTypeNames[value][view.lang] })),
      value: typed.dataType ?? retainedTypes[0],
      problems
    })}
    ${field(view, {
      type: 'text',
      name: 'service',
      label: t.serviceCode,
      help: t.serviceHelp,
      required: false,
      value: typed.service,
      lengthMax: 40,
      width: 'medium',
      problems
    })}
    ${field(view, {
      type: 'integer',
      name: 'keepDays',
      label: t.daysLabel,
      value: typed.keepDays,
      problems
    })}
    ${field(view, {
      type: 'checkbox',
      name: 'erasable',
      label: t.erasableLabel,
      required: false,
      value: typed.erasable,
      problems
    })}`,
    more: button(view, { text: t.save, kind: 'primary' })
  })
}

/** Which authority is meant: nothing to choose where there is one. */
export function authorityField(
  view: View,
  authorities: readonly Authority[],
  typed: Readonly<Record<string, string>>
): Html {
  const [only, ...more] = authorities
  if (only !== undefined && more.length === 0) return hidden('authority', only.id)
  return field(view, {
    type: 'choice',
    name: 'authority',
    label: pageMessages.in(view.lang).authority,
    choices: authorities.map(({ id, title }) => ({ value: id, text: title[view.lang] })),
    value: typed.authority
  })
}
