// Goal: while the database is away nothing that was typed is lost, and the way to the report desk is shown.
// Method: the site's reports over a line to the database that the test cuts and mends.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, type Socket, connect, createServer as createLine } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { installSessions } from '../../src/people/index.ts'
import { openGuard } from '../../src/outages/reports/guard/guard.ts'
import { reportRoutes } from '../../src/outages/reports/routes.ts'
import { createServer } from '../../src/platform/http/index.ts'
import { openDatabase, silentLog } from '../../src/platform/index.ts'
import { testDesk } from '../support/desk.ts'
import { codeOf, formOf, goodReport, solvedProof } from '../support/report-form.ts'

const { url, clock } = await testDesk('2026-11-22T06:00:00Z')
const line = { cut: false, open: new Set<Socket>() }
// The address of a socket has no host, which URL does not read.
const [, who = '', host = '', name = '', socketFolder] =
  /^postgres(?:ql)?:\/\/([^@]*)@([^/]*)\/([^?]+)(?:\?host=(.*))?$/.exec(url) ?? []

function toDatabase(): Socket {
  if (socketFolder !== undefined)
    return connect(join(decodeURIComponent(socketFolder), '.s.PGSQL.5432'))
  const [machine = 'localhost', port = '5432'] = host.split(':')
  return connect(Number(port), machine)
}

function lead(one: Socket, other: Socket): void {
  line.open.add(one)
  one.on('error', () => other.destroy()).on('close', () => other.destroy())
  one.pipe(other)
}

const proxy = createLine((near) => {
  if (line.cut) {
    near.destroy()
    return
  }
  const far = toDatabase()
  lead(near, far)
  lead(far, near)
})
await new Promise<void>((resolve) => {
  proxy.listen(0, '127.0.0.1', resolve)
})
const through = `postgres://${who}@127.0.0.1:${String((proxy.address() as AddressInfo).port)}/${name}`

function cut(): void {
  line.cut = true
  for (const socket of line.open) socket.destroy()
  line.open.clear()
}

const folder = await mkdtemp(join(tmpdir(), 'peyman-away-'))
const opened = openDatabase(through, 4)
const config = readConfig({
  PEYMAN_DATA: folder,
  PEYMAN_REPORT_EFFORT: '40',
  PEYMAN_REPORTS_PER_MINUTE: '1000',
  PEYMAN_REPORT_ORIGIN: 'https://report.example'
})
const context = { db: opened.db, clock, config, log: silentLog, nudge: () => {} }
const app = await createServer({
  context,
  assetsFolder: import.meta.dirname,
  describeReader: () => ({ account: null, nav: [] })
})
installSessions(app, context)
reportRoutes(app, context, await openGuard(config, clock))
const origin = await app.listen({ port: 0, host: 'localhost' })
after(async () => {
  await app.close()
  await opened.close()
  cut()
  proxy.close()
  await rm(folder, { recursive: true, force: true })
})

test('a report while the database is away stays in its form, and is filed once it is back', async () => {
  assert.equal((await fetch(`${origin}/report`)).status, 200)
  const proof = await solvedProof(origin)
  const send = () =>
    fetch(`${origin}/report`, {
      ...{ method: 'POST', redirect: 'manual' },
      body: formOf({ ...goodReport, proof })
    })
  cut()
  const away = await send()
  assert.equal(away.status, 503)
  assert.ok(Number(away.headers.get('retry-after')) > 0)
  const text = await away.text()
  assert.ok(text.includes(goodReport.words), 'what was typed is still there')
  assert.ok(text.includes('https://report.example/report'), 'the report desk is named')
  const form = await fetch(`${origin}/report`)
  assert.equal(form.status, 200, 'the form is there as it was')
  const receipt = await fetch(`${origin}/report/receipt/${'0'.repeat(16)}`)
  assert.equal(receipt.status, 503)
  assert.ok((await receipt.text()).includes('https://report.example/report'))
  line.cut = false
  const back = await send()
  assert.equal(back.status, 303, await back.text())
  const again = await send()
  assert.equal(
    codeOf(again.headers.get('location') ?? ''),
    codeOf(back.headers.get('location') ?? '')
  )
})
