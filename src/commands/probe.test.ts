// Goal: whoever runs a probe by hand hears what is wrong, and scripts by the exit code. Method: the command
// as a process.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { runPeyman } from '../../tests/support/desk-process.ts'
import { openProbeDesk, probeKey } from '../../tests/support/probe-desk.ts'
import { serving } from '../../tests/support/probe-target.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-probe-command-'))
after(() => rm(folder, { recursive: true }))
const origin = await serving((request, response) => {
  response.writeHead(request.url === '/down' ? 500 : 200).end('در دسترس')
})

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

describe('peyman probe --check', () => {
  test('prints each target, and ends with 1 if one is wrong', async () => {
    const file = await fileOf(
      'targets.yaml',
      `- { kind: http, url: "${origin}/", keyword: در دسترس }\n- id: down\n  check: { kind: http, url: "${origin}/down" }\n`
    )
    const { code, stdout, stderr } = await runPeyman(['probe', '--check', file], {})
    assert.equal(code, 1)
    assert.match(stdout, /^ok .* http +1 {2}http:\S+$/m)
    assert.match(stdout, /^FAIL .* http +down {2}http:\S+ {2}status: the answer is 500, not 200$/m)
    assert.equal(stderr, 'peyman: 2 looked at, 1 not as they should be\n')
  })

  test('prints JSON, and ends with 0 if all is right', async () => {
    const file = await fileOf('targets.json', JSON.stringify([{ kind: 'http', url: origin }]))
    const { code, stdout, stderr } = await runPeyman(['probe', '--check', file, '--json'], {})
    assert.deepEqual([code, stderr], [0, ''])
    const { results } = JSON.parse(stdout) as { results: { ok: boolean; target: string }[] }
    assert.deepEqual(
      results.map(({ ok, target }) => [ok, target]),
      [[true, '1']]
    )
  })

  test('ends with 2 at a file that is none, with the place', async () => {
    for (const [text, said] of [
      ['- { kind: http }', /target 1: .*url/],
      ['- { kind: smoke }', /target 1: /],
      [
        '- id: x\n  timeoutMs: 5\n  check: { kind: tcp, host: a, port: 1 }',
        /target 1: .*timeoutMs/
      ],
      ['hello', /it has to be a list of targets/],
      ['a: [', /line 1/]
    ] as const) {
      const { code, stderr } = await runPeyman(['probe', '--check', await fileOf('bad', text)], {})
      assert.equal(code, 2, text)
      assert.match(stderr, said)
    }
    assert.equal((await runPeyman(['probe', '--check', join(folder, 'none')], {})).code, 2)
  })
})

describe('peyman probe --once', () => {
  test('looks at the targets of the plan', async () => {
    const targets = [
      { id: 'a', everySeconds: 60, timeoutMs: 1000, check: { kind: 'http', url: origin } }
    ]
    const plan = { v: 1, vantage: 'v', refreshSeconds: 30, targets, notices: [], hosts: [] }
    const desk = await openProbeDesk(plan)
    const words = ['probe', '--once', '--desk', desk.origin]
    const keyFile = await fileOf('key', `${probeKey}\n`)
    const right = await runPeyman([...words, '--key-file', keyFile], {})
    assert.equal(right.code, 0, right.stderr)
    assert.match(right.stdout, /^ok .* a {2}http:\S+$/m)
    assert.equal(desk.results.length, 0)
    const wrong = await runPeyman(words, { PEYMAN_PROBE_KEY: 'other' })
    assert.deepEqual(
      [wrong.code, wrong.stderr],
      [2, 'peyman: the desk answers 401 (key/unknown)\n']
    )
    await desk.close()
    const gone = await runPeyman([...words, '--key-file', keyFile], {})
    assert.equal(gone.code, 2)
    assert.match(gone.stderr, /^peyman: connect: /)
  })
})

test('peyman probe says what it lacks, with exit code 2', async () => {
  for (const [words, said] of [
    [[], /--desk has to be an address like/],
    [['--desk', 'desk.example'], /not "desk.example"/],
    [['--desk', 'https://desk.example'], /--key-file, or PEYMAN_PROBE_KEY/],
    [['--desk', 'https://desk.example', '--key-file', join(folder, 'none')], /cannot be read/]
  ] as const) {
    const { code, stderr } = await runPeyman(['probe', ...words], {})
    assert.equal(code, 2)
    assert.match(stderr, said)
  }
})

test('peyman probe canary makes no key that would be in no file', async () => {
  for (const [out, label, said] of [
    [join(folder, 'none/canary'), 'a', /none is not there, or cannot be written to/],
    [folder, 'a', /is there already/],
    [join(folder, 'canary'), 'a'.repeat(201), /a label has 1 to 200 characters/],
    [join(folder, 'canary'), ' ', /a label has/]
  ] as const) {
    // A database that is not there: it must not come so far.
    const lost = { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }
    const ended = await runPeyman(['probe', 'canary', '--out', out, '--label', label], lost)
    assert.equal(ended.code, 2)
    assert.match(ended.stderr, said)
  }
})
