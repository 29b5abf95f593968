import {
  type Agreement,
  type Difference,
  compareAgreements,
  parseAgreement,
  versionRefOf
} from '../kernel/terms/index.ts'
import type { Lang } from '../platform/index.ts'
import { problemLine } from './agreement-check.ts'
import { languageOf } from './agreement-language.ts'
import { type CommandResult, readNamedFile, report } from './output.ts'

/** `peyman agreement diff BEFORE AFTER`: reads both files and reports. */
export async function agreementDiff(
  files: { before: string; after: string },
  options: { lang: string; json?: boolean }
): Promise<void> {
  const lang = languageOf(options.lang)
  if (lang === null) return
  const before = await readNamedFile(files.before, lang)
  const after = before === null ? null : await readNamedFile(files.after, lang)
  if (before === null || after === null) return
  const sides = [
    { file: files.before, source: before },
    { file: files.after, source: after }
  ] as const
  report(diffAgreements(sides, { lang, json: options.json === true }))
}

interface Side {
  readonly file: string
  readonly source: Uint8Array
}

/**
 * What changed from one file to another, in the order of the document.
 * @returns Exit 0, with nothing on standard output where nothing differs; 2 for a file that is no
 * agreement.
 */
export function diffAgreements(
  sides: readonly [Side, Side],
  options: { lang: Lang; json: boolean }
): CommandResult {
  const read: Agreement[] = []
  const problems: string[] = []
  for (const { file, source } of sides) {
    const parsed = parseAgreement(source)
    if (parsed.ok) read.push(parsed.agreement)
    else {
      problems.push(
        ...parsed.problems.map((problem) => problemLine(problem, { file, lang: options.lang }))
      )
    }
  }
  const [before, after] = read
  if (before === undefined || after === undefined || problems.length > 0) {
    return { exitCode: 2, stdout: '', stderr: problems.join('') }
  }
  const differences = compareAgreements(before, after)
  const stdout = options.json
    ? `${JSON.stringify({ before: versionRefOf(before), after: versionRefOf(after), differences }, null, 2)}\n`
    : differences.map((one) => differenceText(one, options.lang)).join('')
  return { exitCode: 0, stdout, stderr: '' }
}

const words = {
  fa: { added: 'افزوده شد', removed: 'برداشته شد', raised: 'بهتر', lowered: 'کمتر از پیش' },
  en: { added: 'added', removed: 'removed', raised: 'raised', lowered: 'lowered' }
}

/** A line for what it is, then `-` and `+` lines for what it was and is. */
function differenceText(one: Difference, lang: Lang): string {
  const t = words[lang]
  const name = `${one.area} ${one.key}${one.field === null || one.field === 'value' ? '' : ` ${one.field}`}`
  const mark = one.change === 'changed' ? '' : ` (${t[one.change]})`
  const effect = one.effect ? ` (${t[one.effect]})` : ''
  const lines = [
    `${name}${mark}${effect}`,
    ...(one.change === 'added' ? [] : [`  - ${valueText(one.before, lang)}`]),
    ...(one.change === 'removed' ? [] : [`  + ${valueText(one.after, lang)}`])
  ]
  return `${lines.join('\n')}\n`
}

function valueText(value: unknown, lang: Lang): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'fa' in value && 'en' in value) {
    return String(value[lang])
  }
  return JSON.stringify(value)
}
