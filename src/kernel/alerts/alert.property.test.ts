// Goal: what is written as CAP is read back the same, whatever it says, and what was changed is not signed.
// Method: random alerts in random languages; hostile documents; each byte of a signed alert flipped.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { portableSigningKey, signatureTypes } from '../tlog/index.ts'
import {
  type Alert,
  type AlertInfo,
  categories,
  certainties,
  expiryOf,
  infoFor,
  severities,
  urgencies
} from './alert.ts'
import { formatAlert } from './format-alert.ts'
import { parseAlert } from './parse-alert.ts'
import { isAlertSigned, signAlert } from './sign-alert.ts'

const words = fc
  .array(fc.constantFrom('زلزله', 'سیل', '۱۲', 'flood', '<b>', '&', '"', "'", ']]>', 'می‌آید'), {
    minLength: 1,
    maxLength: 8
  })
  .map((each) => each.join(' '))
const instant = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((s) =>
  Temporal.Instant.fromEpochMilliseconds(s * 1000)
    .toString()
    .replace('Z', '-00:00')
)
const info: fc.Arbitrary<AlertInfo> = fc.record({
  language: fc.constantFrom('fa-IR', 'en', 'az', 'ku-Latn'),
  categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 3 }),
  event: words,
  responseTypes: fc.uniqueArray(fc.constantFrom('Shelter' as const, 'Avoid' as const)),
  urgency: fc.constantFrom(...urgencies),
  severity: fc.constantFrom(...severities),
  certainty: fc.constantFrom(...certainties),
  effective: fc.constant(null),
  onset: fc.option(instant),
  expires: fc.option(fc.constant('2031-01-01T00:00:00+03:30')),
  senderName: fc.option(words),
  headline: words,
  description: words,
  instruction: fc.option(words),
  web: fc.constantFrom(null, 'https://desk.example/alerts?a=1&b=2'),
  areas: fc.array(
    fc.record({
      description: words,
      geocodes: fc.array(fc.record({ name: fc.constant('IR'), value: words }), { maxLength: 2 }),
      polygons: fc.constantFrom([], ['32.1,59.2 32.2,59.3 32.3,59.1 32.1,59.2']),
      circles: fc.constantFrom([], ['32.87,59.22 25.5'])
    }),
    { maxLength: 2 }
  )
})
const alerts: fc.Arbitrary<Alert> = fc.record({
  identifier: fc.uuid(),
  sender: fc.constant<string>('desk.example/sko/it'),
  sent: instant,
  status: fc.constantFrom('Actual' as const, 'Exercise' as const),
  msgType: fc.constantFrom('Alert' as const, 'Update' as const, 'Cancel' as const),
  scope: fc.constant('Public' as const),
  references: fc.array(
    fc.record({
      sender: fc.constant<string>('desk.example/sko/it'),
      identifier: fc.uuid(),
      sent: instant
    }),
    { maxLength: 2 }
  ),
  infos: fc.array(info, { minLength: 1, maxLength: 3 })
})

test('parseAlert reads every alert that formatAlert writes, as it was', () => {
  fc.assert(
    fc.property(alerts, (alert) => {
      const read = parseAlert(formatAlert(alert))
      // As JSON: an invented object has no prototype, a read one has.
      assert.deepEqual(JSON.parse(JSON.stringify(read)), {
        ok: true,
        value: JSON.parse(JSON.stringify(alert)) as unknown
      })
    }),
    { numRuns: 200 }
  )
})

test('infoFor speaks the language of its reader, else English, else the first', () => {
  const [one] = fc.sample(alerts, { numRuns: 1, seed: 1 })
  assert.ok(one)
  const said = (languages: readonly string[]) => ({
    ...one,
    infos: languages.map((language) => ({ ...one.infos[0]!, language }))
  })
  assert.equal(infoFor(said(['az', 'en', 'fa-IR']), 'fa').language, 'fa-IR')
  assert.equal(infoFor(said(['az', 'en']), 'fa').language, 'en')
  assert.equal(infoFor(said(['az', 'ku']), 'fa').language, 'az')
  assert.equal(expiryOf({ ...one, infos: [{ ...one.infos[0]!, expires: null }] }), null)
})

const good = `<?xml version="1.0"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>KSTO1055887203</identifier><sender>KSTO@NWS.NOAA.GOV</sender><sent>2026-06-17T14:57:00-07:00</sent>
  <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
  <info><category>Met</category><event>SEVERE THUNDERSTORM</event><urgency>Immediate</urgency>
  <severity>Severe</severity><certainty>Observed</certainty><expires>2026-06-17T16:00:00-07:00</expires>
  <parameter><valueName>HSAS</valueName><value>ORANGE</value></parameter>
  <area><areaDesc>North Central Stanislaus County</areaDesc></area></info></alert>`

test('parseAlert reads an alert of another system, and what it leaves out', () => {
  const read = parseAlert(good)
  assert.ok(read.ok)
  const [said] = read.value.infos
  assert.deepEqual([said?.language, said?.headline], ['en-US', 'SEVERE THUNDERSTORM'])
})

for (const [what, xml, code] of [
  [
    'a document type',
    good.replace('<alert', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert'),
    'alert-xml'
  ],
  ['no XML', 'alert', 'alert-xml'],
  ['a part of XML', good.slice(0, -20), 'alert-xml'],
  ['CAP 1.1', good.replace('cap:1.2', 'cap:1.1'), 'alert-xml'],
  ['an unknown severity', good.replace('>Severe<', '>Terrible<'), 'alert-form'],
  ['a private scope', good.replace('Public', 'Private'), 'alert-form'],
  ['a sender with a comma', good.replace('KSTO@', 'a,b@'), 'alert-form'],
  ['text that turns', good.replace('SEVERE THUN', 'SEVERE \u202E THUN'), 'alert-form'],
  ['no info', good.replace(/<info>.*<\/info>/s, ''), 'alert-form'],
  ['an end before its beginning', good.replace('T16:00', 'T13:00'), 'alert-times'],
  ['a time that is none', good.replace('T16:00', 'T29:00'), 'alert-times'],
  ['a megabyte', good.replace('SEVERE', 'S'.repeat(300_000)), 'alert-too-large']
] as const)
  test(`parseAlert refuses ${what}`, () => {
    const read = parseAlert(xml)
    assert.equal(read.ok ? null : read.fault.code, code)
  })

test('isAlertSigned holds for these bytes, this name and every key, and for nothing else', () => {
  const name = { sender: 'desk.example/sko/it', identifier: 'a-1' }
  const signers = [signatureTypes.note, signatureTypes.postQuantum].map((type, i) =>
    portableSigningKey({ type, name: name.sender, seed: new Uint8Array(32).fill(i + 1) })
  )
  const keys = signers.map(({ key }) => key)
  const note = signAlert(good, name, signers)
  assert.ok(isAlertSigned({ xml: good, name, note }, keys))
  assert.ok(!isAlertSigned({ xml: good, name, note }, []))
  const half = signAlert(good, name, signers.slice(0, 1))
  assert.ok(!isAlertSigned({ xml: good, name, note: half }, keys), 'a signature left out')
  const other = { ...name, identifier: 'a-2' }
  assert.ok(!isAlertSigned({ xml: good, name: other, note }, keys))
  fc.assert(
    fc.property(fc.nat({ max: good.length - 1 }), (i) => {
      const changed = `${good.slice(0, i)}${good[i] === 'x' ? 'y' : 'x'}${good.slice(i + 1)}`
      assert.ok(!isAlertSigned({ xml: changed, name, note }, keys))
    }),
    { numRuns: 30 }
  )
})
