// What the command `peyman probe` needs. The desk knows of an agent by its reports only (wire.ts).
export { type AgentOptions, runAgent } from './run-agent.ts'
export { FolderTakenError } from './hold-folder.ts'
export { askPlan, NoPlanError } from './ask-plan.ts'
export { lookOnce, type OnceResult } from './look-once.ts'
export { readTargets, type TargetFile, TargetFileError } from './target-file.ts'
