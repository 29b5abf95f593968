import type { Authority } from '../../people/index.ts'
import { html, type Html, type Speaks, steps, type Step } from '../../platform/html/index.ts'
import type { ServiceCard } from '../../catalogue/index.ts'
import type { CaseHistory, StepEntry } from '../case.ts'
import { caseMessages } from '../messages-case.ts'
import { messages } from '../messages.ts'
import type { CaseView } from '../view-case.ts'
import { noteText } from './case-returns.ts'
import { arrival, moment } from './words.ts'

/** What is needed to draw the steps of a case. */
export interface CaseStepsOptions {
  readonly card: ServiceCard
  readonly history: CaseHistory
  readonly authority: Authority
  readonly notes: CaseView['notes']
}

/** The published steps with "you are here", when each was entered, and whether out of order. */
export function caseSteps(view: Speaks, options: CaseStepsOptions): Html {
  const t = caseMessages.in(view.lang)
  const { card, history } = options
  const here = card.steps.findIndex(({ code }) => code === history.step)
  const hasEnded = history.stage === 'decided' || history.stage === 'withdrawn'
  const { entered, before } = entries(history)
  const items = card.steps.map((step, i): Step => {
    const entry = entered.get(step.code)
    const earlier = before.get(step.code)
    return {
      title: step.title[view.lang],
      state: stateOf({ i, here, hasEnded, isEntered: entry !== undefined }),
      note: html`${unitTitle(view, options.authority, step.unit)}
      ${entry && html`<br />${t.enteredAt(moment(view, entry.at))}`}
      ${entry && !entry.inOrder && html`<br /><strong>${t.outOfOrder}</strong>`}
      ${!entry && earlier && html`<br />${t.enteredBefore(moment(view, earlier.at))}`}`
    }
  })
  // Filing is no step of the card, but it is where a case is before its first one.
  const isBefore = history.step === null && !hasEnded
  const filing: Step = {
    title: t.registered,
    state: isBefore ? 'current' : 'done',
    note: filingNote(view, options)
  }
  return steps(view, { label: t.stepsTitle, steps: [filing, ...items] })
}

type Entries = ReadonlyMap<string, StepEntry>

/** The last entry of each step: since the process last began, and before that. */
function entries({ steps: all, reopenings }: CaseHistory): { entered: Entries; before: Entries } {
  const restart = reopenings.findLast(({ policy }) => policy === 'restart')
  const isOfThisRun = ({ at }: StepEntry) =>
    restart === undefined || Temporal.Instant.compare(at, restart.at) >= 0
  return {
    entered: byStep(all.filter(isOfThisRun)),
    before: byStep(all.filter((entry) => !isOfThisRun(entry)))
  }
}

function byStep(list: readonly StepEntry[]): Entries {
  return new Map(list.map((entry) => [entry.step, entry]))
}

/** When it came and was registered, and why so late where that took months. */
function filingNote(view: Speaks, { history, notes }: CaseStepsOptions): Html {
  const { lateReason } = history.filed
  return html`${arrival(view, history.filed)}${
    lateReason !== null &&
    html`<br />${messages.in(view.lang).lateReason}: ${noteText(view, { notes }, lateReason)}`
  }`
}

function stateOf(at: {
  i: number
  here: number
  hasEnded: boolean
  isEntered: boolean
}): Step['state'] {
  if (at.i === at.here && !at.hasEnded) return 'current'
  if (at.i <= at.here) return at.isEntered ? 'done' : 'skipped'
  return at.hasEnded ? 'skipped' : 'todo'
}

/** The title of a unit, or its id where the authority no longer has it. */
export function unitTitle(view: Speaks, authority: Authority, unit: string): string {
  return authority.units.find(({ id }) => id === unit)?.title[view.lang] ?? unit
}

/** The title of a post, or its id where the authority no longer has it. */
export function postTitle(view: Speaks, authority: Authority, post: string): string {
  return authority.posts.find(({ id }) => id === post)?.title[view.lang] ?? post
}
