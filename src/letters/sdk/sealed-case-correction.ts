import { type FormValues, clearPart, sealedPart, validateForm } from '../../kernel/forms/index.ts'
import { leaksAnswer } from '../../kernel/seal/index.ts'
import { jalaliDay, placeFaults } from './sealed-case-checks.ts'
import type { ReadCard, ToldCase } from './sealed-case-desk.ts'
import type { ApplicationFault } from './sealed-case-fault.ts'
import type { ApplicationCorrection } from './sealed-case.ts'

/** What is given for returned fields, judged. */
export interface CheckedCorrection {
  /** Sealed values by name; an empty one takes an answer away. */
  readonly values: FormValues
  readonly faults: readonly ApplicationFault[]
}

/**
 * Judges the answer to a return: only what was returned, each value by its own field, sealed where its caller
 * says so, and nothing sealed in the objection, which the operator may read.
 */
export function checkCorrection(
  { form }: ReadCard,
  { history }: ToldCase,
  of: {
    readonly given: Pick<ApplicationCorrection, 'sealed' | 'clear' | 'contest'>
    readonly now: Temporal.Instant
  }
): CheckedCorrection {
  const { sealed = {}, clear = {}, contest = '' } = of.given
  const open = history.returns.findLast(({ resubmittedAt }) => resubmittedAt === null)
  if (open === undefined) return { values: {}, faults: [{ pointer: '', fault: 'not-returned' }] }
  const returned = new Set(open.defects.map(({ item }) => item))
  const others = [...pointersOf('sealed', sealed), ...pointersOf('clear', clear)].filter(
    ({ name }) => !returned.has(`field:${name}`)
  )
  const readable = new Set(clearPart(form).fields.map(({ name }) => name))
  const raw = Object.fromEntries(Object.entries(sealed).filter(([name]) => !readable.has(name)))
  const fields = sealedPart(form).fields.filter(({ name }) => name in raw)
  const outcome = validateForm({ fields }, raw, { today: jalaliDay(of.now) })
  const right = outcome.ok ? outcome.values : {}
  const values = Object.fromEntries(fields.map(({ name }) => [name, right[name] ?? '']))
  const problems = outcome.ok ? [] : outcome.problems
  const isLeaking = leaksAnswer([contest], { form, answers: values })
  return {
    values,
    faults: [
      ...placeFaults(form, { sealed, clear }),
      ...others.map(({ pointer }) => ({ pointer, fault: 'field-not-returned' })),
      ...problems.map(({ pointer, code }) => ({ pointer: `/sealed${pointer}`, fault: code })),
      ...(isLeaking ? [{ pointer: '/contest', fault: 'note-leaks' }] : [])
    ]
  }
}

function pointersOf(part: 'sealed' | 'clear', answers: object) {
  return Object.keys(answers).map((name) => ({ name, pointer: `/${part}/${name}` }))
}
