import type { Authority } from '../../people/index.ts'
import {
  button,
  field,
  form,
  html,
  type Html,
  pageHead,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { caseMessages } from '../messages-case.ts'
import { fileMessages } from '../messages-desk.ts'
import { intakeMessages } from '../messages-intake.ts'
import { messages } from '../messages.ts'
import type { CounterView } from '../view-at-counter.ts'
import { decision } from './case-page.ts'
import { caseReturns } from './case-returns.ts'
import { consentFields } from './counter-fields.ts'
import type { Typed } from './desk-case-options.ts'
import { frame } from './frame.ts'
import { stateLines } from './track-page.ts'
import { commas } from './words.ts'

/** What a clerk typed at a counter. */
export interface CounterFormOptions {
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  readonly consentSent: boolean
}

/** The form by which whoever stands at a counter is shown where an application stands. */
export function counterFormPage(view: View, options: CounterFormOptions): Html {
  const t = intakeMessages.in(view.lang)
  const { typed, problems } = options
  const code = (name: string, label: string) =>
    field(view, {
      type: 'text',
      name,
      label,
      width: 'medium',
      value: typed[name],
      problems,
      attributes: { dir: 'ltr', autocapitalize: 'characters', spellcheck: 'false' }
    })
  return frame(view, {
    title: t.stateTitle,
    problems,
    islands: ['platform/form-guard'],
    trail: [
      { href: '/desk/intake', text: t.title },
      { href: '/desk/counter', text: t.stateTitle }
    ],
    body: html`${pageHead({ title: t.stateTitle, lead: t.stateLead })}
    ${form(view, {
      action: '/desk/counter',
      problems,
      guard: true,
      body: html`${code('code', messages.in(view.lang).trackingCode)}
      ${code('officeCode', fileMessages.in(view.lang).officeCode)}
      ${consentFields(view, { prefix: '', typed, problems, consentSent: options.consentSent })}`,
      submit: { text: t.showState, name: 'then', value: 'show' }
    })}`
  })
}

/** Where an application stands, to be read by its applicant at a counter, and printed. */
export function counterStatePage(
  view: View,
  options: { readonly shown: CounterView; readonly authority: Authority; readonly office: string }
): Html {
  const t = intakeMessages.in(view.lang)
  const m = messages.in(view.lang)
  const c = caseMessages.in(view.lang)
  const { shown, authority, office } = options
  const { card, state, missing } = shown
  const titles = missing.map(
    (code) => card.documents.find((each) => each.code === code)?.title[view.lang] ?? code
  )
  const isOpen = state.endedAt === null && state.stage !== 'withdrawn'
  return frame(view, {
    title: t.stateTitle,
    authority,
    islands: ['cases/print'],
    body: html`${pageHead({ title: card.title[view.lang], above: t.stateTitle })}
      ${stateLines(view, state)}
      ${isOpen && titles.length > 0 && html`<p>${c.stillMissing(commas(view, titles))}</p>`}
      ${caseReturns(view, shown)} ${decision(view, { shown, authority })}
      <p class="muted">${t.byConsent(office)}</p>
      <div class="actions no-print">
        <span data-print hidden>
          ${button(view, { text: m.print, icon: 'print', type: 'button' })}
        </span>
        ${isOpen && button(view, { text: t.find, href: `/desk/cases/${shown.id}`, kind: 'quiet' })}
        ${button(view, { text: t.askAgain, href: '/desk/counter', kind: 'quiet' })}
      </div>`
  })
}
