import { MalformedInputError, WorktimeError } from './errors.ts'

/** What an explain command answers: 0 and JSON, or 2 and one line that names the field. */
export interface ExplainResult {
  readonly exitCode: 0 | 2
  readonly stdout: string
  readonly stderr: string
}

/**
 * Reads JSON text, answers it with `explain`, and writes the answer as JSON text.
 * Nothing is thrown for bad input, whatever it is.
 */
export function explainText(text: string, explain: (json: unknown) => object): ExplainResult {
  try {
    const answer = explain(parseJson(text))
    return { exitCode: 0, stdout: `${JSON.stringify(answer, null, 2)}\n`, stderr: '' }
  } catch (error) {
    if (!(error instanceof WorktimeError)) throw error
    return { exitCode: 2, stdout: '', stderr: `${error.field}: ${error.message}\n` }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replaceAll(/\s+/g, ' ') : 'unreadable'
    throw Object.assign(new MalformedInputError('input', `is not JSON: ${reason}`), { cause })
  }
}
