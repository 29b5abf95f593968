export {
  type Db,
  type Json,
  type JsonObject,
  type OpenDatabase,
  type Tx,
  databaseAddress,
  databaseAnswers,
  databaseIdentity,
  inTransaction,
  json,
  openDatabase,
  writeCount
} from './connection.ts'
export { analyticsRole, analyticsViews, ensureAnalyticsRole } from './analytics-role.ts'
export { demandDatabase } from './demand-database.ts'
export { demandWholeNow } from './demand-whole.ts'
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'
export { type Migration, migrate, ownMigrations } from './migrate.ts'
export { recently } from './recently.ts'
export { type Scope, type ScopeHolder, inScopeOfNow, underScope, withScope } from './scope.ts'
export { isDatabaseAway, sqlState, sqlStates } from './sql-state.ts'
