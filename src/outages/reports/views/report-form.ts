import type { FieldProblem } from '../../../platform/errors.ts'
import {
  type Html,
  type View,
  asset,
  attrs,
  button,
  code,
  errorSummary,
  field,
  fieldset,
  formHref,
  hidden,
  html,
  link,
  pageHead
} from '../../../platform/html/index.ts'
import { reportFormMessages } from '../messages-form.ts'
import { type SentReport, lengthMax } from '../read-report-form.ts'
import { type Choice, reportKinds } from '../report.ts'
import { choiceText, choiceValue } from '../resolve-choice.ts'

/** What the report form shows. */
export interface ReportFormOptions {
  readonly choices: readonly Choice[]
  /** As typed before. */
  readonly typed: Partial<SentReport>
  readonly problems: readonly FieldProblem[]
  /** What may be meant by a name that is not sure. */
  readonly meant: readonly Choice[]
  /** Token of this form. */
  readonly token: string
  readonly lead: string
  /** Public address of the report desk, where this site cannot take the report. */
  readonly elsewhere?: string | null
}

/** Islands of the page with the form. */
export const reportIslands: readonly string[] = ['outages/report-proof']
const listId = 'report-choices'

/** The form by which anybody reports a failure: one column, all of it on a telephone, no account. */
export function reportForm(view: View, options: ReportFormOptions): Html {
  const t = reportFormMessages.in(view.lang)
  const attributes = {
    class: 'form',
    method: 'post',
    action: formHref(view, '/report'),
    enctype: 'multipart/form-data',
    novalidate: true,
    'data-report': true,
    'data-solver': asset('islands/outages-report-solver.js')
  }
  return html`${pageHead({ title: t.title, lead: options.lead })}
    ${errorSummary(view, options.problems)} ${elsewhere(view, options.elsewhere ?? null)}
    <form ${attrs(attributes)}>
      ${hidden('token', options.token)} ${kindField(view, options)} ${aboutFields(view, options)}
      ${wordsField(view, options)} ${noticedFields(view, options)} ${moreFields(view, options)}
      <p class="field-help">${t.noTracking}</p>
      <p role="status" data-report-status hidden>${t.working}</p>
      <div class="actions">${button(view, { kind: 'primary', size: 'large', text: t.submit })}</div>
    </form>
    <p class="mt-6">${link(view, { href: '/report/track', text: t.follow })}</p>`
}

function elsewhere(view: View, origin: string | null): Html | null {
  if (origin === null) return null
  const href = `${origin}${formHref(view, '/report')}`
  return html`<p>
    ${reportFormMessages.in(view.lang).elsewhere} <a class="link" href="${href}">${code(href)}</a>
  </p>`
}

function kindField(view: View, { typed, problems }: ReportFormOptions): Html {
  const t = reportFormMessages.in(view.lang)
  return field(view, {
    type: 'choice',
    name: 'kind',
    label: t.kind,
    value: typed.kind,
    problems,
    choices: reportKinds.map((kind) => ({ value: kind, text: t[kind], help: t[`${kind}Help`] }))
  })
}

function aboutFields(view: View, { typed, problems, choices, meant }: ReportFormOptions): Html {
  const t = reportFormMessages.in(view.lang)
  const names = choices.map(
    (choice) => html`<option ${attrs({ value: choiceText(choice, view.lang) })}></option>`
  )
  const hasList = choices.length > 0
  return html`${field(view, {
    type: 'text',
    name: 'about',
    label: t.about,
    help: hasList ? t.aboutHelp : t.aboutFree,
    value: typed.about,
    lengthMax: lengthMax.about,
    problems,
    attributes: { autocomplete: 'off', ...(hasList && { list: listId }) }
  })}
  ${hasList && html`<datalist id="${listId}">${names}</datalist>`}
  ${
    meant.length > 0 &&
    field(view, {
      type: 'choice',
      name: 'choice',
      label: t.choice,
      value: typed.choice,
      problems,
      choices: meant.map((choice) => ({
        value: choiceValue(choice),
        text: choiceText(choice, view.lang)
      }))
    })
  }`
}

function wordsField(view: View, { typed, problems }: ReportFormOptions): Html {
  const t = reportFormMessages.in(view.lang)
  return field(view, {
    type: 'paragraph',
    name: 'words',
    label: t.words,
    help: t.wordsHelp,
    value: typed.words,
    rows: 6,
    problems,
    attributes: { maxlength: String(lengthMax.words) }
  })
}

function noticedFields(view: View, { typed, problems }: ReportFormOptions): Html {
  const t = reportFormMessages.in(view.lang)
  return fieldset({
    legend: t.noticed,
    help: t.noticedHelp,
    body: html`${field(view, {
      ...{ type: 'jalali-date', name: 'date', label: t.date, value: typed.date },
      ...{ required: false, problems, width: 'medium' }
    })}
    ${field(view, {
      ...{ type: 'text', name: 'time', label: t.time, help: t.timeHelp, value: typed.time },
      ...{ required: false, problems, width: 'short' },
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })}`
  })
}

function moreFields(view: View, { typed, problems }: ReportFormOptions): Html {
  const t = reportFormMessages.in(view.lang)
  const again = problems.length > 0 && !problems.some(({ pointer }) => pointer === '/photo')
  return html`${field(view, {
    ...{ type: 'text', name: 'place', label: t.place, help: t.placeHelp, value: typed.place },
    ...{ required: false, problems, lengthMax: lengthMax.place }
  })}
  ${field(view, {
    ...{ type: 'file', name: 'photo', label: t.photo, required: false, problems },
    ...{ accept: 'image/jpeg,image/png,image/webp' },
    help: again ? html`${t.photoHelp} <strong>${t.photoAgain}</strong>` : t.photoHelp
  })}
  ${field(view, {
    ...{ type: 'text', name: 'contact', label: t.contact, help: t.contactHelp },
    ...{ value: typed.contact, required: false, problems, lengthMax: lengthMax.contact },
    attributes: { autocomplete: 'off' }
  })}`
}
