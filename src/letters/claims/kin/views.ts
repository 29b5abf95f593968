import { formatJalaliDate, formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type View,
  actions,
  alert,
  button,
  card,
  emptyState,
  field,
  form,
  html,
  keyValues,
  layout,
  pageHead,
  postButton,
  section
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import { recovery } from '../../mailboxes/index.ts'
import { kinMessages } from './messages.ts'
import type { CertificateToCheck, Inheritance } from './read-inheritance.ts'

/** The page of whoever was named heir: how far it is, and what comes next. */
export function inheritancePage(view: View, found: Inheritance): Html {
  const t = kinMessages.in(view.lang)
  const lines = [t.step1, t.step2, t.step3, t.step4]
  const body = html`${pageHead({ title: t.title, lead: t.lead(found.name[view.lang]) })}
  ${stand(view, found)}
  ${section({
    title: t.steps,
    body: html`<ol class="${view.lang === 'fa' ? 'list-[persian]' : 'list-decimal'} ps-6 space-y-2">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ol>
      <p>${t.nobodyNamed}</p>`
  })}`
  return layout(view, { title: t.title, body, robots: 'noindex' })
}

function stand(view: View, found: Inheritance): Html {
  const t = kinMessages.in(view.lang)
  const { step, slot, readyAt, authority } = found
  const when = readyAt === null ? '' : formatJalaliDateTime(readyAt, view.lang)
  if (step === 'lost') {
    const l = recovery.lostMessages.in(view.lang)
    return alert(view, { kind: 'warning', title: l.heirLost, body: l.heirLostText, still: true })
  }
  if (step === 'not-recorded') return alert(view, { kind: 'info', body: t.notYet, still: true })
  if (step === 'to-ask')
    return actions(
      postButton(view, { action: `/mailbox/inheritance/${slot}`, text: t.ask, kind: 'primary' })
    )
  if (step === 'to-check') {
    const to = t.toCheckText(authority?.[view.lang] ?? '')
    return alert(view, { kind: 'info', title: t.toCheck, body: to, still: true })
  }
  if (step === 'waits')
    return alert(view, { kind: 'info', title: t.waits, body: t.waitsText(when), still: true })
  // The first press hands the half out and opens the list; what is read is read there.
  return alert(view, {
    ...{ kind: 'success', title: t.ready, body: t.nobodyNamed, still: true },
    actions: postButton(view, {
      ...{ action: `/mailbox/inheritance/${slot}/opening`, text: t.read, kind: 'primary' }
    })
  })
}

/** Whose certificates wait for an officer. */
export function certificatesPage(
  view: View,
  page: {
    readonly waiting: readonly CertificateToCheck[]
    readonly wrong: {
      readonly id: string
      readonly words: string
      readonly problems: readonly FieldProblem[]
    } | null
  }
): Html {
  const t = kinMessages.in(view.lang)
  const { waiting, wrong } = page
  const body = html`${pageHead({ title: t.deskTitle, lead: t.deskLead })}
    <p>${t.deskTwo}</p>
    ${waiting.length === 0 && emptyState({ title: t.deskNone, icon: 'letter' })}
    ${waiting.map((each) => certificate(view, each, wrong?.id === each.id ? wrong : null))}`
  const hasProblems = wrong !== null
  return layout(view, { title: t.deskTitle, body, robots: 'noindex', hasProblems })
}

function certificate(
  view: View,
  each: CertificateToCheck,
  wrong: { readonly words: string; readonly problems: readonly FieldProblem[] } | null
): Html {
  const t = kinMessages.in(view.lang)
  const { lang } = view
  return card(view, {
    level: 2,
    title: each.dead?.[lang] ?? '',
    body: html`${keyValues([
      { key: t.heir, value: each.heir?.[lang] ?? '' },
      { key: t.since, value: formatJalaliDate(each.askedAt, lang) }
    ])}
    ${each.isForAnother ? alert(view, { kind: 'info', body: t.forAnother, still: true }) : answering(view, each, wrong)}`
  })
}

function answering(
  view: View,
  each: CertificateToCheck,
  wrong: { readonly words: string; readonly problems: readonly FieldProblem[] } | null
): Html {
  const t = kinMessages.in(view.lang)
  const answer = (outcome: string, text: string, kind: 'primary' | 'quiet') =>
    button(view, { text, kind, name: 'outcome', value: outcome })
  return form(view, {
    action: `/desk/inheritances/${each.id}`,
    problems: wrong?.problems,
    body: html`${field(view, {
        ...{ type: 'paragraph', name: 'words', label: t.words, required: true, rows: 2 },
        ...{ lengthMax: 2000, value: wrong?.words, problems: wrong?.problems }
      })}
      <div class="actions">
        ${answer('accepted', t.accept, 'primary')}${answer('refused', t.refuse, 'quiet')}
      </div>`
  })
}
