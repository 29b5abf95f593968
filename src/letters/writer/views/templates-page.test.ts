// Goal: whoever looks at the rule of two people sees how it stands, so that saving the page alone changes nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleView } from '../../../../tests/support/case-view.ts'
import { templatesPage } from './templates-page.ts'

const name = { fa: 'میز خدمت', en: 'Service desk' }
const own = {
  ...{ id: '0193a1b2-0000-7000-8000-000000000002', kind: 'unit', name, via: 'unit' },
  ...{ authority: 'sko', unit: 'citizen-services', person: null, keyName: 'desk.example/sko/it' }
}

function box(secondPerson: boolean): string {
  const state = { templates: [], edited: null, problems: [], maySettle: true, secondPerson }
  const page = templatesPage(sampleView(), { own: own as never, ...state }).toString()
  return /<input[^>]*name="secondPerson"[^>]*>/.exec(page)?.[0] ?? ''
}

test('templatesPage shows the rule of a second person as it stands', () => {
  assert.match(box(true), / checked/)
  assert.match(box(false), /secondPerson/)
  assert.doesNotMatch(box(false), / checked/)
})
