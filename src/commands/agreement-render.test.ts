import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { renderAgreementFile } from './agreement-render.ts'

const file = 'agreements/pi-1400.yaml'
const source = readFileSync(new URL(`../../${file}`, import.meta.url))

test('renderAgreementFile prints HTML that stands alone, or Markdown', () => {
  const page = renderAgreementFile(source, { file, format: 'html', lang: 'fa' })
  assert.equal(page.exitCode, 0)
  assert.match(page.stdout, /^<!doctype html>[\s\S]*متقاضی متعهد می‌شود[\s\S]*<\/html>\n$/)
  const markdown = renderAgreementFile(source, { file, format: 'markdown', lang: 'en' })
  assert.match(markdown.stdout, /^# .*\n[\s\S]*## 9\. Close of the agreement/)
})

test('renderAgreementFile prints nothing of a file that is no agreement', () => {
  const bad = new TextEncoder().encode('id: SK')
  const { exitCode, stdout, stderr } = renderAgreementFile(bad, {
    file,
    format: 'html',
    lang: 'en'
  })
  assert.deepEqual([exitCode, stdout], [2, ''])
  assert.match(stderr, /The key "format" is missing/)
})
