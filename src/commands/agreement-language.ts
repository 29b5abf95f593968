import type { Lang } from '../platform/index.ts'
import { report } from './output.ts'

/** The language that `--lang` names, or `null` with a line on standard error and exit 2. */
export function languageOf(text: string): Lang | null {
  if (text === 'fa' || text === 'en') return text
  report({ exitCode: 2, stdout: '', stderr: `peyman: --lang is fa or en, not "${text}"\n` })
  return null
}
