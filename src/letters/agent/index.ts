// The sealing agent of a body: a program at the body itself, which alone has the unit's key.
export { AgentFolder } from './agent-folder.ts'
export { decideHeld, layOutHeld } from './decide-held.ts'
export { makePages } from './make-pages.ts'
export { runAgent } from './run-agent.ts'
export { type AgentNews, runRound } from './run-round.ts'
export { takeLines } from './take-lines.ts'
