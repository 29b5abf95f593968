import type { OutboxMessage, SliceJobs, Tx } from '../../platform/index.ts'
import { applyExtensions, shortenExtensions } from './apply-extensions.ts'
import { emergencyById, noteEmergencySeen } from './suspension-store.ts'
import { tellPlanned } from './tell-planned.ts'
import { takeSight, wakePlanned } from './wake-planned.ts'

/** Background work of planned outages, suspensions and extended deadlines. */
export const plannedJobs: SliceJobs = {
  outbox: {
    'notice.seen.planned-outage': async (_context, tx, messages) => {
      for (const message of messages) await takeSeen(tx, message)
    },
    'planned.tell': tellPlanned
  },
  schedule: [
    {
      name: 'outages.planned',
      everySeconds: 5,
      run: async (context) => {
        await wakePlanned(context)
      }
    },
    {
      name: 'outages.extensions',
      everySeconds: 10,
      run: async (context) => {
        await applyExtensions(context)
      }
    },
    {
      name: 'outages.extensions-shortened',
      everySeconds: 600,
      run: async (context) => {
        await shortenExtensions(context)
      }
    }
  ]
}

interface Seen {
  readonly version: number
  readonly about: { readonly kind: string; readonly id: string }
  readonly seenAt: string
}

async function takeSeen(tx: Tx, { payload }: OutboxMessage): Promise<void> {
  const { version, about, seenAt } = payload as unknown as Seen
  const at = Temporal.Instant.from(seenAt)
  if (about.kind === 'planned-outage') {
    await takeSight(tx, { planned: about.id, noticeVersion: version, at })
    return
  }
  const suspension = await emergencyById(tx, about.id)
  if (suspension !== null) await noteEmergencySeen(tx, suspension, at)
}
