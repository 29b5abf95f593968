import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { numberOf } from '../fact-body.ts'
import { wordOf } from '../fact-book.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { isWithin } from '../period.ts'
import { percent } from '../tally.ts'
import { countedCells, countedTypes, explainCells, explainTypes } from './data-policy-words.ts'

type Parameters = MeasureParameters<'data-policy-row'>

/**
 * PI-5: what the daily checks of the period found of one cell of the table, or (without a cell) whether
 * everything that is kept has a kind of data. A check counts what happened since the one before.
 */
export const dataPolicyRow: Measure<Parameters> = {
  name: 'data-policy-row',
  parameters: measures['data-policy-row'].parameters,
  appliesTo: 'agreement',
  counted: ({ row, attribute }) =>
    row === undefined ? countedTypes : countedCells[row][attribute ?? 'storage'],
  reads: ['policy.checked'],
  looksAt: isAsked,
  evaluate,
  explain: ({ row, attribute }) =>
    row === undefined || attribute === undefined ? explainTypes : explainCells[row][attribute]
}

function isAsked(fact: Fact, { row, attribute }: Parameters): boolean {
  const asked = row === undefined ? 'data-type' : attribute
  return wordOf(fact, 'row') === (row ?? '') && wordOf(fact, 'attribute') === asked
}

function evaluate({ book, period, parameters }: MeasureInput<Parameters>): Evaluation {
  const checks = book
    .ofKind('policy.checked')
    .filter((fact) => isWithin(fact.at, period) && isAsked(fact, parameters))
  const sum = (key: string) => checks.reduce((all, fact) => all + (numberOf(fact, key) ?? 0), 0)
  const [checked, failed] = [sum('checked'), sum('failed')]
  const broken = checks.filter((fact) => (numberOf(fact, 'failed') ?? 0) > 0)
  return {
    state: checked === 0 ? 'no-data' : failed > 0 ? 'broken' : 'kept',
    value: percent(checked - failed, checked),
    unit: 'percent',
    numerator: checked - failed,
    denominator: checked,
    breaches: broken.map(({ id, at }) => ({ fact: id, at, service: null })),
    evidence: checks.map(({ id }) => id),
    detail: { prevented: sum('refused') }
  }
}
