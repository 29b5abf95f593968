import { refuseHostileText } from '../../kernel/persian/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction,
  newId
} from '../../platform/index.ts'
import { messages } from './messages.ts'
import { addUnitCost } from './unit-cost-store.ts'
import { type UnitCost, costedThings, unitCostMaxRial } from './unit-cost.ts'

const sourceLengthMax = 500

/** A cost as it was typed. */
export interface UnitCostInput {
  readonly authority: string
  readonly what: string
  readonly amountRial: number
  readonly source: { readonly fa: string; readonly en: string }
}

/**
 * Declares what a letter or a visit costs on paper, with its source (PI-3.1c). It counts from now on.
 * @throws {NotAllowedError} Unless the actor administers the authority.
 * @throws {InvalidInputError}
 */
export async function setUnitCost(
  context: Context,
  actor: Actor,
  input: UnitCostInput
): Promise<UnitCost> {
  demand(actor, { authority: input.authority, role: 'authority-admin' })
  const problems = problemsOf(input)
  const what = costedThings.find((each) => each === input.what)
  if (problems.length > 0 || what === undefined) throw new InvalidInputError(problems)
  const now = context.clock.now()
  const source = { fa: input.source.fa.trim(), en: input.source.en.trim() }
  const cost = { ...input, id: newId(now), what, source, setAt: now }
  await inTransaction(context.db, async (tx) => {
    await addUnitCost(tx, cost, actor.id)
    await recordFact(tx, {
      owner: cost.authority,
      authority: cost.authority,
      kind: 'unit-cost.set',
      subject: `${cost.authority}/${what}`,
      at: now,
      actor: actor.id,
      body: { what, amountRial: cost.amountRial, cost: cost.id }
    })
  })
  return cost
}

function problemsOf({ what, amountRial, source }: UnitCostInput): FieldProblem[] {
  const { wrongWhat, wrongAmount, wrongSource } = messages.entries
  const isAmount = Number.isSafeInteger(amountRial) && amountRial > 0
  return [
    ...(costedThings.some((each) => each === what)
      ? []
      : [{ pointer: '/what', code: 'unit-cost/what', text: wrongWhat }]),
    ...(isAmount && amountRial <= unitCostMaxRial
      ? []
      : [{ pointer: '/amountRial', code: 'unit-cost/amount', text: wrongAmount }]),
    ...(['fa', 'en'] as const)
      .filter((lang) => !isLine(source[lang]))
      .map((lang) => ({ pointer: `/source/${lang}`, code: 'unit-cost/source', text: wrongSource }))
  ]
}

function isLine(text: string): boolean {
  return text.trim() !== '' && text.length <= sourceLengthMax && refuseHostileText(text) === null
}
