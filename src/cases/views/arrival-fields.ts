import { field, html, type Html, type View } from '../../platform/html/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { fileMessages } from '../messages-desk.ts'

/** Day and time at which something arrived that was not typed at once; both may stay empty. */
export function whenArrivedFields(
  view: View,
  asked: {
    /** Before each name: `documents.` in a form of several parts. */
    readonly prefix: string
    readonly label: string
    readonly help: string
    readonly typed: Readonly<Record<string, string | undefined>>
    readonly problems: readonly FieldProblem[]
  }
): Html {
  const { prefix, label, help, typed, problems } = asked
  return html`${field(view, {
    type: 'jalali-date',
    name: `${prefix}arrivedDate`,
    label,
    help,
    required: false,
    value: typed.arrivedDate,
    problems
  })}
  ${field(view, {
    type: 'text',
    name: `${prefix}arrivedTime`,
    label: fileMessages.in(view.lang).arrivedTime,
    required: false,
    width: 'short',
    value: typed.arrivedTime,
    problems,
    attributes: { dir: 'ltr', inputmode: 'numeric' }
  })}`
}

/** Why something is registered months after it arrived; asked only of whoever has to say. */
export function lateReasonField(
  view: View,
  asked: {
    readonly name: string
    readonly value: string | undefined
    readonly problems: readonly FieldProblem[]
  }
): Html | false {
  const isAsked = asked.problems.some(({ code }) => code === 'intake/late-reason')
  if (!isAsked && asked.value === undefined) return false
  return field(view, {
    type: 'paragraph',
    rows: 2,
    label: fileMessages.in(view.lang).lateReason,
    ...asked
  })
}
