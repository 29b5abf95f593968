import { noticeLines } from '../../src/kernel/notices/index.ts'
import { type Notice, noticeById, recordSighting } from '../../src/notices/index.ts'
import type { Context } from '../../src/platform/index.ts'

/** Lets an outside probe see the newest version of a notice, now. */
export async function seeNotice(context: Context, id: string): Promise<Notice> {
  const notice = await noticeById(context.db, id)
  if (notice === null) throw new Error(`there is no notice ${id}`)
  const lines = noticeLines(notice).map((line) => `<p>${escaped(line)}</p>`)
  const mark = `data-notice="${id}" data-version="${String(notice.version)}"`
  const page = Buffer.from(`<!doctype html><article ${mark}>${lines.join('\n')}</article>`)
  const sighting = { notice: id, version: notice.version, vantage: 'tehran', outside: true, page }
  const answer = await recordSighting(context, { ...sighting, at: context.clock.now() })
  if (answer !== 'seen') throw new Error(`the notice ${id} was not seen: ${answer}`)
  return notice
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
