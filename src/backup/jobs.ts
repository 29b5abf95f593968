import type { SliceJobs } from '../platform/index.ts'
import { checkControls } from './controls/check-controls.ts'
import { drillWhenDue } from './run-drill.ts'
import { backUpWhenDue } from './scheduled-backup.ts'

/** Backups, drills of their restore, and looks at what protects the data, each when it is due. */
export const jobs: SliceJobs = {
  schedule: [
    { name: 'backup.make', everySeconds: 60, run: backUpWhenDue },
    { name: 'backup.drill', everySeconds: 300, run: drillWhenDue },
    { name: 'backup.controls', everySeconds: 60, run: checkControls }
  ]
}
