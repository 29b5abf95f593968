import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { availabilityExplain } from './availability-explain.ts'
import { clockExplain } from './clock-explain.ts'

const run = {
  zone: 'Asia/Tehran',
  calendar: { weekly: { sat: ['08:00-16:00'] } },
  target: 'PT8H',
  start: '2025-10-08T12:00:00Z'
}

describe('clockExplain', () => {
  test('clockExplain answers JSON with JSON', async () => {
    const { exitCode, stdout, stderr } = await clockExplain({ stdin: JSON.stringify(run) })
    assert.equal(exitCode, 0)
    assert.equal(stderr, '')
    const answer = JSON.parse(stdout) as Record<string, unknown>
    assert.equal(answer.due, '2025-10-11T12:30:00Z')
    assert.deepEqual(Object.keys(answer), [
      'due',
      'dueLocal',
      'paused',
      'remainingSeconds',
      'usedSeconds',
      'verdict',
      'overrunWorkingSeconds',
      'explanation'
    ])
  })

  test('clockExplain answers bad input with one line that names the field', async () => {
    const stdin = JSON.stringify({ ...run, target: 'PT0S' })
    assert.deepEqual(await clockExplain({ stdin }), {
      exitCode: 2,
      stdout: '',
      stderr: 'target: must be more than zero\n'
    })
  })

  test('clockExplain answers whatever is not JSON with one line', async () => {
    for (const stdin of ['', '{', 'null', '"\n"', '[1,\n2', '{"zone":"a\\nb"}', '\u0000']) {
      const { exitCode, stderr } = await clockExplain({ stdin })
      assert.equal(exitCode, 2)
      assert.match(stderr, /^[\w.[\]]+: [^\n\r]+\n$/)
    }
  })
})

describe('explaining what is no JSON', () => {
  test('clockExplain and availabilityExplain say so in both languages, with the place', async () => {
    for (const explain of [clockExplain, availabilityExplain]) {
      const said = async (stdin: string) => (await explain({ stdin })).stderr
      assert.match(await said(' \n'), /^input: is empty: give JSON .* · ورودی خالی است/)
      assert.match(await said('{"a":1,\n2}'), /line 2, column 1\) · .*سطر ۲، ستون ۱\)\n$/)
      assert.match(await said('{"a":'), /line 1, column 6\) · /)
      assert.doesNotMatch(await said('x'), /Unexpected|token/)
    }
  })
})

describe('availabilityExplain', () => {
  const window = { from: '2025-09-22T20:30:00Z', nominalSeconds: 2_592_000 }

  test('availabilityExplain answers JSON with JSON', async () => {
    const result = await availabilityExplain({ stdin: JSON.stringify({ window, target: 0.995 }) })
    assert.equal(result.exitCode, 0)
    assert.equal((JSON.parse(result.stdout) as { percent: number }).percent, 100)
  })

  test('availabilityExplain answers bad input with one line that names the field', async () => {
    const result = await availabilityExplain({ stdin: JSON.stringify({ window, target: 2 }) })
    assert.equal(result.exitCode, 2)
    assert.match(result.stderr, /^target: [^\n]+\n$/)
  })

  test('availabilityExplain tells percent as 0 to 100, and a target in percent what would be right', async () => {
    const outages = [{ from: '2025-09-22T20:30:00Z', to: '2025-09-23T20:30:00Z' }]
    const { stdout } = await availabilityExplain({
      stdin: JSON.stringify({ window, target: 0.995, outages })
    })
    assert.equal((JSON.parse(stdout) as { percent: number }).percent, 96.666667)
    const { stderr } = await availabilityExplain({
      stdin: JSON.stringify({ window, target: 99.5 })
    })
    assert.equal(
      stderr,
      'target: must be a share of the time, above 0 and at most 1: 0.995 for 99.5 percent\n'
    )
  })
})
