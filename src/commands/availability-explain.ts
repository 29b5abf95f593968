import { explainAvailability, explainText } from '../kernel/worktime/index.ts'
import type { ExplainResult } from '../kernel/worktime/index.ts'

/** `peyman availability explain`: a window as JSON on standard input, its figures on standard output. */
export async function availabilityExplain(input: { stdin: string }): Promise<ExplainResult> {
  return explainText(input.stdin, explainAvailability)
}
