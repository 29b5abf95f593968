import { toPersianDigits } from '../kernel/persian/index.ts'
import { type ExplainResult, explainText } from '../kernel/worktime/index.ts'
import { inputMessages } from './messages-input.ts'

/**
 * Answers JSON text with `explain`. Where it is no JSON at all, the one line on standard error is in
 * both languages, with the place; a field that is wrong is named as the specification names it.
 */
export function explainInput(text: string, explain: (json: unknown) => object): ExplainResult {
  const fault = text.trim() === '' ? inputMessages.entries.empty : jsonFault(text)
  if (fault === null) return explainText(text, explain)
  return { exitCode: 2, stdout: '', stderr: `input: ${fault.en} · ${fault.fa}\n` }
}

function jsonFault(text: string): { en: string; fa: string } | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const place = /line (\d+) column (\d+)/.exec(said) ?? endOf(text, said)
    if (place === null) return inputMessages.entries.notJson
    const [, line = '', column = ''] = place
    const { notJsonAt } = inputMessages.entries
    return {
      en: notJsonAt.en(line, column),
      fa: notJsonAt.fa(toPersianDigits(line), toPersianDigits(column))
    }
  }
}

/** The engine gives no place where the text ends too early. */
function endOf(text: string, said: string): readonly string[] | null {
  if (!said.includes('end of JSON input')) return null
  const lines = text.split('\n')
  return ['', String(lines.length), String((lines.at(-1)?.length ?? 0) + 1)]
}
