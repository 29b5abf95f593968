import assert from 'node:assert/strict'
import { type CardVersion, cardInForce } from '../../src/catalogue/index.ts'
import { noticeLines } from '../../src/kernel/notices/index.ts'
import {
  type Notice,
  type SightingInput,
  noticeById,
  recordSighting
} from '../../src/notices/index.ts'
import type { Actor } from '../../src/people/index.ts'
import { type TestDesk, testDesk } from './desk.ts'
import { drainEffects } from './take-effect.ts'

/** A desk on which cards are changed, and what a test of that needs. */
export interface ChangeDesk extends TestDesk {
  readonly admin: Actor
  /** The card of a service that is in force now. */
  readonly held: (service: string) => Promise<CardVersion>
  /** The newest version of a notice. */
  readonly noticeOf: (id: string | null) => Promise<Notice>
  /** Looks at a notice, and lets follow what follows. */
  readonly look: (
    notice: Notice,
    more?: Partial<SightingInput>
  ) => ReturnType<typeof recordSighting>
}

/** A page that shows a notice, or only these lines of it, as the portal's does. */
export function pageOf(notice: Notice, lines: readonly string[] = noticeLines(notice)): Buffer {
  const shown = lines.map(
    (line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
  )
  const mark = `data-notice="${notice.id}" data-version="${String(notice.version)}"`
  return Buffer.from(`<main ${mark}>${shown.join('\n')}</main>`)
}

/** Opens a desk whose cards are changed by the administrator of everything. */
export async function changeDesk(start = '2026-11-22T06:00:00Z'): Promise<ChangeDesk> {
  const desk = await testDesk(start)
  const { context, clock } = desk
  return {
    ...desk,
    admin: {
      kind: 'person',
      id: 'admin',
      name: { fa: 'مدیر', en: 'Administrator' },
      grants: [{ authority: '*', unit: null, role: 'authority-admin', post: null }],
      person: 'admin'
    },
    held: async (service) => {
      const card = await cardInForce(context.db, service, clock.now())
      assert.ok(card)
      return card
    },
    noticeOf: async (id) => {
      const notice = id === null ? null : await noticeById(context.db, id)
      assert.ok(notice)
      return notice
    },
    look: async (notice, more = {}) => {
      const seen = await recordSighting(context, {
        notice: notice.id,
        version: notice.version,
        vantage: 'outside',
        outside: true,
        at: clock.now(),
        page: pageOf(notice),
        ...more
      })
      await drainEffects(context)
      return seen
    }
  }
}
