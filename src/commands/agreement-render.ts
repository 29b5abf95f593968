import { standaloneAgreement } from '../agreements/index.ts'
import { agreementMarkdown, parseAgreement } from '../kernel/terms/index.ts'
import type { Lang } from '../platform/index.ts'
import { problemLine } from './agreement-check.ts'
import { languageOf } from './agreement-language.ts'
import { type CommandResult, readNamedFile, report } from './output.ts'

const formats = ['html', 'markdown'] as const
type Format = (typeof formats)[number]

/** `peyman agreement render FILE`: reads the file and reports. */
export async function agreementRender(
  file: string,
  options: { format: string; lang: string }
): Promise<void> {
  const format = formats.find((known) => known === options.format)
  if (format === undefined) {
    const stderr = `peyman: --format is html or markdown, not "${options.format}"\n`
    report({ exitCode: 2, stdout: '', stderr })
    return
  }
  const lang = languageOf(options.lang)
  const bytes = lang === null ? null : await readNamedFile(file, lang)
  if (lang === null || bytes === null) return
  report(renderAgreementFile(bytes, { file, format, lang }))
}

/** Prints the document: one HTML file that needs nothing else, or Markdown. Exit 2 for a bad file. */
export function renderAgreementFile(
  source: Uint8Array,
  options: { file: string; format: Format; lang: Lang }
): CommandResult {
  const parsed = parseAgreement(source)
  if (!parsed.ok) {
    const lines = parsed.problems.map((problem) => problemLine(problem, options))
    return { exitCode: 2, stdout: '', stderr: lines.join('') }
  }
  const { format, lang } = options
  const stdout =
    format === 'html'
      ? `${standaloneAgreement({ lang }, parsed.agreement).toString()}\n`
      : agreementMarkdown(parsed.agreement, lang)
  return { exitCode: 0, stdout, stderr: '' }
}
