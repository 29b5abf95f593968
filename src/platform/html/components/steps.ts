import { attrs, type Content, html, type Html } from '../html.ts'
import { icon, type IconName } from '../icons.ts'
import { messages } from '../messages.ts'
import type { Speaks } from '../view.ts'
import type { Tone } from './state.ts'

/** One step of a procedure, as published on its card. */
export interface Step {
  readonly title: string
  readonly state: 'done' | 'current' | 'todo' | 'skipped'
  /** Who does it, how long it takes, when it was done. */
  readonly note?: Content
}

const stepIcons: Record<Step['state'], IconName | undefined> = {
  done: 'check',
  current: undefined,
  todo: undefined,
  skipped: 'minus'
}

/** The steps of a procedure in order, with "you are here". */
export function steps(
  view: Speaks,
  options: { readonly label: string; readonly steps: readonly Step[] }
): Html {
  const t = messages.in(view.lang)
  const words = {
    done: t.stepDone,
    current: t.youAreHere,
    todo: t.stepTodo,
    skipped: t.stepSkipped
  }
  const items = options.steps.map((step) => {
    const mark = stepIcons[step.state]
    const attributes = {
      class: `step step-${step.state}`,
      'aria-current': step.state === 'current' ? 'step' : undefined
    }
    return html`<li ${attrs(attributes)}>
      <span class="step-mark">${mark && icon(mark)}</span>
      <div class="step-body">
        <p class="step-title">${step.title}</p>
        <p class="step-state">${words[step.state]}</p>
        ${step.note && html`<div class="step-note">${step.note}</div>`}
      </div>
    </li>`
  })
  return html`<ol class="steps-list" aria-label="${options.label}">
    ${items}
  </ol>`
}

/** Something that happened. */
export interface TimelineEntry {
  readonly title: Content
  /** The instant, written out; `iso` for machines. */
  readonly at: string
  readonly iso?: string
  readonly by?: Content
  readonly body?: Content
  readonly tone?: Tone
  readonly icon?: IconName
}

/** What happened, in the order given. */
export function timeline(options: {
  readonly label: string
  readonly entries: readonly TimelineEntry[]
}): Html {
  const items = options.entries.map(
    (entry) =>
      html`<li class="event tone-${entry.tone ?? 'neutral'}">
        <span class="event-mark">${icon(entry.icon ?? 'dots')}</span>
        <div>
          <p class="event-title">${entry.title}</p>
          <p class="event-at">
            <time ${attrs({ datetime: entry.iso })}>${entry.at}</time>${
              entry.by && html` · ${entry.by}`
            }
          </p>
          ${entry.body && html`<div class="event-body">${entry.body}</div>`}
        </div>
      </li>`
  )
  return html`<ol class="timeline-list" aria-label="${options.label}">
    ${items}
  </ol>`
}
