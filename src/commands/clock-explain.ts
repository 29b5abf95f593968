import { explainClock } from '../kernel/worktime/index.ts'
import type { ExplainResult } from '../kernel/worktime/index.ts'
import { explainInput } from './explain-input.ts'

/** `peyman clock explain`: a case as JSON on standard input, its deadline and why on standard output. */
export async function clockExplain(input: { stdin: string }): Promise<ExplainResult> {
  return explainInput(input.stdin, explainClock)
}
