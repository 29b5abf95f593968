import { caseDesk } from '../../cases/index.ts'
import { refuseHostileText } from '../../kernel/persian/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import {
  type Context,
  NotFoundError,
  inTransaction,
  newId,
  withScope,
  problem
} from '../../platform/index.ts'
import { type Outage } from '../outages/outage.ts'
import { outageById } from '../outages/outage-store.ts'
import { type DeadlineExtension, extensionFault, servicesStopped } from './extension.ts'
import { decideExtensionRow, extensionById, insertExtension } from './extension-store.ts'
import { refusalTexts } from './messages-refusals.ts'
import {
  ExtensionDecidedError,
  ExtensionNotFoundError,
  ExtensionWaitsError,
  OutageElsewhereError,
  OutageNotOverError,
  SamePersonError,
  invalid
} from './refusals.ts'

/** Who may ask that deadlines be extended, and who may grant it. */
export const proposerRoles = ['it-manager'] as const
export const granterRoles = ['approver', 'authority-admin'] as const

/** A proposal: for which outage, and why. */
export interface ProposeInput {
  readonly outage: string
  /** Read by the applicants; 10 to 1,000 characters. */
  readonly reason: string
}

const reasonLength = { min: 10, max: 1000 }

/**
 * Proposes to extend the deadlines of the cases on which nobody could work for an outage of the body's
 * own. Nothing changes until a second person approves it (docs/adr/0015-deadline-extension.md).
 * @throws {OutageNotOverError}
 * @throws {OutageElsewhereError}
 * @throws {ExtensionWaitsError}
 */
export async function proposeExtension(
  context: Context,
  actor: Actor,
  input: ProposeInput
): Promise<DeadlineExtension> {
  const outage = await ownOutage(context, input.outage)
  const { authority, component, from } = outage
  demand(actor, { authority, role: proposerRoles })
  const fault = extensionFault(outage)
  const services = servicesStopped(component)
  if (fault === 'outage-not-over' || outage.to === null) throw new OutageNotOverError()
  if (fault !== null || services === undefined) throw new OutageElsewhereError()
  const span = { authority, outage: outage.id, services, from, to: outage.to }
  const at = context.clock.now()
  const proposal: DeadlineExtension = {
    id: newId(at),
    component,
    ...span,
    reason: demandReason(input.reason),
    proposedAt: at,
    proposedBy: actor.id,
    decidedAt: null,
    decidedBy: null,
    approved: null,
    appliedAt: null,
    // How many deadlines would move is counted; nothing is shown of whose they are.
    cases: await withScope('system', () => caseDesk.countExtendable(context, span))
  }
  await inTransaction(context.db, async (tx) => {
    if (!(await insertExtension(tx, proposal))) throw new ExtensionWaitsError()
  })
  return proposal
}

async function ownOutage(context: Context, id: string): Promise<Outage> {
  const outage = await outageById(context.db, id)
  if (outage === null) throw new NotFoundError(refusalTexts.entries.outageNotFound)
  return outage
}

function demandReason(reason: string): string {
  const plain = reason.trim()
  const hostile = refuseHostileText(plain)
  if (hostile !== null) throw invalid(problem('/reason', hostile.code, hostile.text))
  if (plain.length >= reasonLength.min && plain.length <= reasonLength.max) return plain
  throw invalid(problem('/reason', 'extension/reason', refusalTexts.entries.reasonNeeded))
}

/** What the second person says. */
export interface DecideInput {
  readonly extension: string
  readonly approved: boolean
}

/**
 * Approves or declines a proposal. Whoever proposed it may take it back, and never grant it. The worker
 * then extends the cases that are open.
 * @throws {ExtensionDecidedError}
 * @throws {OutageNotOverError} If the outage was corrected since.
 * @throws {SamePersonError}
 */
export async function decideExtension(
  context: Context,
  actor: Actor,
  { extension: id, approved }: DecideInput
): Promise<DeadlineExtension> {
  const extension = await extensionById(context.db, id)
  if (extension === null) throw new ExtensionNotFoundError()
  const { authority, proposedBy } = extension
  const isProposer = actor.id === proposedBy
  demand(actor, {
    authority,
    role: isProposer ? [...proposerRoles, ...granterRoles] : granterRoles
  })
  if (isProposer && approved) throw new SamePersonError()
  if (extension.decidedAt !== null) throw new ExtensionDecidedError()
  if (approved) await demandUnchanged(context, extension)
  const at = context.clock.now()
  const decision = { at, actor: actor.id, approved }
  await inTransaction(context.db, async (tx) => {
    const decided = await decideExtensionRow(tx, extension, decision)
    if (!decided) throw new ExtensionDecidedError()
  })
  context.nudge()
  return { ...extension, decidedAt: at, decidedBy: actor.id, approved }
}

/** What is approved is the outage that was proposed, and no other. */
async function demandUnchanged(context: Context, extension: DeadlineExtension): Promise<void> {
  const outage = await ownOutage(context, extension.outage)
  const isSame =
    extensionFault(outage) === null &&
    outage.from.equals(extension.from) &&
    outage.to?.equals(extension.to) === true
  if (!isSame) throw new OutageNotOverError()
}
