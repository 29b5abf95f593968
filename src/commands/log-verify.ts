import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { toHex } from '../kernel/tlog/index.ts'
import { shownText } from '../kernel/verdict/index.ts'
import { formatJalaliDateTime, formatNumber } from '../kernel/persian/index.ts'
import { type LogReport, type LogVerdict, logVerification } from '../ledger/index.ts'
import type { Lang } from '../platform/index.ts'
import { languageOf } from './agreement-language.ts'
import { messages } from './messages-log.ts'
import { type CommandResult, readNamedFile, report } from './output.ts'

type Fault = Extract<LogVerdict, { verdict: 'fault' }>

/**
 * `peyman log verify URL`: looks through a whole log and reports. Exit 0: it is what it says; 1: it is
 * at fault; 2: nothing can be said.
 */
export async function logVerifyCommand(
  address: string,
  options: { policy?: string; state?: string; lang: string; json?: boolean }
): Promise<void> {
  const lang = languageOf(options.lang)
  if (lang === null) return
  const policy = options.policy === undefined ? null : await readNamedFile(options.policy)
  if (policy === null && options.policy !== undefined) return
  const folder = options.state ?? join(readConfig().dataFolder, 'verified-logs')
  const progress = progressLine(lang)
  const verdict = await logVerification.verifyLog(address, {
    policy: policy === null ? null : policy.toString('utf8'),
    folder,
    ...(progress === null ? {} : { onProgress: progress.tell })
  })
  progress?.clear()
  report(logVerifyResult(verdict, { lang, json: options.json === true }))
}

/** What `peyman log verify` says of a verdict. */
export function logVerifyResult(
  verdict: LogVerdict,
  { lang, json }: { lang: Lang; json: boolean }
): CommandResult {
  const exitCode = verdict.verdict === 'verified' ? 0 : verdict.verdict === 'fault' ? 1 : 2
  if (json)
    return { exitCode, stdout: `${JSON.stringify(told(verdict, lang), null, 2)}\n`, stderr: '' }
  const t = messages.in(lang)
  if (verdict.verdict === 'verified') {
    const stdout = `${t.verified}\n\n${rowsText(reportRows(verdict.report, lang))}\n${notes(verdict.report, lang)}`
    return { exitCode, stdout, stderr: '' }
  }
  const words = logVerification.faultMessages.entries[verdict.code][lang]
  if (verdict.verdict === 'trouble') {
    return { exitCode, stdout: '', stderr: `peyman: ${t.trouble} ${words} (${verdict.message})\n` }
  }
  const rows = faultRows(verdict, lang)
  const stdout = `${t.fault} ${words}\n${rows.length === 0 ? '' : `\n${rowsText(rows)}\n`}`
  return { exitCode, stdout, stderr: '' }
}

function reportRows(found: LogReport, lang: Lang): [string, string][] {
  const t = messages.in(lang)
  const number = (count: number) => formatNumber(count, lang)
  const { public: open, sealed, control } = found.kinds
  const { logSignatures, witnesses } = found.trust
  return [
    [t.log, shownText(found.origin)],
    [t.size, t.sizeText(number(found.size), [open, sealed, control].map(number))],
    [t.root, found.root],
    ...(found.latest === null ? [] : [row(t.latest, timeText(found.latest, lang))]),
    ...logSignatures.map(({ key }) => row(t.signedBy, t.key(shownText(key.name), toHex(key.id)))),
    ...witnesses.map(({ witness, at }) =>
      row(t.witnesses, `${shownText(witness.name)}${at === null ? '' : ` (${timeText(at, lang)})`}`)
    ),
    ...(witnesses.length === 0 ? [row(t.witnesses, t.nobody)] : []),
    [t.before, found.before === null ? t.beforeNone : t.beforeSome(number(found.before))]
  ]
}

function notes(found: LogReport, lang: Lang): string {
  const t = messages.in(lang)
  const lines = [found.frozen ? t.frozen : '', found.policyFrom === 'log' ? t.fromLog : '']
  return lines
    .filter((line) => line !== '')
    .map((line) => `\n${line}\n`)
    .join('')
}

function faultRows({ detail, evidence }: Fault, lang: Lang): [string, string][] {
  const t = messages.in(lang)
  const number = (count: number) => formatNumber(count, lang)
  const { path, index, size, nowSize } = detail
  return [
    ...(path === undefined ? [] : [row(t.path, path)]),
    ...(index === undefined ? [] : [row(t.index, number(index))]),
    ...(size === undefined || nowSize === undefined
      ? []
      : [row(t.size, t.sizes(number(size), number(nowSize)))]),
    ...evidence.map((file) => row(t.evidence, file))
  ]
}

function row(name: string, text: string): [string, string] {
  return [name, text]
}

function told(verdict: LogVerdict, lang: Lang): unknown {
  if (verdict.verdict !== 'verified') {
    return { ...verdict, text: logVerification.faultMessages.entries[verdict.code][lang] }
  }
  const { trust, latest, ...rest } = verdict.report
  return {
    verdict: 'verified',
    ...rest,
    latest: latest === null ? null : isoText(latest),
    signedBy: trust.logSignatures.map(({ key }) => ({ name: key.name, keyId: toHex(key.id) })),
    witnesses: trust.witnesses.map(({ witness, at }) => ({
      witness: witness.name,
      at: at === null ? null : isoText(at)
    }))
  }
}

/** A line on the terminal that is written over; `null` where nobody looks. */
function progressLine(lang: Lang) {
  if (!process.stderr.isTTY) return null
  const t = messages.in(lang)
  const number = (count: number) => formatNumber(count, lang)
  return {
    tell: (done: number, total: number) => {
      const percent = number(Math.floor((done / total) * 100))
      process.stderr.write(`\r\u001b[K${t.progress(number(done), number(total), percent)}`)
    },
    clear: () => {
      process.stderr.write('\r\u001b[K')
    }
  }
}

function instantOf(second: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(second * 1000)
}

function isoText(second: number): string {
  return instantOf(second).toString({ smallestUnit: 'second' })
}

function timeText(second: number, lang: Lang): string {
  return formatJalaliDateTime(instantOf(second), lang)
}

function rowsText(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`).join('\n')
}
