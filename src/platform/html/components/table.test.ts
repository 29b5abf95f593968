import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pagination } from './pagination.ts'
import { type Column, table } from './table.ts'

const view = { lang: 'en' } as const
interface Row {
  readonly name: string
}
const columns: Column<Row>[] = [
  { key: 'name', title: 'Name', cell: (row) => row.name, sortable: true },
  { key: 'size', title: 'Size', cell: (row) => row.name.length, numeric: true }
]

describe('table', () => {
  test('heads each row with its first column and titles the other cells', () => {
    const page = table(view, { caption: 'Names', columns, rows: [{ name: '<Maryam>' }] }).toString()
    assert.match(page, /<th scope="row"[^]*&lt;Maryam&gt;/)
    assert.match(page, /<td[^>]*data-title="Size"/)
  })

  test('says so when it is empty', () => {
    const page = table(view, { caption: 'Names', columns, rows: [], empty: 'Nobody yet' })
    assert.match(page.toString(), /Nobody yet/)
    assert.doesNotMatch(page.toString(), /<table/)
  })

  test('sorts by links, the other way round on the sorted column', () => {
    const sort = {
      key: 'name',
      direction: 'up' as const,
      href: (key: string, way: string) => `/queue?${key}=${way}`
    }
    const page = table(view, { caption: 'Names', columns, rows: [{ name: 'a' }], sort }).toString()
    assert.match(page, /aria-sort="ascending"/)
    assert.match(page, /href="\/en\/queue\?name=down"/)
  })
})

describe('pagination', () => {
  test('shows the first, the last and the neighbours', () => {
    const shown = [...pagesAround(6, 12).matchAll(/aria-label="Page (\d+)"/g)].map(
      (match) => match[1]
    )
    assert.deepEqual(shown, ['1', '5', '6', '7', '12'])
  })

  test('leads nowhere beyond its ends', () => {
    assert.doesNotMatch(pagesAround(1, 3), /page=0/)
    assert.doesNotMatch(pagesAround(3, 3), /page=4/)
  })
})

function pagesAround(page: number, pages: number): string {
  return pagination(view, { page, pages, href: (n) => `/queue?page=${n}` }).toString()
}
