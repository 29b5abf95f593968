import { type Difference, checkEverything } from '../check-everything.ts'
import { formatNumber } from '../kernel/persian/index.ts'
import type { publicLog } from '../ledger/index.ts'
import type { Lang } from '../platform/index.ts'
import { languageOf } from './agreement-language.ts'
import {
  cardMessages,
  differenceMessages,
  directoryMessages,
  messages,
  noticeMessages,
  watchingMessages
} from './messages-check.ts'
import { openInstallation } from './open-installation.ts'
import { report } from './output.ts'

/**
 * `peyman check`: rebuilds every cache from the facts, holds facts against the public log and the log
 * against its signer, and lists the differences. Exit code 0 where
 * there are none, 1 where there are. Reads only; the server may run beside it.
 */
export async function checkInstallation(options: { lang: string; json: boolean }): Promise<void> {
  const lang = languageOf(options.lang)
  if (lang === null) return
  const installation = await openInstallation()
  try {
    const result = await checkEverything(installation.context)
    const { differences } = result
    report({
      exitCode: differences.length === 0 ? 0 : 1,
      stdout: options.json ? `${JSON.stringify(result)}\n` : readable(result, lang),
      stderr: ''
    })
  } finally {
    await installation.close()
  }
}

function readable(
  result: {
    cases: number
    cards: number
    notices: number
    outages: number
    watching: number
    plannedOutages: number
    failureReports: number
    directoryEntries: number
    clauseStates: number
    facts: number
    logEntries: number
    differences: readonly Difference[]
  },
  lang: Lang
): string {
  const { cases, cards, notices, outages, watching, plannedOutages } = result
  const { failureReports, directoryEntries, clauseStates, facts, logEntries, differences } = result
  const site = [outages, watching, plannedOutages, failureReports]
  const objects = [cases, cards, notices, ...site, directoryEntries, clauseStates]
  const counts = [...objects, facts, logEntries, differences.length]
  const head = messages.in(lang).checked((index) => formatNumber(counts[index] ?? 0, lang))
  return `${head}\n${differences.map((each) => `  ${differenceText(each, lang)}\n`).join('')}`
}

/** One difference in plain words; what it is called in the JSON stands behind, in brackets. */
export function differenceText(difference: Difference, lang: Lang): string {
  const t = messages.in(lang)
  if ('log' in difference) {
    const { what, log, at } = difference
    const words: Readonly<Record<string, string>> = differenceMessages.in(lang)
    const where = log === null ? at : `${t.log} ${log}، ${at}`
    return `${words[what] ?? what} ${lang === 'fa' ? where : where.replace('،', ',')} [${what}]`
  }
  return `${nameOf(difference, lang)}. ${t.cached}: ${difference.cached} | ${t.computed}: ${difference.computed}`
}

/** Where a kept value differs from what the facts say. */
function nameOf(difference: Exclude<Difference, publicLog.LogDifference>, lang: Lang): string {
  const t = messages.in(lang)
  if ('card' in difference)
    return `${t.card} ${difference.card}: ${cardMessages.in(lang)[difference.what]}`
  if ('notice' in difference)
    return `${t.notice} ${difference.notice}: ${noticeMessages.in(lang)[difference.what]}`
  if ('watching' in difference)
    return `${watchingMessages.in(lang)[difference.watching]} ${difference.of}: ${difference.what}`
  if ('planned' in difference) return `${t.planned} ${difference.planned}: ${difference.what}`
  if ('directory' in difference)
    return `${t.directory} ${difference.directory}: ${directoryMessages.in(lang)[difference.what]}`
  if ('report' in difference) return `${t.report} ${difference.report}: ${difference.what}`
  return 'case' in difference
    ? `${t.case} ${difference.case}: ${difference.what}`
    : `${t.state} ${difference.state}`
}
