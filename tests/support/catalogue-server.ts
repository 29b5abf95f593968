import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { importCards } from '../../src/catalogue/index.ts'
import { routes } from '../../src/catalogue/routes.ts'
import { readConfig } from '../../src/config.ts'
import { createApiKey, importAuthorities, installSessions } from '../../src/people/index.ts'
import { createServer } from '../../src/platform/http/index.ts'
import { type Context, manualClock, silentLog } from '../../src/platform/index.ts'
import { testDatabase } from './database.ts'

/** The pages and operations of the catalogue alone, with keys of administrators of both authorities. */
export async function catalogueServer() {
  const { db } = await testDatabase()
  const clock = manualClock('2026-11-22T06:00:00Z')
  const config = readConfig({ PEYMAN_ORIGIN: 'http://localhost:4000' })
  const context: Context = { db, clock, config, log: silentLog, nudge: () => {} }
  await importAuthorities(context)
  await importCards(context)
  const [sko, ito] = [await keyOf(context, 'sko'), await keyOf(context, 'ito')]
  const app = await createServer({
    context,
    assetsFolder: await mkdtemp(join(tmpdir(), 'peyman-assets-')),
    describeReader: () => ({ account: null, nav: [] })
  })
  installSessions(app, context)
  await routes(app, context)
  after(() => app.close())
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url: encodeURI(url), headers })
  const post = async (url: string, fields: Record<string, string>, key = sko) => {
    const form = await get('/desk/catalogue', { authorization: key })
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const cookie = form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return app.inject({
      method: 'POST',
      url,
      headers: {
        authorization: key,
        cookie,
        'content-type': 'application/x-www-form-urlencoded'
      },
      payload: new URLSearchParams({ ...fields, _csrf: csrf }).toString()
    })
  }
  return { context, clock, app, sko, ito, get, post }
}

async function keyOf(context: Context, authority: string): Promise<string> {
  const input = { authority, role: 'authority-admin', label: 'test', live: true }
  return `Bearer ${(await createApiKey(context, input)).text}`
}

const entities = { '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const decoded = (text: string): string =>
  Object.entries(entities).reduce((done, [name, char]) => done.replaceAll(name, char), text)
const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

function inputsIn(page: string): [name: string, value: string][] {
  const tags = Array.from(page.matchAll(/<input\b[^>]*>/g), ([tag]) => tag)
  const sent = tags.filter((tag) => !/type="(radio|checkbox)"/.test(tag) || /\bchecked\b/.test(tag))
  return sent.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])
}

function areasIn(page: string): [name: string, value: string][] {
  const areas = page.matchAll(/<textarea\b([^>]*)>([^<]*)</g)
  return Array.from(areas, ([, tag = '', text = '']) => [attribute(tag, 'name'), decoded(text)])
}

function selectsIn(page: string): [name: string, value: string][] {
  const lists = page.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)
  return Array.from(lists, ([, tag = '', list = '']) => {
    const chosen = /<option\b(?=[^>]*\bselected\b)[^>]*>/.exec(list)?.[0] ?? ''
    return [attribute(tag, 'name'), attribute(chosen, 'value')]
  })
}

/** What a browser would send of a form, as it stands in the page. */
export function fieldsOf(page: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of [...inputsIn(page), ...areasIn(page), ...selectsIn(page)]) {
    fields[name] = fields[name] === undefined ? value : `${fields[name]},${value}`
  }
  return fields
}
