// Records facts again and again, and tells on standard output what was acknowledged, and only that.
import { setTimeout as pause } from 'node:timers/promises'
import { type NewFact, recordFacts } from '../../../src/ledger/index.ts'
import { inTransaction, newId, openDatabase } from '../../../src/platform/index.ts'

const { db } = openDatabase(process.env.DATABASE_URL ?? '', 4)

function someFacts(): NewFact[] {
  const owner = `owner ${String(Math.floor(Math.random() * 50))}`
  const subject = newId()
  const at = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(performance.timeOrigin + performance.now())
  )
  const isPublic = Math.random() < 0.05
  return Array.from({ length: isPublic ? 1 : 1 + Math.floor(Math.random() * 5) }, (_, i) => ({
    owner,
    authority: 'sko',
    kind: isPublic ? 'card.publication-refused' : i === 0 ? 'case.submitted' : 'document.received',
    subject,
    at,
    actor: owner,
    body: { case: subject, service: '10021006', i }
  }))
}

async function lane(): Promise<never> {
  for (;;) {
    try {
      const recorded = await inTransaction(db, (tx) => recordFacts(tx, someFacts()))
      process.stdout.write(recorded.map(({ id }) => `${id}\n`).join(''))
      await pause(2)
    } catch {
      await pause(50)
    }
  }
}

await Promise.all([lane(), lane(), lane(), lane()])
