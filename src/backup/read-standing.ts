import type { Context } from '../platform/index.ts'
import { type BackupRow, newestBackups } from './backup-store.ts'
import { type ControlRow, controlRows } from './controls/control-store.ts'
import { controlNames } from './controls/control.ts'
import { type DrillRow, newestDrills } from './drill-store.ts'
import { recoveryRecipients } from './recovery-key.ts'

/** How backups stand: what the operator's page tells. */
export interface Standing {
  readonly backups: readonly BackupRow[]
  readonly drills: readonly DrillRow[]
  readonly controls: readonly ControlRow[]
  readonly hasKey: boolean
  /** Since the moment whose state the newest backup holds; `null`: there is none. */
  readonly ageSeconds: number | null
}

const rowsShown = 20

/** Reads how backups stand; nothing of what they hold. */
export async function readStanding({ db, clock, config }: Context): Promise<Standing> {
  const [backups, drills, controls, recipients] = await Promise.all([
    newestBackups(db, rowsShown),
    newestDrills(db, rowsShown),
    controlRows(db),
    recoveryRecipients(config.dataFolder)
  ])
  const newest = backups.find(({ state }) => state === 'made')?.at ?? null
  return {
    backups,
    drills,
    controls: controlNames.flatMap(
      (name) => controls.find(({ control }) => control === name) ?? []
    ),
    hasKey: recipients.length > 0 || config.backups.to.length > 0,
    ageSeconds:
      newest === null ? null : Math.max(0, Math.floor(clock.now().since(newest).total('seconds')))
  }
}
