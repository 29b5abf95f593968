import { noticeLines } from '../../kernel/notices/index.ts'
import { type Notice, noticeById, recordSighting } from '../../notices/index.ts'
import { type Actor, demand, keys } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { plannerRoles } from './announce-planned.ts'
import type { Planned } from './planned.ts'
import { plannedById } from './planned-store.ts'
import { PlannedNotFoundError, SandboxOnlyError } from './refusals.ts'
import { takeSight } from './wake-planned.ts'

/**
 * Lets the notice of a planned outage of the sandbox be seen, as a probe outside would: nothing of the
 * sandbox is probed, so its program says when.
 * @throws {SandboxOnlyError} For a notice of anybody else: only a probe sees that.
 */
export async function seeInSandbox(context: Context, actor: Actor, id: string): Promise<Planned> {
  const planned = await plannedById(context.db, id)
  if (planned === null) throw new PlannedNotFoundError()
  demand(actor, { authority: planned.authority, role: plannerRoles })
  if (planned.authority !== keys.sandboxAuthority) throw new SandboxOnlyError()
  const notice = await noticeById(context.db, planned.notice)
  if (notice === null) throw new PlannedNotFoundError()
  const at = context.clock.now()
  await recordSighting(context, {
    ...{ notice: notice.id, version: notice.version, at, page: pageOf(notice) },
    ...{ vantage: keys.sandboxAuthority, outside: true }
  })
  const sight = { planned: id, noticeVersion: notice.version, at }
  await inTransaction(context.db, (tx) => takeSight(tx, sight))
  return (await plannedById(context.db, id)) ?? planned
}

/** A page that shows the notice, as the portal of a body does. */
function pageOf(notice: Notice): Buffer {
  const lines = noticeLines(notice).map((line) => `<p>${escaped(line)}</p>`)
  const mark = `data-notice="${notice.id}" data-version="${String(notice.version)}"`
  return Buffer.from(`<!doctype html><article ${mark}>${lines.join('\n')}</article>`)
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
