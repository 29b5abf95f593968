import {
  Counter,
  Gauge,
  type OpenMetricsContentType,
  Registry,
  collectDefaultMetrics
} from 'prom-client'
import { waitingInOutbox } from './channels/index.ts'
import { publicLog } from './ledger/index.ts'
import { statusBoard } from './outages/index.ts'
import { type Context, databaseAnswers } from './platform/index.ts'

/** Answers sent, by `GET 2xx`. */
export type RequestCounts = Map<string, number>

/** The figures of this process and of its installation. */
export interface Metrics {
  readonly contentType: string
  readonly text: () => Promise<string>
}

/**
 * Figures in the form of OpenMetrics: of the process, of the database's queues, of what is watched. They
 * name components and authorities, never people; what cannot be read now is left out.
 */
export function openMetrics(context: Context, counts: RequestCounts): Metrics {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Gauge({ name: `peyman_${name}`, help, labelNames, registers })
  const requests = new Counter({
    name: 'peyman_http_requests_total',
    help: 'Answers sent by this process.',
    labelNames: ['method', 'status'],
    registers
  })
  const database = gauge('database_up', 'Whether the database answers.')
  const queues = {
    facts: gauge('facts_waiting', 'Facts that wait for their leaf in the public log.'),
    outbox: gauge('outbox_waiting', 'Outbox entries that wait to be handled.')
  }
  const status = statusGauges(gauge)
  return {
    contentType: registry.contentType,
    text: async () => {
      requests.reset()
      for (const [key, count] of counts) {
        const [method = '', code = ''] = key.split(' ')
        requests.inc({ method, status: code }, count)
      }
      const isUp = await databaseAnswers(context.db)
      database.set(isUp ? 1 : 0)
      for (const each of [...Object.values(queues), ...Object.values(status)]) each.reset()
      if (isUp) {
        queues.facts.set(await publicLog.waitingForLeaf(context.db))
        queues.outbox.set(await waitingInOutbox(context.db))
        await readStatus(context, status)
      } else {
        queues.facts.remove()
        queues.outbox.remove()
      }
      return registry.metrics()
    }
  }
}

type MakeGauge = <T extends string>(
  name: string,
  help: string,
  labelNames?: readonly T[]
) => Gauge<T>

function statusGauges(gauge: MakeGauge) {
  return {
    up: gauge('component_up', '1 up, 0 down; none while planned or unknown.', [
      'authority',
      'component'
    ]),
    states: gauge('components', 'Components by what they are now.', ['authority', 'state']),
    outages: gauge('outages_open', 'Outages that last.', ['authority']),
    reportAge: gauge('probe_report_age_seconds', 'Since a vantage point reported last.', [
      'authority'
    ]),
    copyAge: gauge('status_copy_age_seconds', 'Since the copies of the status were written.')
  }
}

async function readStatus(
  context: Context,
  gauges: ReturnType<typeof statusGauges>
): Promise<void> {
  const { at, authorities } = await statusBoard.readBoardInTime(context)
  for (const { authority, components, outages, watching } of authorities) {
    const whose = { authority: authority.id }
    for (const state of statusBoard.componentStates) gauges.states.set({ ...whose, state }, 0)
    for (const { component, state } of components) {
      gauges.states.inc({ ...whose, state })
      const name = { ...whose, component: component.id }
      if (state === 'up' || state === 'degraded') gauges.up.set(name, 1)
      if (state === 'down') gauges.up.set(name, 0)
    }
    gauges.outages.set(whose, outages.filter(({ to }) => to === null).length)
    const { lastReportAt } = watching
    if (lastReportAt !== null) gauges.reportAge.set(whose, lastReportAt.until(at).total('seconds'))
  }
  const madeAt = await statusBoard.snapshotMadeAt(context.config)
  if (madeAt === null) gauges.copyAge.remove()
  else gauges.copyAge.set(Math.max(madeAt.until(at).total('seconds'), 0))
}
