import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { batchAgeOf, instantOfResult } from '../agent/wire.ts'
import { type TakenBatch, keepBatch, takenBatch } from './batch-store.ts'
import { keepLooks } from './keep-looks.ts'
import { noteHosts } from './note-hosts.ts'
import { recordWalks } from './record-walks.ts'
import { type ProbeCaller, vantagesOfCaller } from './probe-plan.ts'
import { recordSightings } from './record-sightings.ts'
import { BatchAgeError } from './refusals.ts'
import type { PlacedResult, Report } from './report.ts'
import { probeSettings } from './settings-store.ts'
import type { WatchTarget } from './target.ts'
import { targetsOf } from './target-store.ts'
import type { VantagePoint } from './vantage-point.ts'
import { holdVantage, noteReported } from './vantage-store.ts'

// Older than anything an agent keeps: such an age is a mistake, and would rewrite months.
const ageDaysMax = 31

/**
 * Takes the report of a vantage point: each result at the time it was by this desk's clock, whatever
 * order reports come in. A batch that was taken before is answered as it was then, and changes nothing.
 * @throws {NotAllowedError} If the caller is no probe.
 * @throws {BatchAgeError} If the age of the batch is none.
 */
export async function takeResults(
  context: Context,
  caller: ProbeCaller,
  report: Report
): Promise<TakenBatch> {
  const vantages = await vantagesOfCaller(context, caller)
  const { batch } = report
  if (batchAgeOf(report.batchAge) === null) throw new BatchAgeError()
  // First: they are known again by themselves, and a batch that was taken is not looked at twice.
  await recordSightings(context, vantages, report)
  const targets = new Map<string, WatchTarget>()
  for (const { authority } of vantages) {
    for (const target of await targetsOf(context.db, authority)) targets.set(target.id, target)
  }
  const { placed, refused } = placeResults(report, targets)
  const taken: TakenBatch[] = []
  for (const vantage of vantages) {
    const own = placed.filter(({ target }) => target.authority === vantage.authority)
    const isFirst = vantage === vantages[0]
    const part = { report, own, refused: isFirst ? refused : [] }
    taken.push(await inTransaction(context.db, (tx) => takePart(context, tx, { vantage, ...part })))
  }
  await noteHosts(context, vantages, batch.hosts)
  return {
    accepted: taken.reduce((sum, each) => sum + each.accepted, 0),
    refused: taken.flatMap((each) => each.refused).toSorted((a, b) => a.index - b.index)
  }
}

function placeResults({ batch, receivedAt, batchAge }: Report, targets: Map<string, WatchTarget>) {
  const placed: PlacedResult[] = []
  const refused: { index: number; code: string }[] = []
  const earliest = receivedAt.subtract({ hours: ageDaysMax * 24 })
  for (const [index, result] of batch.results.entries()) {
    const at = instantOfResult(receivedAt, batchAge, result.ageMs)
    const target = targets.get(result.target)
    const code = faultOf({ target, at, earliest })
    if (code === null && target !== undefined) placed.push({ index, result, at, target })
    else refused.push({ index, code: code ?? 'target/unknown' })
  }
  return { placed, refused }
}

function faultOf(given: {
  readonly target: WatchTarget | undefined
  readonly at: Temporal.Instant
  readonly earliest: Temporal.Instant
}): string | null {
  const { target, at, earliest } = given
  if (target === undefined) return 'target/unknown'
  if (target.retiredAt !== null && isBefore(target.retiredAt, at)) return 'target/retired'
  if (isBefore(at, earliest)) return 'result/too-old'
  return null
}

async function takePart(
  context: Context,
  tx: Tx,
  part: {
    readonly vantage: VantagePoint
    readonly report: Report
    readonly own: readonly PlacedResult[]
    readonly refused: TakenBatch['refused']
  }
): Promise<TakenBatch> {
  const { authority, id } = part.vantage
  const name = { authority, vantage: id }
  const { batch, receivedAt } = part.report
  await holdVantage(tx, name)
  const before = await takenBatch(tx, name, batch.batch)
  if (before !== null) return before
  const settings = await probeSettings(tx, authority)
  await keepLooks(tx, name, { placed: part.own, settings })
  await recordWalks(context, tx, { vantage: part.vantage, placed: part.own })
  await noteReported(tx, name, { at: receivedAt, dropped: batch.dropped ?? 0 })
  const answer = { accepted: part.own.length, refused: part.refused }
  await keepBatch(tx, name, { batch: batch.batch, at: receivedAt, answer })
  return answer
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
