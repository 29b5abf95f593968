import { drainOutbox } from './channels/index.ts'
import type { Context, OutboxHandlers, ScheduledJob, SliceJobs } from './platform/index.ts'

/** The background work of this process. */
export interface Worker {
  /** The outbox may have rows: look now rather than at the next poll. */
  nudge(): void
  /** Ends after what is under way. */
  stop(): Promise<void>
}

const outboxPollSeconds = 1

/**
 * Starts the background work of all slices: the outbox, and each scheduled job in a loop of its own.
 * Everything is claimed in the database, so several workers may run; a failure is logged and the loop
 * goes on at its next turn.
 */
export function startWorker(context: Context, slices: readonly SliceJobs[]): Worker {
  const handlers = Object.assign({}, ...slices.map((slice) => slice.outbox ?? {})) as OutboxHandlers
  const outbox = loop(context, {
    name: 'outbox',
    everySeconds: outboxPollSeconds,
    run: async (given) => {
      await drainOutbox(given, handlers)
    }
  })
  const jobs = slices.flatMap((slice) => slice.schedule ?? []).map((job) => loop(context, job))
  return {
    nudge: () => outbox.nudge(),
    stop: async () => {
      await Promise.all([outbox, ...jobs].map((each) => each.stop()))
    }
  }
}

interface Loop {
  nudge(): void
  stop(): Promise<void>
}

function loop(context: Context, job: ScheduledJob): Loop {
  const state = { stopped: false, again: false, wake: () => {} }
  const turn = async () => {
    while (!state.stopped) {
      state.again = false
      try {
        await job.run(context)
      } catch (error) {
        context.log.error({ error, job: job.name }, 'job failed; it runs again at its next turn')
      }
      if (!state.again && !state.stopped) await pause(job.everySeconds, state)
    }
  }
  const ended = turn()
  return {
    nudge: () => {
      state.again = true
      state.wake()
    },
    stop: () => {
      state.stopped = true
      state.wake()
      return ended
    }
  }
}

function pause(seconds: number, state: { wake: () => void }): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000)
    state.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}
