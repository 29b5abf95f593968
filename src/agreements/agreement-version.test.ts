import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AgreementSummary, standingOf } from './agreement-version.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const now = instant('2026-11-22T06:00:00Z')

function version(
  name: string,
  state: 'expired' | 'draft',
  dates: [string | null, string]
): AgreementSummary {
  const [from, to] = dates
  return {
    agreement: 'SK',
    version: name,
    ref: `SK@${name}`,
    revision: 1,
    authority: 'sko',
    state,
    validity: { from: from === null ? null : instant(from), to: instant(to) },
    sha256: name,
    importedAt: now
  }
}

const source = version('1398', 'expired', [null, '2020-03-19T20:30:00Z'])
const draft = version('1405', 'draft', ['2026-03-20T20:30:00Z', '2027-03-20T20:30:00Z'])

test('standingOf shows the last version that had force, its gap days and the draft that waits', () => {
  const standing = standingOf([draft, source], now)
  assert.equal(standing.inForce, null)
  assert.equal(standing.shown, source)
  assert.equal(standing.state.state, 'continued-without-agreement')
  assert.equal(standing.gapDays, 2439)
  assert.deepEqual(standing.drafts, [draft])
})

test('standingOf has no gap while a version is in force, and warns of its end', () => {
  const standing = standingOf([source, draft], instant('2020-03-13T06:00:00Z'))
  assert.equal(standing.inForce, source)
  assert.equal(standing.gapDays, 0)
  assert.deepEqual(standing.state, { state: 'in-force', daysLeft: 6, warning: 7 })
})

test('standingOf of two versions in force shows the one that ends later', () => {
  const later = version('1399', 'expired', ['2020-03-01T20:30:00Z', '2021-03-20T20:30:00Z'])
  assert.equal(standingOf([later, source], instant('2020-03-13T06:00:00Z')).shown, later)
  const after = standingOf([later, source], instant('2020-04-01T06:00:00Z'))
  assert.deepEqual([after.inForce, after.gapDays], [later, 0])
})

test('standingOf of a draft alone shows the draft', () => {
  const standing = standingOf([draft], now)
  assert.deepEqual([standing.shown, standing.state.state, standing.drafts], [draft, 'draft', []])
  assert.equal(standingOf([], now).shown, null)
})
