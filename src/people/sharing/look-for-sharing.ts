import { z } from 'zod'
import { recordFact } from '../../ledger/index.ts'
import { type OutboxHandlers, type Tx, newId } from '../../platform/index.ts'
import { listAuthorities } from '../authority-store.ts'
import { tellPerson } from '../contact/index.ts'
import { messages } from './messages.ts'
import {
  type Sight,
  type Sign,
  accountsOnDevice,
  insertSign,
  isCounterDevice,
  saveSight,
  sightsOf
} from './sharing-store.ts'

/** Two sessions used within this are used at the same time. */
export const togetherSeconds = 600
/** So many accounts on one device within {@link accountsDays} days are many. */
export const accountsMany = 5
/** See {@link accountsMany}. */
export const accountsDays = 30

const sight = z.object({
  person: z.string(),
  session: z.string(),
  device: z.string().nullable(),
  network: z.string(),
  begunBy: z.string(),
  at: z.string()
})
type Noted = z.infer<typeof sight>

/**
 * Looks at each noted use of a session for signs of a shared account. A sign is recorded, and told to the
 * person, who can explain it; it ends no session and refuses nothing.
 */
export const lookForSharing: OutboxHandlers[string] = async (_context, tx, noted) => {
  for (const { payload } of noted) {
    const one = sight.parse(payload)
    const at = Temporal.Instant.from(one.at)
    await saveSight(tx, one, at)
    await lookForTwoPlaces(tx, one, at)
    await lookForManyAccounts(tx, one, at)
  }
}

/** Another session of the person, on another device and in another network, in the same minutes. */
async function lookForTwoPlaces(tx: Tx, one: Noted, at: Temporal.Instant): Promise<void> {
  const recent = await sightsOf(tx, one.person, at.subtract({ seconds: togetherSeconds }))
  const other = recent.find(
    (each) =>
      each.session !== one.session && each.network !== one.network && isOtherDevice(each, one)
  )
  if (other === undefined) return
  const devices = [one.device ?? one.session, other.device ?? other.session].toSorted()
  const networks = [other.network, one.network].toSorted()
  const found = { kind: 'two-places' as const, networks, accounts: null }
  await suspect(tx, { ...found, person: one.person, key: `two-places ${devices.join(' ')}` }, at)
}

function isOtherDevice(other: Sight, one: Noted): boolean {
  return other.device === null || one.device === null || other.device !== one.device
}

/** One device with many accounts, unless it is a counter's, or people only try the demonstration. */
async function lookForManyAccounts(tx: Tx, one: Noted, at: Temporal.Instant): Promise<void> {
  if (one.device === null || one.begunBy === 'demonstration') return
  const accounts = await accountsOnDevice(tx, one.device, at.subtract({ hours: 24 * accountsDays }))
  if (accounts < accountsMany || (await isCounterDevice(tx, one.device))) return
  const found = { kind: 'many-accounts' as const, networks: [], accounts }
  await suspect(tx, { ...found, person: one.person, key: `many-accounts ${one.device}` }, at)
}

async function suspect(
  tx: Tx,
  found: Pick<Sign, 'kind' | 'person' | 'networks' | 'accounts'> & { readonly key: string },
  at: Temporal.Instant
): Promise<void> {
  const { key, ...rest } = found
  const id = newId(at)
  const sign = { ...rest, id, foundAt: at, explainedAt: null, explanation: null }
  if (!(await insertSign(tx, sign, key))) return
  const { person, kind } = found
  await recordOfSign(tx, { kind: 'sharing.suspected', sign: id, of: kind, person, at })
  const t = messages.entries
  const text = kind === 'two-places' ? t.toldTwoPlaces : t.toldManyAccounts
  await tellPerson(tx, { person, kind: 'sharing', subject: t.toldSubject, text }, at)
}

/**
 * Records a fact of a sign, once for each body: how carefully accounts are kept is a clause of the
 * agreement of each of them, and a measure reads the facts of one body.
 */
export async function recordOfSign(
  tx: Tx,
  fact: {
    readonly kind: 'sharing.suspected' | 'sharing.explained'
    readonly sign: string
    readonly of: string
    readonly person: string
    readonly at: Temporal.Instant
  }
): Promise<void> {
  const { kind, sign: id, of, person, at } = fact
  for (const { id: authority } of await listAuthorities(tx)) {
    await recordFact(tx, {
      owner: person,
      authority,
      kind,
      subject: id,
      at,
      actor: kind === 'sharing.explained' ? person : 'system:people.sharing',
      body: { sign: id, kind: of, ...(kind === 'sharing.suspected' ? { told: true } : {}) }
    })
  }
}
