import type { Row, Verdict } from './matrix.ts'

const begin = '<!-- matrix: printed by `node bin/print-isolation.ts` -->'
const end = '<!-- /matrix -->'

const marks: Readonly<Record<Verdict, string>> = {
  'sign in': '401',
  refused: '403',
  'not there': '404',
  'nothing of it': '–',
  'by role': 'role',
  LEAK: '**!**'
}

/** The matrix as a Markdown table; askers that fare alike everywhere share a column. */
export function printMatrix(rows: readonly Row[]): string {
  const names = Object.keys(rows[0]?.verdicts ?? {})
  const head = ['route', ...names]
  const lines = rows.map(({ route, verdicts }) => [
    `\`${route}\``,
    ...names.map((name) => marks[verdicts[name] ?? 'LEAK'])
  ])
  const table = [head, head.map(() => '-'), ...lines].map((cells) => `| ${cells.join(' | ')} |`)
  return table.join('\n')
}

/** The table that stands in a document. */
export function matrixIn(document: string): string {
  return document.slice(document.indexOf(begin) + begin.length, document.indexOf(end)).trim()
}

/** The document with another table in its place. */
export function withMatrix(document: string, table: string): string {
  const at = document.indexOf(begin)
  if (at < 0) return `${document.trimEnd()}\n\n${begin}\n\n${table}\n\n${end}\n`
  return `${document.slice(0, at)}${begin}\n\n${table}\n\n${document.slice(document.indexOf(end))}`
}
