// Goal: the example of the README sends a letter as it stands there. Method: it is taken out of the README,
// given the address and the recipient of a running desk, and run as a program of its own.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { publicLog } from '../../src/ledger/index.ts'
import { directory } from '../../src/letters/index.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { createApiKey, personById } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { openTestMailbox } from '../support/letters.ts'
import { startTestServer } from '../support/server.ts'

const root = resolve(import.meta.dirname, '../..')
const server = await startTestServer(systemClock.now())
const { context } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
after(() => signer.close())
const unit = { authority: 'sko', unit: 'citizen-services' }
const citizen = await demonstrated(server, 'maryam-rezaei')
const value = (await personById(context.db, citizen.id))?.nationalId ?? ''
await openTestMailbox(context, { person: citizen.id }, [{ kind: 'national-id', value }])
await directory.integrateEntries(context)
await publicLog.keepLog(context, await publicLog.publisherOf(context))

test('the example of the README sends a letter', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-sdk-'))
  // A package finds itself by its name from within its own folder.
  const program = join(root, '.cache', `sdk-example-${String(process.pid)}.ts`)
  await mkdir(join(root, '.cache'), { recursive: true })
  after(() =>
    Promise.all([folder, program].map((each) => rm(each, { recursive: true, force: true })))
  )
  const { text } = await createApiKey(context, {
    ...{ ...unit, role: 'officer', label: 'نمونه', live: true }
  })
  await writeFile(join(folder, 'api.key'), `${text}\n`)
  await writeFile(join(folder, 'unit.seed'), demonstrationSeed(unit.authority, unit.unit))
  const policy = await fetch(`${server.origin}/log/policy`)
  await writeFile(join(folder, 'log.policy'), await policy.text())
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const example = /```ts\n([^`]*peyman\/sdk[^`]*)```/.exec(readme)?.[1] ?? ''
  assert.match(example, /https:\/\/desk\.example/)
  await writeFile(
    program,
    example.replace('https://desk.example', server.origin).replace('9900000013', value)
  )
  const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: folder })
  assert.match(stdout, /^accepted [0-9a-f-]{36}\n$/)
})
