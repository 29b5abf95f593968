import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../tests/support/database.ts'
import { edgeServer } from '../../../tests/support/edge-server.ts'
import { Refusal } from '../errors.ts'
import { silentLog } from '../log.ts'
import { page } from './page.ts'

class NotYoursError extends Refusal {
  readonly code = 'test/not-yours'
  override readonly status = 403
  constructor() {
    super({ fa: 'این برای شما نیست.', en: 'This is not yours.' })
  }
}

test('noteRefusals writes down who was kept from which route, and nothing that they sent', async () => {
  const { db } = await testDatabase()
  const lines: { details: object; message: string }[] = []
  const log = {
    ...silentLog,
    warn: (details: object, message: string) => lines.push({ details, message })
  }
  const { app } = await edgeServer({ db, log })
  page(app, { method: 'get', path: '/secrets/:name' }, () => {
    throw new NotYoursError()
  })
  page(app, { method: 'get', path: '/open' }, () => {
    throw new TypeError('a fault')
  })
  const headers = { cookie: 'who=maryam', accept: 'text/html' }
  const { body } = await app.inject({ url: '/secrets/of-somebody?q=0012345679', headers })
  await app.inject({ url: '/open', headers })
  await app.inject({ url: '/nothing', headers })
  const trace = /<bdi dir="ltr">([0-9a-f-]{36})<\/bdi>/.exec(body)?.[1]
  assert.deepEqual(lines, [
    {
      details: { status: 403, method: 'GET', route: '/secrets/:name', trace, caller: 'maryam' },
      message: 'request refused'
    }
  ])
})
