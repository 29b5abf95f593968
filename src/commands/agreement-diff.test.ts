import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { diffAgreements } from './agreement-diff.ts'

const side = (file: string) => ({
  file,
  source: readFileSync(new URL(`../../agreements/${file}`, import.meta.url))
})
const [pi, draft] = [side('pi-1400.yaml'), side('pi-1405.yaml')]

test('diffAgreements prints what was and what is, and nothing for a file and itself', () => {
  const { exitCode, stdout } = diffAgreements([pi, draft], { lang: 'en', json: false })
  assert.equal(exitCode, 0)
  assert.match(
    stdout,
    /clause PI-8\.1 en\n {2}- This service level agreement is valid until the end of 1400\.\n {2}\+ This service level agreement is valid until the end of 1405\.\n/
  )
  assert.match(
    stdout,
    /level 18051001\/availability \(added\)\n {2}\+ \{"indicator":"availability"/
  )
  const same = diffAgreements([pi, pi], { lang: 'fa', json: false })
  assert.deepEqual(same, { exitCode: 0, stdout: '', stderr: '' })
})

test('diffAgreements answers JSON when asked', () => {
  const { stdout } = diffAgreements([pi, draft], { lang: 'en', json: true })
  const answer = JSON.parse(stdout) as { before: string; after: string; differences: unknown[] }
  assert.deepEqual([answer.before, answer.after], ['PI@1400', 'PI@1405'])
  assert.equal(answer.differences.length, 24)
})

test('diffAgreements names the file that is no agreement', () => {
  const bad = { file: 'bad.yaml', source: new TextEncoder().encode('a: 1') }
  const { exitCode, stderr } = diffAgreements([pi, bad], { lang: 'en', json: false })
  assert.equal(exitCode, 2)
  assert.match(stderr, /^bad\.yaml:1:1: /)
})
