import { type Context, inTransaction } from '../../platform/index.ts'
import { inTurn } from '../in-turn.ts'
import { recordForAll } from '../record-for-all.ts'
import { type ControlName, controlNames } from './control.ts'
import { type ControlRow, controlRows, keepControl } from './control-store.ts'
import { controls } from './look.ts'

const turn = 'controls'
// Said once a day even where nothing changed: a month with no look is a month that nobody looked.
const saidHours = 24
// What a backup or a drill has changed is seen at the next turn; the rest changes seldom.
const minutesBetween = 60
const ownMinutes: Partial<Record<ControlName, number>> = { 'backup-age': 0, 'restore-drill': 0 }
// Reading the whole log each hour would serve nobody, but where it did not agree.
const logMinutes = { agreed: 24 * 60, else: 10 }

/** Looks at every control, and records those that changed or were not told for a day. */
export async function checkControls(context: Context): Promise<void> {
  await inTurn(context, turn, async () => {
    const known = new Map((await controlRows(context.db)).map((row) => [row.control, row]))
    for (const control of controlNames) {
      await look(context, control, known.get(control))
    }
  })
}

async function look(
  context: Context,
  control: ControlName,
  before: ControlRow | undefined
): Promise<void> {
  const now = context.clock.now()
  const age = (at: Temporal.Instant) => now.since(at).total('hours')
  if (before !== undefined && age(before.checkedAt) * 60 < waitMinutes(control, before)) return
  const state = await controls[control](context)
  const isSame = before?.passed === state.passed && before.reason === state.reason
  const isSaid = before !== undefined && isSame && age(before.recordedAt) < saidHours
  const recordedAt = isSaid ? before.recordedAt : now
  await inTransaction(context.db, async (tx) => {
    await keepControl(tx, { control, ...state, checkedAt: now, recordedAt })
    if (isSaid) return
    const body = { control, passed: state.passed, reason: state.reason, figure: state.figure }
    await recordForAll(tx, { kind: 'control.checked', subject: control, body }, now)
  })
}

/** How long after a look the next one is due. */
function waitMinutes(control: ControlName, { passed }: ControlRow): number {
  if (control === 'log-verified') return passed === true ? logMinutes.agreed : logMinutes.else
  return ownMinutes[control] ?? minutesBetween
}
