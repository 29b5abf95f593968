import { type ServiceCard } from '../../catalogue/index.ts'
import { schemaHash } from '../../kernel/forms/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { authorityById } from '../../people/index.ts'
import type { Bilingual, Context } from '../../platform/index.ts'
import { isSealed, receivingUnit } from './sealed-form.ts'
import { hashOfKey, sealingKey } from './unit-key.ts'

/** What a page of a sealed service needs: to whom is sealed, and how a browser proves that key. */
export interface Sealing {
  readonly unit: Bilingual
  /** Owner in the key directory. */
  readonly owner: string
  /** Hash of the key as this server has it; `null` while the unit has none. What counts is what the log proves. */
  readonly recipientKey: string | null
  /** Text of the log policy. */
  readonly policy: string
  /** Host of this installation, as the names of its keys begin. */
  readonly host: string
  readonly service: string
  /** `18051002@1`. */
  readonly card: string
  readonly schema: string
}

/** What pages of a service need for sealing; `null` where it is not sealed. */
export async function sealingFor(
  context: Context,
  of: { readonly card: ServiceCard; readonly cardVersion: string }
): Promise<Sealing | null> {
  const { card, cardVersion } = of
  if (!isSealed(card)) return null
  const key = await sealingKey(context.db, card, context.clock.now())
  const unit = receivingUnit(card)
  return {
    unit: await unitTitle(context, card),
    owner: `unit:${card.authority}/${unit}`,
    recipientKey: key === null ? null : hashOfKey(key.recipient),
    policy: await publicLog.policyOf(context),
    host: new URL(context.config.origin).host,
    service: card.code,
    card: cardVersion,
    schema: schemaHash(card.form)
  }
}

/** What the unit that receives applications of a card is called. */
export async function unitTitle({ db }: Context, card: ServiceCard): Promise<Bilingual> {
  const unit = receivingUnit(card)
  const authority = await authorityById(db, card.authority)
  return authority?.units.find(({ id }) => id === unit)?.title ?? { fa: unit, en: unit }
}
