import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinedSearchKey, searchKey, searchKeys } from './search-key.ts'

const alike: [string, string][] = [
  ['علي', 'علی'],
  ['كتاب', 'کتاب'],
  ['مؤسسة', 'موسسه'],
  ['خانۀ ما', 'خانه ما'],
  ['خانهٔ ما', 'خانه ما'],
  ['أحمد إبراهيم ٱلله آب', 'احمد ابراهیم الله اب'],
  ['مسئول', 'مسیول'],
  ['مُحَمَّد', 'محمد'],
  ['ســلام', 'سلام'],
  ['می‌شود', 'می شود'],
  ['۲۰۶/۹۳/۷۷۴۰', '206 93 7740'],
  ['٤٥٦', '456'],
  ['۱٬۵۰۰٬۰۰۰', '1500000'],
  ['۳٫۵', '3.5'],
  ['\u202Bمجوز\u202C', 'مجوز'],
  ['ﻣﺠﻮﺯ', 'مجوز'],
  ['SMS Header', 'sms header'],
  ['«دولت الکترونیک»، میز خدمت.', 'دولت الکترونیک میز خدمت']
]

test('searchKey gives one key to every way of typing', () => {
  for (const [typed, key] of alike) assert.equal(searchKey(typed), key, typed)
})

test('joinedSearchKey closes the half-space', () => {
  assert.equal(joinedSearchKey('می‌شود'), 'میشود')
  assert.deepEqual(searchKeys('می‌شود'), ['می شود', 'میشود'])
  assert.deepEqual(searchKeys('مجوز'), ['مجوز'])
})
