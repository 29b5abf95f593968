import type { Bilingual, Context } from '../../platform/index.ts'
import { listAuthorities } from '../authority-store.ts'

/** What something was handed on to is called: the unit of a body, or another body. */
export type ReceiverName = (authority: string, to: string) => Bilingual

/** What a unit is called, or the other body that something was to be handed on to. */
export async function receiverNames({ db }: Context): Promise<ReceiverName> {
  const authorities = await listAuthorities(db)
  const bodies = new Map(authorities.map(({ id, title }) => [id, title]))
  const units = new Map(
    authorities.flatMap(({ id, units: own }) =>
      own.map((unit) => [`${id}/${unit.id}`, unit.title] as const)
    )
  )
  return (authority, to) => units.get(`${authority}/${to}`) ?? bodies.get(to) ?? { fa: to, en: to }
}
