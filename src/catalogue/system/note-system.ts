import { recordFact } from '../../ledger/index.ts'
import { type NoticeText, publishNotice } from '../../notices/index.ts'
import { type Authority, listAuthorities } from '../../people/index.ts'
import { type Context, type Db, type Tx, inTransaction } from '../../platform/index.ts'
import { systemTexts } from '../messages-system.ts'
import { programVersion } from '../../platform/program-version.ts'
import { type SystemVersion, insertSystemVersion, lastSystemVersion } from './system-store.ts'

const noted = new WeakSet<Db>()

/**
 * {@link noteSystem} once in the life of a process: while a new program takes the place of an old one, the
 * old one must not tell of itself as a change.
 */
export async function noteOwnSystem(context: Context): Promise<void> {
  if (noted.has(context.db)) return
  await noteSystem(context, await programVersion())
  noted.add(context.db)
}

/**
 * Notes which program runs. Another one than before is a change of the system (PI-4.1.6): every authority
 * gives notice of it, with the fact `system.changed`. The first program changes nothing.
 * @returns Whether the program was another one.
 */
export async function noteSystem(context: Context, version: string): Promise<boolean> {
  const since = context.clock.now()
  const isChanged = await inTransaction(context.db, async (tx) => {
    const last = await lastSystemVersion(tx)
    if (last?.version === version) return false
    const next = { number: (last?.number ?? 0) + 1, version, since }
    if (!(await insertSystemVersion(tx, next)) || last === null) return false
    for (const authority of await listAuthorities(tx)) await announce(tx, authority, [last, next])
    return true
  })
  if (isChanged) context.nudge()
  return isChanged
}

type Change = readonly [from: SystemVersion, to: SystemVersion]

const actor = 'system:catalogue.system'

async function announce(tx: Tx, authority: Authority, [from, to]: Change): Promise<void> {
  const { id: notice } = await publishNotice(tx, noticeOf(authority, [from, to]), {
    actor,
    at: to.since
  })
  await recordFact(tx, {
    owner: authority.id,
    authority: authority.id,
    kind: 'system.changed',
    subject: to.version,
    at: to.since,
    actor,
    body: { from: from.version, to: to.version, notice }
  })
}

function noticeOf(authority: Authority, [from, to]: Change): NoticeText {
  const { title, body, meaning } = systemTexts.entries
  return {
    authority: authority.id,
    kind: 'change',
    changes: ['system'],
    services: [],
    title: { fa: title.fa(numberOf(to)), en: title.en(numberOf(to)) },
    body: {
      fa: [body.fa(from.version, to.version), meaning.fa].join('\n\n'),
      en: [body.en(from.version, to.version), meaning.en].join('\n\n')
    },
    about: { kind: 'system', id: to.version },
    effectiveAt: to.since,
    bannerUntil: null
  }
}

/** `0.1.0` of `0.1.0+4f1c0a9be27d`. */
function numberOf({ version }: SystemVersion): string {
  return version.split('+')[0] ?? version
}
