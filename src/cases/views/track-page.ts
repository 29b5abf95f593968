import type { Authority } from '../../people/index.ts'
import {
  alert,
  badge,
  button,
  code,
  field,
  form,
  type Html,
  html,
  type KeyValue,
  keyValues,
  pageHead,
  section,
  type View
} from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import type { PublicState } from '../case-by-code.ts'
import { caseMessages, trackMessages } from '../messages-case.ts'
import { clockMessages } from '../messages-clock.ts'
import { messages, reopenedMessages } from '../messages.ts'
import { formatTrackingCode } from '../tracking-code.ts'
import { reopenedPublicly } from './case-reopenings.ts'
import { frame } from './frame.ts'
import { wallTime } from './promise-left.ts'
import { count, moment, stageBadge } from './words.ts'

/** What was typed, and the state of the case that it names. */
export interface TrackPageOptions {
  readonly typed: string
  readonly found: PublicState | null
  readonly authority: Authority | undefined
  readonly problems: readonly FieldProblem[]
}

/** Following an application by its code: its state, and nothing of what is in it. */
export function trackPage(view: View, options: TrackPageOptions): Html {
  const t = trackMessages.in(view.lang)
  const { found, problems } = options
  return frame(view, {
    title: t.title,
    problems,
    ...(options.authority && { authority: options.authority }),
    body: html`${pageHead({ title: t.title, ...(found === null && { lead: t.lead }) })}
    ${found && publicState(view, found)}
    ${found ? section({ title: t.another, body: askForm(view, options) }) : askForm(view, options)}`
  })
}

function askForm(view: View, { typed, found, problems }: TrackPageOptions): Html {
  const t = trackMessages.in(view.lang)
  return form(view, {
    method: 'get',
    action: '/track',
    problems,
    body: field(view, {
      type: 'text',
      name: 'code',
      label: messages.in(view.lang).trackingCode,
      help: t.codeHelp,
      value: found ? '' : typed,
      width: 'medium',
      problems,
      attributes: { dir: 'ltr', autocapitalize: 'characters', spellcheck: 'false' }
    }),
    submit: { text: t.follow }
  })
}

/** Where a case stands, line by line. */
export function stateLines(view: View, found: PublicState): Html {
  const t = trackMessages.in(view.lang)
  const m = messages.in(view.lang)
  const c = caseMessages.in(view.lang)
  const isOpen = found.endedAt === null && found.stage !== 'withdrawn'
  return html`${keyValues([
    { key: m.trackingCode, value: code(formatTrackingCode(found.code)) },
    { key: m.service, value: found.serviceTitle[view.lang] },
    {
      key: m.state,
      value: html`${stageBadge(view, found.stage)}
      ${found.late && found.stage !== 'withdrawn' && badge(view, isOpen ? 'overdue' : 'broken', isOpen ? c.late : t.answeredLate)}`
    },
    ...(found.stepTitle && isOpen ? [{ key: m.step, value: stepText(view, found) }] : []),
    { key: m.filedAt, value: moment(view, found.filedAt) },
    ...(found.reopened
      ? [
          {
            key: reopenedMessages.in(view.lang).known,
            value: reopenedPublicly(view, found.reopened)
          }
        ]
      : []),
    ...dueLines(view, found, isOpen),
    ...(found.endedAt ? [{ key: t.decidedAt, value: moment(view, found.endedAt) }] : [])
  ])}
  ${turn(view, found)}`
}

function publicState(view: View, found: PublicState): Html {
  const t = trackMessages.in(view.lang)
  return html`${stateLines(view, found)}
    <p class="muted">${t.only}</p>
    ${
      view.account === null &&
      button(view, { text: t.signIn, href: '/sign-in?next=/cases', size: 'small' })
    }`
}

/** When the answer is due, and how far that is; a clock that stands has no due time. */
function dueLines(view: View, { dueAt, late, stage }: PublicState, isOpen: boolean): KeyValue[] {
  const t = trackMessages.in(view.lang)
  const m = messages.in(view.lang)
  if (dueAt === null && isOpen) {
    const why: Partial<Record<typeof stage, string>> = {
      returned: t.noDue,
      'awaiting-documents': t.noDueYet
    }
    return [{ key: m.due, value: why[stage] ?? clockMessages.in(view.lang).beyondCalendar }]
  }
  if (dueAt === null) return []
  const due = { key: m.due, value: moment(view, dueAt) }
  if (!isOpen || late) return [due]
  return [due, { key: t.untilDue, value: wallTime(view, view.now, dueAt) }]
}

/** What the applicant has to do, where it is the applicant's turn. */
function turn(view: View, { stage }: PublicState): Html | false {
  const t = trackMessages.in(view.lang)
  if (stage !== 'returned' && stage !== 'awaiting-documents') return false
  const text = stage === 'returned' ? t.turnReturned : t.turnDocuments
  return alert(view, { kind: 'warning', still: true, title: t.yourTurn, body: text })
}

function stepText(view: View, { stepTitle, stepNumber, steps }: PublicState): string {
  const title = stepTitle?.[view.lang] ?? ''
  if (stepNumber === null) return title
  return trackMessages.in(view.lang).stepOf(title, count(view, stepNumber), count(view, steps))
}
