// What the command `peyman probe` needs. The desk knows of an agent by its reports only (wire.ts).
export { type Canary, CanaryFileError, readCanary } from './canary-file.ts'
export { askPlan } from './ask-plan.ts'
export { lookOnce, type OnceResult } from './look-once.ts'
export { runAgent } from './run-agent.ts'
export { readTargets, TargetFileError } from './target-file.ts'
