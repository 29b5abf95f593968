import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asset, html } from '../../platform/html/index.ts'
import { type Context, type Lang, makeFolder, writeDurably } from '../../platform/index.ts'
import type { Board } from './board.ts'
import { historyFeed } from './history-feed.ts'
import { copyMessages } from './messages-copy.ts'
import { statuspageFiles } from './statuspage.ts'
import { lengthText } from './views/marks.ts'
import { snapshotPage } from './views/snapshot-page.ts'

type Settings = Pick<Context['config'], 'dataFolder' | 'origin' | 'demo' | 'reportOrigin'>

const page = 'text/html; charset=utf-8'
const madeAtFile = 'made-at'

/** Where the copies of an installation lie: plain files that any server of files can give out as well. */
export function snapshotFolder({ dataFolder }: Pick<Settings, 'dataFolder'>): string {
  return join(dataFolder, 'status')
}

/**
 * Writes the copies: the page of all and of each authority in both languages, the files of the
 * Statuspage API and the feed. Each is whole on the disk, the old or the new one; `made-at` comes last.
 */
export async function writeSnapshot(settings: Settings, board: Board): Promise<void> {
  const folder = snapshotFolder(settings)
  await makeFolder(join(folder, 'api/v2/incidents'))
  await makeFolder(join(folder, 'api/v2/scheduled-maintenances'))
  for (const [name, text] of filesOf(settings, board)) await writeDurably(join(folder, name), text)
  await writeDurably(join(folder, madeAtFile), `${board.at.toString()}\n`)
}

function filesOf(settings: Settings, board: Board): [string, string][] {
  const { origin, demo, reportOrigin } = settings
  const authorities = [undefined, ...board.authorities.map(({ authority }) => authority.id)]
  const pages = authorities.flatMap((authority) =>
    (['fa', 'en'] as const).map((lang): [string, string] => [
      `${authority ?? 'index'}.${lang}.html`,
      snapshotPage({
        ...{ lang, board, demo, reportOrigin },
        ...(authority !== undefined && { authority })
      }).toString()
    ])
  )
  const data = Object.entries(statuspageFiles(board, { origin })).map(
    ([name, file]): [string, string] => [`api/v2/${name}`, JSON.stringify(file)]
  )
  return [...pages, ...data, ['history.atom', historyFeed(board, origin)]]
}

/** A copy as it is sent. */
export interface SnapshotAnswer {
  readonly type: string
  readonly body: string
  readonly madeAt: Temporal.Instant
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The copy for an address, made ready to be sent now; `null` where there is none.
 * @param url - As it was asked for, with `/en` and a query.
 */
export async function readSnapshot(
  settings: Pick<Settings, 'dataFolder'>,
  url: string,
  now: Temporal.Instant
): Promise<SnapshotAnswer | null> {
  const found = fileOf(url)
  const folder = snapshotFolder(settings)
  const madeAt = found === null ? null : await madeAtOf(folder)
  const text = found === null ? null : await textOf(join(folder, found.name))
  if (found === null || madeAt === null || text === null) return null
  const ageSeconds = Math.max(Math.floor(madeAt.until(now).total('seconds')), 0)
  return {
    type: found.type,
    body: found.lang === null ? text : withAge(text, found.lang, ageSeconds),
    madeAt,
    headers: {
      age: String(ageSeconds),
      // RFC 9111 no longer needs it, older caches and tools still read it.
      warning: '110 - "Response is Stale"',
      'cache-control': 'no-store',
      'x-status-copy': madeAt.toString()
    }
  }
}

interface FoundFile {
  readonly name: string
  readonly type: string
  readonly lang: Lang | null
}

// No part begins with a point, so no address leads out of the folder.
const apiName = /^\/status\/api\/v2\/((?:[a-z-]+\/)?[a-z-]+\.json)$/
const pageName = /^(\/en)?\/status(?:\/([a-z0-9-]{1,40}))?\/?$/

function fileOf(url: string): FoundFile | null {
  const [path = ''] = url.split('?')
  if (path === '/status/history.atom')
    return { name: 'history.atom', type: 'application/atom+xml; charset=utf-8', lang: null }
  const api = apiName.exec(path)
  if (api !== null)
    return { name: `api/v2/${api[1] ?? ''}`, type: 'application/json; charset=utf-8', lang: null }
  const found = pageName.exec(path)
  if (found === null) return null
  const lang = found[1] === undefined ? 'fa' : 'en'
  return { name: `${found[2] ?? 'index'}.${lang}.html`, type: page, lang }
}

async function madeAtOf(folder: string): Promise<Temporal.Instant | null> {
  const text = await textOf(join(folder, madeAtFile))
  try {
    return text === null ? null : Temporal.Instant.from(text.trim())
  } catch {
    return null
  }
}

function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

/** Whether there are copies at all. */
export async function hasSnapshot(settings: Pick<Settings, 'dataFolder'>): Promise<boolean> {
  const found = await stat(join(snapshotFolder(settings), madeAtFile)).catch(() => null)
  return found !== null
}

/** When the copies were made last; `null`: never. */
export function snapshotMadeAt(
  settings: Pick<Settings, 'dataFolder'>
): Promise<Temporal.Instant | null> {
  return madeAtOf(snapshotFolder(settings))
}

// Another process may have written the copy, before the styles were built anew.
const assetNames = /\/assets\/(main|icon|vazirmatn)(?:\.[0-9a-f]+)?\.(css|svg|woff2)/g

/** Puts in what only whoever sends a copy knows: that the database is away now, and this program's styles. */
function withAge(text: string, lang: Lang, ageSeconds: number): string {
  const t = copyMessages.in(lang)
  const sentence = html`${t.databaseAway(lengthText({ lang }, ageSeconds))}`.toString()
  return text
    .replace('<span data-copy></span>', `<span data-copy>${sentence}</span>`)
    .replaceAll(assetNames, (_all, name: string, end: string) => asset(`${name}.${end}`))
}
