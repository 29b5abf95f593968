import {
  doubtMessages,
  isEntryProof,
  parsePolicy,
  parsePromise,
  policyMessages,
  toBase64,
  toHex,
  verifyEntryProof,
  verifyPromise,
  verifyReceipt
} from '../kernel/tlog/index.ts'
import type {
  DoubtCode,
  EntryVerdict,
  LogPromise,
  Policy,
  PolicyResult,
  ReceiptVerdict,
  Trust,
  VerifierKey
} from '../kernel/tlog/index.ts'
import { shownText } from '../kernel/verdict/index.ts'
import { formatJalaliDateTime, formatNumber } from '../kernel/persian/index.ts'
import type { Lang } from '../platform/index.ts'
import { languageOf } from './agreement-language.ts'
import { messages } from './messages-receipt.ts'
import { readNamedFile, report } from './output.ts'
import type { CommandResult } from './output.ts'

/** How the answer is given. */
export interface ReceiptVerifyOptions {
  readonly lang: Lang
  readonly json?: boolean
}

/** One more than any receipt has, so that one without end is not read to it. */
const fileBytesMax = 1_048_577

/** `peyman receipt verify FILE` at the shell: reads the named files and reports. */
export async function receiptVerifyCommand(
  file: string,
  options: { policy?: string; lang: string; json?: boolean }
): Promise<void> {
  const lang = languageOf(options.lang)
  if (lang === null) return
  const bytes = await readNamedFile(file, undefined, fileBytesMax)
  if (bytes === null) return
  const policy =
    options.policy === undefined
      ? null
      : await readNamedFile(options.policy, undefined, fileBytesMax)
  if (policy === null && options.policy !== undefined) return
  report(receiptVerify({ file: bytes, policy }, { lang, json: options.json === true }))
}

type Proven = Extract<ReceiptVerdict, { verdict: 'proven' }>
type ProvenEntry = Extract<EntryVerdict, { verdict: 'proven' }>

/**
 * `peyman receipt verify FILE [--policy FILE]`: what a receipt, or the proof of a public entry, proves,
 * offline. A promise note is read too, and told from them: it proves no more than that a log promised.
 * @param input - Bytes of the file; bytes or text of the policy, `null` for none: the hashes are
 *   checked then, but nothing is proven, since nobody is known who vouches for the log.
 * @returns Exit 0: proven. 1: not proven. 2: the file, or the policy, cannot be read.
 */
export function receiptVerify(
  input: { file: Uint8Array; policy: Uint8Array | string | null },
  options: ReceiptVerifyOptions
): CommandResult {
  const policy = input.policy === null ? null : parsePolicy(input.policy)
  if (policy?.ok === false) return answerPolicyFault(policy, options)
  const trusted = policy?.value ?? null
  const promise = parsePromise(input.file)
  if (promise.ok) return answerPromise(input.file, promise.value.promise, { options, trusted })
  const verdict = isEntryProof(input.file)
    ? verifyEntryProof(input.file, trusted)
    : verifyReceipt(input.file, trusted)
  if (verdict.verdict === 'proven') {
    return 'proof' in verdict ? answerEntry(verdict, options) : answerProven(verdict, options)
  }
  const exitCode = verdict.verdict === 'unreadable' ? 2 : 1
  const heading = verdict.verdict === 'unreadable' ? 'unreadable' : 'notProven'
  return answerDoubt({ exitCode, heading, reason: verdict.reason }, options)
}

function answerPolicyFault(
  fault: Extract<PolicyResult, { ok: false }>,
  { lang, json }: ReceiptVerifyOptions
): CommandResult {
  const t = messages.in(lang)
  const why = policyMessages.entries[fault.reason][lang]
  const text =
    fault.line === 0 ? t.policyWhole(why) : t.policyWrong(formatNumber(fault.line, lang), why)
  const told = { verdict: 'unreadable', reason: fault.reason, policyLine: fault.line, text }
  return { exitCode: 2, stdout: json === true ? jsonLine(told) : '', stderr: `peyman: ${text}\n` }
}

function answerDoubt(
  doubt: { exitCode: 1 | 2; heading: 'notProven' | 'unreadable'; reason: DoubtCode },
  { lang, json }: ReceiptVerifyOptions
): CommandResult {
  const { exitCode, heading, reason } = doubt
  const text = doubtMessages.entries[reason][lang]
  const verdict = heading === 'notProven' ? 'not-proven' : 'unreadable'
  if (json === true) {
    return { exitCode, stdout: jsonLine({ verdict, reason, text }), stderr: '' }
  }
  const told = `${messages.in(lang)[heading]} ${text}\n`
  return exitCode === 1
    ? { exitCode, stdout: told, stderr: '' }
    : { exitCode, stdout: '', stderr: `peyman: ${told}` }
}

function answerProven(proven: Proven, { lang, json }: ReceiptVerifyOptions): CommandResult {
  if (json === true) return { exitCode: 0, stdout: jsonLine(provenJson(proven)), stderr: '' }
  const t = messages.in(lang)
  const { receipt, trust } = proven
  const { checkpoint, index } = receipt.proof
  const number = (count: number) => formatNumber(count, lang)
  const rows: [string, string][] = [
    [t.statement, receipt.statementText],
    ...statementRows(receipt.fields, lang),
    [t.log, checkpoint.origin],
    ...trust.logSignatures.map(({ key }): [string, string] => [t.signedBy, keyText(key, lang)]),
    [t.loggedAt, timeText(receipt.at, lang)],
    [t.place, t.placeText(number(index), number(receipt.position), number(receipt.count))],
    [t.checkpoint, t.checkpointText(number(checkpoint.size), toBase64(checkpoint.root))],
    ...witnessRows(proven, lang)
  ]
  const stdout = `${t.proven}\n\n${rowsText(rows)}\n\n${t.meaning}\n`
  return { exitCode: 0, stdout, stderr: '' }
}

function answerEntry(proven: ProvenEntry, { lang, json }: ReceiptVerifyOptions): CommandResult {
  if (json === true) return { exitCode: 0, stdout: jsonLine(entryJson(proven)), stderr: '' }
  const t = messages.in(lang)
  const { proof, trust } = proven
  const { checkpoint, index } = proof.proof
  const number = (count: number) => formatNumber(count, lang)
  const rows: [string, string][] = [
    [t.statement, proof.text],
    ...statementRows(proof.fields, lang),
    [t.log, checkpoint.origin],
    ...trust.logSignatures.map(({ key }): [string, string] => [t.signedBy, keyText(key, lang)]),
    [t.loggedAt, timeText(proof.entry.at, lang)],
    [t.place, t.entryPlace(number(index))],
    [t.checkpoint, t.checkpointText(number(checkpoint.size), toBase64(checkpoint.root))],
    ...witnessRows(proven, lang)
  ]
  const stdout = `${t.proven}\n\n${rowsText(rows)}\n\n${t.entryMeaning}\n`
  return { exitCode: 0, stdout, stderr: '' }
}

function statementRows(fields: Readonly<Record<string, unknown>>, lang: Lang): [string, string][] {
  const t = messages.in(lang)
  return (['type', 'erds', 'id', 'at', 'digest'] as const).flatMap((name) => {
    const field = fields[name]
    return typeof field === 'string' ? [[t[name], field] as [string, string]] : []
  })
}

function witnessRows({ trust }: { trust: Trust }, lang: Lang): [string, string][] {
  const t = messages.in(lang)
  if (trust.witnesses.length === 0) return [[t.witnesses, t.noWitness]]
  return trust.witnesses.map(({ witness, at }) => {
    const when = at === null ? t.noTime : timeText(at, lang)
    return [t.witnesses, t.witness(witness.name, keyText(witness.key, lang), when)]
  })
}

function answerPromise(
  file: Uint8Array,
  promise: LogPromise,
  { options, trusted }: { options: ReceiptVerifyOptions; trusted: Policy | null }
): CommandResult {
  const checked = trusted === null ? null : verifyPromise(file, trusted)
  if (checked?.ok === false) {
    return answerDoubt({ exitCode: 1, heading: 'notProven', reason: checked.reason }, options)
  }
  const key = checked?.value.key ?? null
  const last = promise.at + promise.delaySecondsMax
  if (options.json === true) {
    const told = {
      verdict: 'not-proven',
      reason: key === null ? 'no-policy' : 'promise-only',
      promise: {
        log: promise.origin,
        commitment: toHex(promise.commitment),
        at: isoText(promise.at),
        by: isoText(last),
        key: key === null ? null : keyJson(key)
      }
    }
    return { exitCode: 1, stdout: jsonLine(told), stderr: '' }
  }
  const t = messages.in(options.lang)
  const rows: [string, string][] = [
    [t.log, promise.origin],
    ...(key === null ? [] : [[t.signedBy, keyText(key, options.lang)] as [string, string]]),
    [t.commitment, toBase64(promise.commitment)],
    [t.promisedAt, timeText(promise.at, options.lang)],
    [t.promisedBy, timeText(last, options.lang)]
  ]
  const lead = key === null ? t.promiseUnchecked : t.promise
  return { exitCode: 1, stdout: `${t.notProven} ${lead}\n\n${rowsText(rows)}\n`, stderr: '' }
}

function provenJson({ receipt, commitment, trust }: Proven) {
  const { checkpoint, index } = receipt.proof
  return {
    verdict: 'proven',
    statement: receipt.statementText,
    commitment: toHex(commitment),
    log: { origin: checkpoint.origin, size: checkpoint.size, root: toHex(checkpoint.root) },
    entry: {
      index,
      at: isoText(receipt.at),
      position: receipt.position,
      count: receipt.count
    },
    ...trustJson(trust)
  }
}

function entryJson({ proof, trust }: ProvenEntry) {
  const { checkpoint, index } = proof.proof
  return {
    verdict: 'proven',
    statement: proof.text,
    log: { origin: checkpoint.origin, size: checkpoint.size, root: toHex(checkpoint.root) },
    entry: { index, at: isoText(proof.entry.at), kind: proof.entry.kind },
    ...trustJson(trust)
  }
}

function trustJson(trust: Trust) {
  return {
    signedBy: trust.logSignatures.map(({ key, at }) => ({
      ...keyJson(key),
      at: at === null ? null : isoText(at)
    })),
    witnesses: trust.witnesses.map(({ witness, at }) => ({
      witness: witness.name,
      ...keyJson(witness.key),
      at: at === null ? null : isoText(at)
    }))
  }
}

const keyKinds = { 1: 'Ed25519', 4: 'Ed25519', 6: 'ML-DSA-44' } as const

function keyJson(key: VerifierKey) {
  return { name: key.name, keyId: toHex(key.id), kind: keyKinds[key.type] }
}

function keyText(key: VerifierKey, lang: Lang): string {
  return messages.in(lang).key(key.name, toHex(key.id), keyKinds[key.type])
}

function instantOf(second: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(second * 1000)
}

function isoText(second: number): string {
  return instantOf(second).toString({ smallestUnit: 'second' })
}

function timeText(second: number, lang: Lang): string {
  return `${formatJalaliDateTime(instantOf(second), lang)} (${isoText(second)})`
}

function rowsText(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${shownText(text)}`).join('\n')
}

function jsonLine(told: unknown): string {
  return `${JSON.stringify(told, null, 2)}\n`
}
