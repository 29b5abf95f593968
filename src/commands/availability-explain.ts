import { explainAvailability } from '../kernel/worktime/index.ts'
import type { ExplainResult } from '../kernel/worktime/index.ts'
import { explainInput } from './explain-input.ts'

/** `peyman availability explain`: a window as JSON on standard input, its figures on standard output. */
export async function availabilityExplain(input: { stdin: string }): Promise<ExplainResult> {
  return explainInput(input.stdin, explainAvailability)
}
