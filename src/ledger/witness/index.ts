// What a command needs of the witness; everyone else speaks HTTP to it.
export { makeWitnessKey, readWitnessKeys } from './witness-keys.ts'
export { KnownLogsError } from './known-logs.ts'
export { serveWitness } from './serve-witness.ts'
export type { RunningWitness, WitnessOptions } from './serve-witness.ts'
