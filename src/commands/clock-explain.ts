import { explainClock, explainText } from '../kernel/worktime/index.ts'
import type { ExplainResult } from '../kernel/worktime/index.ts'

/** `peyman clock explain`: a case as JSON on standard input, its deadline and why on standard output. */
export async function clockExplain(input: { stdin: string }): Promise<ExplainResult> {
  return explainText(input.stdin, explainClock)
}
