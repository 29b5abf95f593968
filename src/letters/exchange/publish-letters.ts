import { systemActor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { changeLetters } from './change-letter.ts'
import { dueLetters } from './due-store.ts'
import type { Lane } from './letter.ts'
import { queueNews } from './queue-news.ts'

const publisher = systemActor('letters.publish')

/** Letters of one transaction. */
const together: { readonly [L in Lane]: number } = { crisis: 500, single: 200, bulk: 200 }

// So much of the bulk in one turn: the loops of the other lanes have the database to themselves between.
const bulkTurnMax = 2000

/**
 * Puts the letters of one lane that are due into the mailboxes. Each lane has a loop of its own, so that
 * none waits behind another; the bulk stands aside while anything of the others waits.
 * @returns How many were published.
 */
export async function publishLane(context: Context, lane: Lane): Promise<number> {
  const most = together[lane]
  let published = 0
  for (;;) {
    if (lane === 'bulk' && (published >= bulkTurnMax || (await othersWait(context)))) break
    const count = await publishSome(context, { lane, most })
    published += count
    if (count < most) break
  }
  if (published > 0) context.nudge()
  return published
}

async function othersWait(context: Context): Promise<boolean> {
  const now = context.clock.now()
  for (const lane of ['crisis', 'single'] as const) {
    if ((await dueLetters(context.db, { lane, now, most: 1 })).length > 0) return true
  }
  return false
}

function publishSome(
  context: Context,
  { lane, most }: { readonly lane: Lane; readonly most: number }
): Promise<number> {
  const at = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const due = await dueLetters(tx, { lane, now: at, most })
    const published = await changeLetters(tx, due, {
      ...{ to: 'published', at, actor: publisher },
      from: ['accepted', 'scheduled']
    })
    await queueNews(tx, published, at)
    return published.length
  })
}
