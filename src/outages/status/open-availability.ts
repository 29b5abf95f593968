import { z } from 'zod'
import { type MonthReading, instantOf } from '../../kernel/status/index.ts'
import type { Availability } from '../../kernel/worktime/index.ts'
import { listAuthorities } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { shareOf } from './availability-target.ts'
import { type ComponentMonths, readAllComponents, stripMonths } from './read-component.ts'
import { monthPath } from './views/marks.ts'

const figure = z.object({
  windowSeconds: z.number().int().describe('2,592,000 for the contract’s month.'),
  downSeconds: z.number().int(),
  plannedSeconds: z
    .number()
    .int()
    .describe('In planned outages seen 72 hours before; no downtime.'),
  unknownSeconds: z.number().int().describe('Without any result; neither up nor down.'),
  denominatorSeconds: z.number().int(),
  percent: z.number().nullable().describe('0 to 100, six decimals; null: nothing to measure.'),
  budgetSeconds: z
    .number()
    .nullable()
    .describe('Downtime that the target allows; null: no target.'),
  budgetUsed: z.number().nullable().describe('Share of it; above 1: exceeded.')
})

/** One component in one month, for programs. */
export const availabilityRow = z.object({
  authority: z.string(),
  component: z.string().describe('`desk`, `portal`, `service:10021001`, `portal:<host>`.'),
  service: z.string().nullable(),
  month: z.string().describe('Jalali month, `1405-09`.'),
  from: z.string(),
  to: z.string().describe('End of the month, or now while it runs.'),
  running: z.boolean(),
  contract: figure.describe('Over 43,200 minutes.'),
  real: figure.describe('Over the month’s own seconds until now.'),
  targetPercent: z.number().nullable(),
  targetFrom: z.string().nullable().describe('Version of the agreement, `SK@1405`.'),
  targetProposal: z.boolean().describe('The target stands in no signed text.'),
  page: z.string().describe('Every second of the month, for people.')
})

/** One component in one month, for programs. */
export type AvailabilityRow = z.infer<typeof availabilityRow>

const monthKey = z.string().regex(/^1[2-5]\d\d-(0[1-9]|1[0-2])$/)

/** What can be asked of the open data. */
export const availabilityQuery = z.object({
  authority: z.string().max(40).optional().describe('Only this authority, `sko`.'),
  component: z.string().max(200).optional().describe('Only this component, `service:10021001`.'),
  service: z.string().max(40).optional().describe('Only the component of this service.'),
  from: monthKey.optional().describe('First month, `1405-01`; twelve months back where absent.'),
  to: monthKey.optional().describe('Last month, `1405-09`.')
})

/** The newest month first of each component; months from 36 back are not kept in reach. */
export async function listAvailability(
  context: Pick<Context, 'db' | 'clock' | 'config'>,
  asked: z.infer<typeof availabilityQuery>
): Promise<AvailabilityRow[]> {
  const authorities = (await listAuthorities(context.db)).filter(
    ({ id }) => asked.authority === undefined || asked.authority === id
  )
  const months = asked.from === undefined ? stripMonths : monthsMax
  const all = await readAllComponents(context, authorities, months)
  return all
    .filter(({ component }) => asked.component === undefined || component.id === asked.component)
    .filter(({ component }) => asked.service === undefined || component.service === asked.service)
    .flatMap((each) => rowsOf(each, context.config.origin))
    .filter(({ month }) => asked.from === undefined || month >= asked.from)
    .filter(({ month }) => asked.to === undefined || month <= asked.to)
}

const monthsMax = 36

function rowsOf(component: ComponentMonths, origin: string): AvailabilityRow[] {
  return component.readings.flatMap((reading) =>
    reading === null ? [] : [rowOf(component, reading, origin)]
  )
}

function rowOf(
  { component, target }: ComponentMonths,
  reading: MonthReading,
  origin: string
): AvailabilityRow {
  const { month, elapsedSeconds } = reading
  const hasTarget = shareOf(target) !== null
  return {
    authority: component.authority,
    component: component.id,
    service: component.service,
    month: month.key,
    from: instantOf(month.from).toString(),
    to: instantOf(month.from + elapsedSeconds).toString(),
    running: reading.isRunning,
    contract: figureOf(reading.contract, month.windows.contract.nominalSeconds, hasTarget),
    real: figureOf(reading.real, elapsedSeconds, hasTarget),
    targetPercent: target?.percent ?? null,
    targetFrom: target?.version ?? null,
    targetProposal: target?.proposal ?? false,
    page: `${origin}${monthPath(component, month.key)}`
  }
}

function figureOf(read: Availability, windowSeconds: number, hasTarget: boolean) {
  const { downSeconds, plannedSeconds, unknownSeconds, denominatorSeconds, percent } = read
  return {
    windowSeconds,
    downSeconds,
    plannedSeconds,
    unknownSeconds,
    denominatorSeconds,
    percent,
    budgetSeconds: hasTarget ? read.budgetSeconds : null,
    budgetUsed: hasTarget && percent !== null ? read.budgetUsed : null
  }
}
