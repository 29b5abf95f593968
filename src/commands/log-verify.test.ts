import assert from 'node:assert/strict'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { growLog, logKey, vectors } from '../../tests/support/tlog.ts'
import { encodeBundle, signCheckpoint } from '../kernel/tlog/index.ts'
import { logVerification } from '../ledger/index.ts'
import { logVerifyResult } from './log-verify.ts'

const origin = logKey.key.name
const policy = `log ${vectors.vkey}\nquorum none\n`

describe('logVerifyResult', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peyman-log-verify-'))
  })
  after(() => rm(folder, { recursive: true }))

  /** Publishes a log into the folder and looks through it. */
  async function look(size: number, name = 'leaf', given: string | null = policy) {
    const log = growLog(size, name)
    const bundle = encodeBundle(log.entries)
    assert.ok(bundle.ok)
    const head = { origin, size, root: log.roots[size] as Uint8Array }
    const files: [string, Uint8Array | string][] = [
      ...log.tiles,
      [`tile/entries/000.p/${String(size)}`, bundle.value],
      ['checkpoint', signCheckpoint(head, [logKey], 0)],
      ['policy', policy]
    ]
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, 'log', path)), { recursive: true })
      await writeFile(join(folder, 'log', path), content)
    }
    const state = join(folder, 'state')
    return logVerification.verifyLog(join(folder, 'log'), { policy: given, folder: state })
  }

  test('says what was verified, what was wrong, and what could not be looked at', async () => {
    const first = logVerifyResult(await look(3, 'leaf', null), { lang: 'en', json: false })
    assert.equal(first.exitCode, 0)
    assert.match(first.stdout, /^The log is what it says\.\n/)
    assert.match(first.stdout, /Entries +3 \(public 3, sealed 0, control 0\)\n/)
    assert.match(first.stdout, /the keys came from the log itself/)
    const again = logVerifyResult(await look(5), { lang: 'fa', json: false })
    assert.match(again.stdout, /۳ برگ؛ اکنون ادامه همان است/)
    const fork = logVerifyResult(await look(9, 'other'), { lang: 'en', json: false })
    assert.equal(fork.exitCode, 1)
    assert.match(fork.stdout, /^The log is at fault: Two copies of the log/)
    assert.match(fork.stdout, /Entries +5 entries before, 9 now\nEvidence .*earlier\.txt\n/)
    const json = JSON.parse(
      logVerifyResult(await look(2), { lang: 'en', json: true }).stdout
    ) as Record<string, unknown>
    assert.equal(json.code, 'checkpoint-shrank')
    const none = await logVerification.verifyLog(join(folder, 'nothing'), { policy, folder })
    const trouble = logVerifyResult(none, { lang: 'en', json: false })
    assert.deepEqual([trouble.exitCode, trouble.stdout], [2, ''])
    assert.match(trouble.stderr, /^peyman: Not checked: The log does not answer/)
  })
})
