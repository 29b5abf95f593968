/**
 * Backups of the whole state, their restore and what proves both (docs/specs/backup.md). Beside the
 * commands: it may look at every slice.
 */
export { type BackupInput, type MadeBackup, makeBackup } from './make-backup.ts'
export type { Progress } from './progress.ts'
export { type Drilled, type DrillInput, runDrill } from './run-drill.ts'
export { backUp } from './scheduled-backup.ts'
/** The recovery key: made once, its public part kept here, its secret part nowhere. */
export * as backupKey from './recovery-key.ts'
export { type RestoreInput, type Restored, restoreBackup } from './restore-backup.ts'
export { type Verification, verifyRestored } from './verify-restored.ts'
export { NoIdentityGivenError, NotThereError } from './refusals.ts'
