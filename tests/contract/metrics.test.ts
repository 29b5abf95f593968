// Goal: /metrics is OpenMetrics 1.0 text, holds no personal value, and is read only from where the
// operator says. Method: the rules of the published text format, line by line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../support/server.ts'
import { addWatched, outageOf, writeOutages } from '../support/status-history.ts'

const at = (text: string) => Temporal.Instant.from(text)
const server = await startTestServer('2026-11-22T06:00:00Z')
const { db } = server.context
await addWatched({
  db,
  authority: 'sko',
  addedAt: at('2026-10-01T00:00:00Z'),
  components: ['desk', 'portal']
})
await writeOutages(db, [
  outageOf({ authority: 'sko', component: 'desk', from: at('2026-11-22T05:00:00Z'), to: null })
])

const read = async (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  server.app.inject({ url: '/metrics', headers, remoteAddress })

interface Family {
  type: string | null
  help: string | null
  samples: { name: string; labels: string; value: number }[]
}

const metricName = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const label = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"'
const sampleLine = new RegExp(
  `^(${metricName})(\\{(?:${label}(?:,${label})*)?\\})? ([-+]?(?:[0-9.]+(?:e[-+]?[0-9]+)?|Inf|NaN))(?: [0-9.]+)?$`,
  'i'
)
const suffixes: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count', '_created'],
  summary: ['', '_sum', '_count', '_created'],
  info: ['_info'],
  unknown: ['']
}

/** @see https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md */
function parseOpenMetrics(text: string): Map<string, Family> {
  assert.ok(text.endsWith('# EOF\n'), 'ends with the mark of the end')
  const families = new Map<string, Family>()
  let name = ''
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    const [, kind = '', of = '', rest = ''] = /^# (HELP|TYPE|UNIT) (\S+) (.*)$/.exec(line) ?? []
    if (kind === '') addSample(families.get(name), name, line)
    else {
      if (of !== name) assert.ok(!families.has(of), `${of} is not in one piece`)
      name = of
      const family = families.get(of) ?? { type: null, help: null, samples: [] }
      assert.equal(family.samples.length, 0, `${of}: descriptors stand before samples`)
      if (kind === 'TYPE') family.type = rest
      if (kind === 'HELP') family.help = rest
      families.set(of, family)
    }
  }
  return families
}

function addSample(family: Family | undefined, name: string, line: string): void {
  const sample = sampleLine.exec(line)
  assert.ok(sample, `not a line of OpenMetrics: ${line}`)
  assert.ok(family, `a sample before its family: ${line}`)
  const [, full = '', labels = '', value = ''] = sample
  const known = suffixes[family.type ?? 'unknown'] ?? []
  assert.ok(
    known.some((suffix) => full === name + suffix),
    `${full} is no sample of ${name}, a ${String(family.type)}`
  )
  const isTwice = family.samples.some((each) => each.name === full && each.labels === labels)
  assert.ok(!isTwice, `${full}${labels} twice`)
  family.samples.push({ name: full, labels, value: Number(value) })
}

test('the text follows the published format, with its content type', async () => {
  await server.app.inject({ url: '/healthz' })
  const answer = await read()
  assert.equal(answer.statusCode, 200)
  assert.equal(
    answer.headers['content-type'],
    'application/openmetrics-text; version=1.0.0; charset=utf-8'
  )
  const families = parseOpenMetrics(answer.body)
  const value = (family: string, labels: string) =>
    families.get(family)?.samples.find((each) => each.labels === labels)?.value
  assert.equal(families.get('peyman_http_requests')?.type, 'counter')
  assert.ok((value('peyman_http_requests', '{method="GET",status="2xx"}') ?? 0) >= 1)
  assert.equal(value('peyman_database_up', ''), 1)
  assert.equal(value('peyman_component_up', '{authority="sko",component="desk"}'), 0)
  assert.equal(value('peyman_component_up', '{authority="sko",component="portal"}'), 1)
  assert.equal(value('peyman_components', '{authority="sko",state="down"}'), 1)
  assert.equal(value('peyman_outages_open', '{authority="sko"}'), 1)
  assert.ok((value('peyman_facts_waiting', '') ?? -1) >= 0)
  assert.ok((value('peyman_outbox_waiting', '') ?? -1) >= 0)
  assert.ok((value('process_resident_memory_bytes', '') ?? 0) > 1e6)
  parseOpenMetrics((await read()).body)
})

test('nothing in it is about a person', async () => {
  const { body } = await read()
  const labels = new Set([...body.matchAll(/[{,]([a-z_]+)="/g)].map(([, name]) => name))
  const ours = ['method', 'status', 'authority', 'component', 'state']
  const processes = [
    'kind',
    'space',
    'type',
    'version',
    'major',
    'minor',
    'patch',
    'le',
    'quantile'
  ]
  for (const name of labels) {
    assert.ok([...ours, ...processes].includes(name ?? ''), String(name))
  }
})

test('it is for this machine, and for nobody who comes through a proxy that is not trusted', async () => {
  assert.equal((await read({}, '::1')).statusCode, 200)
  for (const answer of [
    await read({}, '192.0.2.7'),
    await read({ 'x-forwarded-for': '127.0.0.1' }),
    await read({ forwarded: 'for=127.0.0.1' })
  ]) {
    assert.equal(answer.statusCode, 403)
    assert.doesNotMatch(answer.body, /peyman_/)
  }
})
