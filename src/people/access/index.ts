// Who used, or tried to use, what is somebody's: written down once, read by the person concerned.
export { type Access, type ObjectKind, sameLookSeconds } from './access.ts'
export type { LookQuery } from './access-store.ts'
export { type Look, type Looks, readLooks } from './read-looks.ts'
export { type NameCases, lookRoutes } from './routes.ts'
export { record, recordAccess } from './record-access.ts'
