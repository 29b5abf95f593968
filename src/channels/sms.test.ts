// Goal: short messages reach a gateway as its templates say, and no value leaves its place. Method: a
// gateway in a process of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smsGateway } from '../../tests/support/sms-gateway.ts'
import { readConfig } from '../config.ts'
import { sendSms } from './sms.ts'

const gateway = await smsGateway()
const hostile = 'کد «۱۲» "},{"to":"+989000000000\r\nBcc: x&to=1\\'

function configured(more: NodeJS.ProcessEnv) {
  const { sms } = readConfig({ PEYMAN_SMS_URL: `${gateway.origin}/send`, ...more })
  assert.ok(sms)
  return sms
}

async function last() {
  const request = (await gateway.requests()).at(-1)
  assert.ok(request)
  return request
}

test('sendSms writes JSON, with the headers of the installation', async () => {
  const config = configured({
    PEYMAN_SMS_BODY: '{"lineNumber":"3000","mobiles":["{mobile}"],"messageText":"{text}"}',
    PEYMAN_SMS_HEADERS: '{"X-API-KEY":"secret"}'
  })
  assert.deepEqual(await sendSms(config, { to: '+989123456789', text: hostile }), { state: 'sent' })
  const { method, headers, body } = await last()
  assert.deepEqual([method, headers['x-api-key']], ['POST', 'secret'])
  assert.match(String(headers['content-type']), /json/)
  assert.deepEqual(JSON.parse(body), {
    lineNumber: '3000',
    mobiles: ['09123456789'],
    messageText: hostile
  })
})

test('sendSms writes a form, XML, or an address', async () => {
  const form = configured({
    PEYMAN_SMS_TYPE: 'application/x-www-form-urlencoded',
    PEYMAN_SMS_BODY: 'to={to}&text={text}'
  })
  await sendSms(form, { to: '+989123456789', text: hostile })
  const fields = new URLSearchParams((await last()).body)
  assert.deepEqual(
    [...fields],
    [
      ['to', '+989123456789'],
      ['text', hostile]
    ]
  )
  const xml = configured({
    PEYMAN_SMS_TYPE: 'text/xml',
    PEYMAN_SMS_BODY: '<m to="{to}">{text}</m>'
  })
  await sendSms(xml, { to: '+989123456789', text: '</m><m to="x">&' })
  assert.equal(
    (await last()).body,
    '<m to="+989123456789">&#60;/m&#62;&#60;m to=&#34;x&#34;&#62;&#38;</m>'
  )
  const address = configured({
    PEYMAN_SMS_METHOD: 'GET',
    PEYMAN_SMS_URL: `${gateway.origin}/send?to={mobile}&text={text}`
  })
  await sendSms(address, { to: '+989123456789', text: hostile })
  const { searchParams } = new URL((await last()).url, gateway.origin)
  assert.deepEqual(
    [...searchParams],
    [
      ['to', '09123456789'],
      ['text', hostile]
    ]
  )
})

test('sendSms tells apart what can be tried again', async () => {
  const config = configured({ PEYMAN_SMS_ACCEPTED: '"ok"' })
  const sms = { to: '+989123456789', text: 'x' }
  const states: string[] = []
  for (const [status, body] of [
    [200, '{"status":"ok"}'],
    [200, '{"error":"no credit"}'],
    [400, ''],
    [401, ''],
    [429, ''],
    [503, ''],
    [302, '']
  ] as const) {
    await gateway.answer(status, body)
    states.push((await sendSms(config, sms)).state)
  }
  assert.deepEqual(states, [
    'sent',
    'refused',
    'refused',
    'stopped',
    'delayed',
    'delayed',
    'stopped'
  ])
  assert.equal(
    (await gateway.requests()).some(({ url }) => url === '/elsewhere'),
    false
  )
  const wrong = await sendSms(config, { to: '+98912\r\nX: 1', text: 'x' })
  assert.deepEqual(wrong, { state: 'refused', reason: 'address' })
})

test('readConfig refuses a gateway over an open line, and templates without their places', () => {
  for (const wrong of [
    { PEYMAN_SMS_URL: 'http://sms.example/send' },
    { PEYMAN_SMS_URL: 'https://sms.example/send', PEYMAN_SMS_BODY: '{"to":"{to}"}' },
    { PEYMAN_SMS_URL: 'https://sms.example/send', PEYMAN_SMS_HEADERS: 'X: 1' },
    { PEYMAN_SMS_URL: 'https://sms.example/send', PEYMAN_SMS_HEADERS: '{"X":"1\\r\\nY: 2"}' },
    { PEYMAN_SMS_URL: 'https://sms.example/send', PEYMAN_SMS_METHOD: 'DELETE' }
  ])
    assert.throws(() => readConfig(wrong), { code: 'config/invalid' })
})
