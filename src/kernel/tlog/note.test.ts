import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vectors } from '../../../tests/support/tlog.ts'
import { formatNote, parseNote, parseSignatureLines } from './index.ts'

// The example of the standard.
const poem = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`

test('parseNote reads the example of the standard, and formatNote writes it', () => {
  const note = parseNote(poem)
  assert.ok(note.ok)
  assert.ok(note.value.text.endsWith('ed è subito sera.\n'))
  assert.equal(note.value.signatures[0]?.name, 'quasimodo.example/salvatore')
  assert.equal(formatNote(note.value), poem)
  assert.deepEqual(parseNote(new TextEncoder().encode(poem)), note)
})

test('parseNote refuses each malformed form with its reason', () => {
  const line = '— a AAAAAAA=\n'
  const good = `text\n\n${line}`
  assert.ok(parseNote(good).ok)
  const wrong: [Uint8Array | string, string][] = [
    ['', 'note-form'],
    ['\n\n', 'note-form'],
    ['text\n\n', 'note-form'],
    [`text\n${line}`, 'note-form'],
    [good.slice(0, -1), 'note-form'],
    [`${good}\n`, 'note-form'],
    [`text\n\n\r${line}`, 'control-character'],
    [`te\u0000xt\n\n${line}`, 'control-character'],
    [`te\txt\n\n${line}`, 'control-character'],
    [Uint8Array.of(0xff, ...new TextEncoder().encode(good)), 'not-utf-8'],
    [`\ud800${good}`, 'not-utf-8'],
    ['text\n\n- a AAAAAAA=\n', 'note-signature-form'],
    ['text\n\n—  AAAAAAA=\n', 'note-signature-form'],
    ['text\n\n— a  AAAAAAA=\n', 'note-signature-form'],
    ['text\n\n— a+b AAAAAAA=\n', 'note-signature-form'],
    ['text\n\n— a AAAA\n', 'note-signature-form'],
    ['text\n\n— a AAAAAAB=\n', 'note-signature-form'],
    ['text\n\n— a AAAAAAA= \n', 'note-signature-form'],
    [`text\n\n${line.repeat(65)}`, 'note-too-many-signatures'],
    [`${'x'.repeat(300_000)}\n\n${line}`, 'too-large'],
    [new Uint8Array(300_000), 'too-large']
  ]
  for (const [input, reason] of wrong) {
    const shown = String(input).slice(0, 40)
    assert.deepEqual(parseNote(input), { ok: false, reason }, JSON.stringify(shown))
  }
})

test('parseNote takes at least the 16 signatures that the standard demands', () => {
  assert.ok(parseNote(`text\n\n${'— a AAAAAAA=\n'.repeat(16)}`).ok)
})

test('parseSignatureLines reads what a witness answers', () => {
  const line = vectors.checkpoint.slice(vectors.checkpoint.indexOf('—'))
  const lines = parseSignatureLines(line + line)
  assert.ok(lines.ok)
  assert.equal(lines.value.length, 2)
  assert.deepEqual(parseSignatureLines(''), { ok: false, reason: 'note-form' })
})
