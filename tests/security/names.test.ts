// Goal: no name looks like another, reads backwards or hides something, whoever gives it and wherever. Method: each form
// and operation that takes a name that others will read, with the same dishonest names, over real HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseDisguisedName } from '../../src/people/keys/plain-name.ts'
import { startTestServer } from '../support/server.ts'
import { type Fields, Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const clerk = await Visitor.as(server, 'fatemeh-nakhaei')
const administrator = await Visitor.as(server, 'vahid-rostami')
const operator = await Visitor.as(server, 'omid-tavakoli')

const dishonest: Readonly<Record<string, string>> = {
  'an override of direction': 'مریم\u202eرضایی',
  'an isolate': 'مریم \u2066رضایی\u2069',
  'a character of no width': 'مریم\u200b رضایی',
  'a soft hyphen': 'Mary\u00adam Rezaei',
  'a Cyrillic letter': 'M\u0430ryam Rezaei',
  'a Greek letter': 'Μaryam Rezaei',
  'full-width letters': 'Ｍaryam Rezaei',
  'two scripts in one word': 'مریمa رضایی',
  'an invisible tag': 'Maryam\u{e0041} Rezaei',
  'a control character': 'مریم\u0007 رضایی'
}
const honest = [
  'مریم رضایی',
  'سیّد علی‌اکبر حسینی‌نژاد',
  'John O’Neil',
  'شرکت ۷۸۶ (سهامی خاص)',
  'Zoë Müller'
]

test('honest names are taken', () => {
  for (const name of honest) assert.equal(refuseDisguisedName(name, 120), null, name)
})

interface Place {
  readonly who: Visitor
  readonly path: string
  readonly fields: (name: string) => Fields
}

const paper = { foreignerCode: '990300129999' }
const places: readonly Place[] = [
  {
    who: clerk,
    path: '/desk/registry/person',
    fields: (name) => ({ authority: 'sko', name, ...paper })
  },
  {
    who: clerk,
    path: '/desk/registry/organisation',
    fields: (name) => ({
      authority: 'sko',
      kind: 'business',
      name,
      legalId: '10380284790',
      'representative.name': 'عبدالله نوری',
      'representative.foreignerCode': paper.foreignerCode
    })
  },
  {
    who: clerk,
    path: '/desk/registry/correction',
    fields: (name) => ({ authority: 'sko', name, nationalId: '9900000013' })
  },
  {
    who: clerk,
    path: '/desk/counter-devices',
    fields: (name) => ({ authority: 'sko', office: name })
  },
  {
    who: administrator,
    path: '/desk/people/roles',
    fields: (name) => ({ authority: 'sko', role: 'clerk', unit: '*', name, ...paper })
  },
  {
    who: administrator,
    path: '/desk/keys',
    fields: (name) => ({
      authority: 'sko',
      'sko.label': name,
      'sko.role': 'clerk',
      'sko.days': '90'
    })
  },
  {
    who: operator,
    path: '/operator/authorities',
    fields: (name) => ({
      'new.id': 'other-body',
      'new.title.fa': name,
      'new.title.en': name,
      'new.shortTitle.fa': name,
      'new.shortTitle.en': name,
      'new.portal': 'https://other.example',
      'new.timeZone': 'Asia/Tehran'
    })
  },
  {
    who: operator,
    path: '/operator/authorities/sko/units',
    fields: (name) => ({ 'unit.id': 'other-unit', 'unit.title.fa': name, 'unit.title.en': name })
  }
]

for (const { who, path, fields } of places) {
  test(`${path} refuses names that look like others`, async () => {
    for (const [what, name] of Object.entries(dishonest)) {
      const { status, text } = await who.post(path, fields(name))
      assert.equal(status, 422, `${what}: ${String(status)}`)
      assert.match(text, /role="alert"|aria-invalid="true"/, what)
    }
    // It was the name: an honest one in the same form is taken.
    const taken = await who.post(path, fields('عبدالله نوری'))
    assert.ok([200, 303].includes(taken.status), String(taken.status))
  })
}
