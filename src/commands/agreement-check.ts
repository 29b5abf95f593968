import { toPersianDigits } from '../kernel/persian/index.ts'
import { type Problem, clausesOf, parseAgreement, versionRefOf } from '../kernel/terms/index.ts'
import type { Lang } from '../platform/index.ts'
import { languageOf } from './agreement-language.ts'
import { type CommandResult, readNamedFile, report } from './output.ts'

/** `peyman agreement check FILE`: reads the file and reports. */
export async function agreementCheck(
  file: string,
  options: { lang: string; json?: boolean }
): Promise<void> {
  const lang = languageOf(options.lang)
  const bytes = lang === null ? null : await readNamedFile(file, lang)
  if (lang === null || bytes === null) return
  report(checkAgreement(bytes, { file, lang, json: options.json === true }))
}

/**
 * Checks an agreement file. Each problem is a line `FILE:LINE:COLUMN: what is wrong and what would be
 * right`; with `json`, an answer on standard output.
 * @returns Exit 0 for a good agreement, 1 for one with problems. A file that cannot be read at all is
 * exit 2, and never gets here.
 */
export function checkAgreement(
  source: Uint8Array,
  options: { file: string; lang: Lang; json: boolean }
): CommandResult {
  const parsed = parseAgreement(source)
  if (options.json) {
    const answer = parsed.ok
      ? { ok: true, agreement: versionRefOf(parsed.agreement), ...counts(parsed.agreement) }
      : { ok: false, problems: parsed.problems }
    const stdout = `${JSON.stringify(answer, null, 2)}\n`
    return { exitCode: parsed.ok ? 0 : 1, stdout, stderr: '' }
  }
  if (!parsed.ok) {
    const lines = parsed.problems.map((problem) => problemLine(problem, options))
    return { exitCode: 1, stdout: '', stderr: lines.join('') }
  }
  const { articles, clauses } = counts(parsed.agreement)
  const ref = versionRefOf(parsed.agreement)
  const text = {
    fa: `${options.file}: ${ref} درست است (${toPersianDigits(articles)} ماده، ${toPersianDigits(clauses)} بند)\n`,
    en: `${options.file}: ${ref} is valid (${String(articles)} articles, ${String(clauses)} clauses)\n`
  }
  return { exitCode: 0, stdout: text[options.lang], stderr: '' }
}

/** A problem as compilers write it, so that editors can follow it. */
export function problemLine(problem: Problem, options: { file: string; lang: Lang }): string {
  const { line, column, text } = problem
  return `${options.file}:${String(line)}:${String(column)}: ${text[options.lang]}\n`
}

function counts(agreement: Parameters<typeof clausesOf>[0]) {
  return { articles: agreement.articles.length, clauses: clausesOf(agreement).length }
}
