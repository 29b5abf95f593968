import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

test('readConfig has a default for everything', () => {
  assert.deepEqual(readConfig({}), {
    port: 3000,
    host: '0.0.0.0',
    origin: 'http://localhost:3000',
    dataFolder: resolve(import.meta.dirname, '../data'),
    databaseUrl: null,
    demo: false,
    requestsPerMinuteMax: 1200,
    trustedProxies: [],
    metricsFrom: [],
    sourceUrl: null,
    privateHosts: [],
    securityContacts: [],
    mail: null,
    sms: null,
    oidc: null,
    reportPort: 3001,
    reportOrigin: null,
    reportEffort: 12_000,
    reportsPerMinuteMax: 30,
    erasureDays: 7,
    backups: {
      folder: null,
      everyHours: 24,
      keep: 7,
      to: [],
      drillIdentity: null,
      drillHours: 168,
      drillDatabaseUrl: null
    }
  })
})

test('readConfig takes what the environment says', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '::1',
    PEYMAN_ORIGIN: 'https://desk.example/fa/',
    PEYMAN_DATA: '/srv/داده',
    DATABASE_URL: 'postgresql://u:p@db/peyman',
    PEYMAN_REQUESTS_PER_MINUTE: '60',
    PEYMAN_TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8',
    PEYMAN_SOURCE: 'https://code.example/desk',
    PEYMAN_PRIVATE_HOSTS: 'portal.LAN, 10.0.0.1:8080,[fd00::1]',
    PEYMAN_SMTP_URL: 'smtps://desk:secret@mail.example:465',
    PEYMAN_MAIL_FROM: 'سامانه پیمان <desk@desk.example>'
  })
  assert.deepEqual(config, {
    port: 8080,
    host: '::1',
    origin: 'https://desk.example',
    dataFolder: '/srv/داده',
    databaseUrl: 'postgresql://u:p@db/peyman',
    demo: false,
    requestsPerMinuteMax: 60,
    trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    metricsFrom: [],
    sourceUrl: 'https://code.example/desk',
    privateHosts: ['portal.lan', '10.0.0.1:8080', '[fd00::1]'],
    securityContacts: [],
    mail: {
      url: 'smtps://desk:secret@mail.example:465',
      from: { name: 'سامانه پیمان', address: 'desk@desk.example' }
    },
    sms: null,
    oidc: null,
    reportPort: 3001,
    reportOrigin: null,
    reportEffort: 12_000,
    reportsPerMinuteMax: 30,
    erasureDays: 7,
    backups: readConfig({}).backups
  })
})

test('readConfig takes an empty variable for one that is not there', () => {
  const names = ['PORT', 'HOST', 'PEYMAN_ORIGIN', 'PEYMAN_DATA', 'DATABASE_URL', 'PEYMAN_DEMO']
  assert.deepEqual(
    readConfig(
      Object.fromEntries([...names, 'PEYMAN_REQUESTS_PER_MINUTE'].map((name) => [name, ' ']))
    ),
    readConfig({})
  )
})

test('readConfig opens a demonstration to this machine only', () => {
  const config = readConfig({ PEYMAN_DEMO: '1', PORT: '4000' })
  assert.deepEqual([config.demo, config.host], [true, 'localhost'])
  for (const origin of ['http://127.0.0.1:4000', 'http://[::1]:4000', 'https://localhost']) {
    assert.equal(readConfig({ PEYMAN_DEMO: '1', PEYMAN_ORIGIN: origin }).demo, true)
  }
  for (const origin of ['https://desk.example', 'http://localhost.example', 'http://127.0.0.2']) {
    assert.throws(
      () => readConfig({ PEYMAN_DEMO: '1', PEYMAN_ORIGIN: origin }),
      new ConfigError(`PEYMAN_DEMO=1 is refused: PEYMAN_ORIGIN is ${origin}, not localhost`)
    )
  }
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'desk.example']) {
    assert.throws(
      () => readConfig({ PEYMAN_DEMO: '1', HOST: host }),
      new ConfigError(`PEYMAN_DEMO=1 is refused: HOST is ${host}, which others can reach`)
    )
  }
  assert.equal(readConfig({ PEYMAN_DEMO: '1', HOST: '::1' }).host, '::1')
  assert.equal(readConfig({ PEYMAN_DEMO: '0' }).demo, false)
})

test('readConfig wants both halves of the mail, and tells no password', () => {
  const url = 'smtp://desk:secret@mail.example'
  for (const half of [{ PEYMAN_SMTP_URL: url }, { PEYMAN_MAIL_FROM: 'desk@desk.example' }]) {
    assert.throws(() => readConfig(half), /PEYMAN_SMTP_URL and PEYMAN_MAIL_FROM/)
  }
  const wrongFrom = ['desk', 'a@b\r\nBcc: c@d.example', 'a@b@c', '<script>@x', 'x <a b@c.example>']
  for (const from of wrongFrom) {
    assert.throws(
      () => readConfig({ PEYMAN_SMTP_URL: url, PEYMAN_MAIL_FROM: from }),
      /^ConfigError: PEYMAN_MAIL_FROM|PEYMAN_MAIL_FROM must/
    )
  }
  for (const wrong of ['mail.example:25', 'http://u:secret@mail.example', 'smtp:secret']) {
    assert.throws(
      () => readConfig({ PEYMAN_SMTP_URL: wrong, PEYMAN_MAIL_FROM: 'desk@desk.example' }),
      (error: Error) => error instanceof ConfigError && !error.message.includes('secret')
    )
  }
})

for (const [name, values] of Object.entries({
  PORT: ['http', '70000', '-1', '80.5', '1e3', '۳۰۰۰'],
  PEYMAN_ORIGIN: ['desk.example', 'ftp://desk.example', 'javascript:alert(1)'],
  PEYMAN_DEMO: ['yes', 'true'],
  DATABASE_URL: ['mysql://u:secret@db/x', 'secret'],
  PEYMAN_REQUESTS_PER_MINUTE: ['0', 'many', '-5'],
  PEYMAN_SOURCE: ['code.example/desk', 'javascript:alert(1)'],
  PEYMAN_TRUST_PROXY: ['everyone', '10.0.0.0/33', '10.0.0.0/8/8', 'loopback,']
})) {
  test(`readConfig refuses a ${name} without meaning, and names it`, () => {
    for (const value of values) {
      assert.throws(
        () => readConfig({ [name]: value }),
        (error: Error) =>
          error instanceof ConfigError &&
          error.message.startsWith(name) &&
          !error.message.includes('secret')
      )
    }
  })
}

test('readConfig takes contacts for flaws as URIs, and no line that begins another field', () => {
  const PEYMAN_SECURITY_CONTACT = 'mailto:flaws@desk.example, https://desk.example/flaws'
  assert.deepEqual(readConfig({ PEYMAN_SECURITY_CONTACT }).securityContacts, [
    'mailto:flaws@desk.example',
    'https://desk.example/flaws'
  ])
  for (const wrong of [
    'flaws@desk.example',
    'http://desk.example',
    'javascript:alert(1)',
    'mailto:a@b\nExpires: 2099-01-01T00:00:00Z',
    'mailto:a@b,'
  ])
    assert.throws(() => readConfig({ PEYMAN_SECURITY_CONTACT: wrong }), ConfigError, wrong)
})
