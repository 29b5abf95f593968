import { contractMonthSeconds } from '../worktime/index.ts'
import type { MonthReading } from './month.ts'
import { instantOf } from './record.ts'

/** How the downtime that a month allows is being used. */
export interface Burn {
  /** Downtime that the target allows in this month, seconds. */
  readonly budgetSeconds: number
  /** What of it is left; never below 0. */
  readonly leftSeconds: number
  /** Used share; above 1 where it is exceeded, `null` where there is no budget but downtime. */
  readonly usedShare: number | null
  /** 1: used up exactly with the month; 2: in half of it. `null` where there is no budget. */
  readonly rate: number | null
  readonly isGone: boolean
  /**
   * When it will be gone, before the end of the month: at the month's own rate, or, while the
   * component is down, at a second a second. `null`: not in this month, or already.
   */
  readonly goneAt: Temporal.Instant | null
}

/**
 * Reads the budget of the contract's month.
 * @param isDown - Whether the component is down now.
 */
export function readBurn(reading: MonthReading, isDown: boolean): Burn {
  const { contract, elapsedSeconds } = reading
  const { budgetSeconds, budgetUsed, downSeconds } = contract
  const leftSeconds = Math.max(budgetSeconds - downSeconds, 0)
  const isGone = downSeconds > budgetSeconds
  const elapsedShare = Math.min(elapsedSeconds / contractMonthSeconds, 1)
  return {
    budgetSeconds,
    leftSeconds,
    usedShare: budgetUsed,
    rate: budgetUsed === null || budgetSeconds === 0 ? null : budgetUsed / elapsedShare,
    isGone,
    goneAt: isGone ? null : goneAt(reading, leftSeconds, isDown)
  }
}

function goneAt(
  { month, contract, elapsedSeconds, isRunning }: MonthReading,
  leftSeconds: number,
  isDown: boolean
): Temporal.Instant | null {
  if (!isRunning || contract.downSeconds === 0) return null
  const perSecond = isDown ? 1 : contract.downSeconds / elapsedSeconds
  const at = Math.floor(month.from + elapsedSeconds + leftSeconds / perSecond)
  return at < month.to ? instantOf(at) : null
}
