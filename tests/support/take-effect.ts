import { jobs as agreementJobs } from '../../src/agreements/jobs.ts'
import { jobs as catalogueJobs } from '../../src/catalogue/jobs.ts'
import { drainOutbox } from '../../src/channels/index.ts'
import { jobs as noticeJobs } from '../../src/notices/jobs.ts'
import type { Context, OutboxHandlers } from '../../src/platform/index.ts'
import { seeNotices } from './see-notices.ts'

/** Does what waits for the slices that announce and put in force, and leaves other topics for later. */
export async function drainEffects(context: Context): Promise<void> {
  const slices = [agreementJobs, noticeJobs, catalogueJobs]
  const handlers = Object.assign({}, ...slices.map(({ outbox }) => outbox ?? {})) as OutboxHandlers
  await drainOutbox(context, handlers)
}

/** Lets what was announced take effect: its notices are published, seen from outside, and told of. */
export async function takeEffects(context: Context): Promise<void> {
  await drainEffects(context)
  await seeNotices(context)
  await drainEffects(context)
}
