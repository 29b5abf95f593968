import { createHash } from 'node:crypto'
import { cleanPhoto } from '../../kernel/photo/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { type Actor, authorityById, demand, keys } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  type FieldProblem,
  InvalidInputError,
  NotFoundError,
  inTransaction,
  withScope
} from '../../platform/index.ts'
import { type Logo, deskLengthMax, logoBytesMax, logoSideMax, noteLengthMax } from './branding.ts'
import { brandings, saveBranding } from './branding-store.ts'
import { type TypedColours, checkColours } from './check-colours.ts'
import { isSoundWebp } from './check-webp.ts'
import { isWholePng } from './decode-png.ts'

/** How an authority is to look, as typed. */
export interface TypedBranding {
  readonly authority: string
  readonly colours: TypedColours
  readonly desk: Bilingual
  readonly note: Bilingual
  /** The file as sent; `null` where there is none, or it was too large to be read. */
  readonly logo: { readonly bytes: Uint8Array | null } | null
  readonly removesLogo: boolean
}

/**
 * Changes how an authority looks: colours on which everybody can read, short words, and a picture that
 * is one by its bytes, whatever its name says.
 * @throws {NotAllowedError} Unless the actor is the operator of the platform.
 * @throws {NotFoundError} If there is no such authority.
 * @throws {InvalidInputError} With everything that is not right.
 */
export function changeBranding(
  context: Context,
  actor: Actor,
  typed: TypedBranding
): Promise<void> {
  // The operator sets up the look of a body that is not theirs.
  return withScope('system', () => changeWithin(context, actor, typed))
}

async function changeWithin(context: Context, actor: Actor, typed: TypedBranding): Promise<void> {
  demand(actor, { authority: '*', role: 'operator' })
  const { authority } = typed
  if ((await authorityById(context.db, authority)) === null) throw new NotFoundError()
  const problems: FieldProblem[] = []
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      problems.push(...error.fields)
      return null
    }
  }
  const colours = attempt(() => checkColours(typed.colours))
  const desk = attempt(() => bothOrNone('desk', typed.desk, deskLengthMax))
  const note = attempt(() => bothOrNone('note', typed.note, noteLengthMax))
  const picture = attempt(() => checkLogo(typed.logo))
  if (problems.length > 0) throw new InvalidInputError(problems)
  const at = context.clock.now()
  const logo = picture ?? (typed.removesLogo ? null : 'kept')
  await inTransaction(context.db, async (tx) => {
    await saveBranding(tx, { authority, colours, desk, note, logo, at, by: actor.id })
    const logoSha256 = (await brandings(tx)).get(authority)?.logo?.sha256 ?? null
    await recordFact(tx, {
      owner: authority,
      authority,
      kind: 'branding.changed',
      subject: authority,
      at,
      actor: actor.id,
      body: {
        colours: colours && { light: { ...colours.light }, dark: { ...colours.dark } },
        desk: desk && { ...desk },
        note: note && { ...note },
        logoSha256
      }
    })
  })
}

/** Words in both languages, or none. */
function bothOrNone(field: string, typed: Bilingual, lengthMax: number): Bilingual | null {
  const words = { fa: typed.fa.trim(), en: typed.en.trim() }
  if (words.fa === '' && words.en === '') return null
  const problems = (['fa', 'en'] as const).flatMap((lang): FieldProblem[] => {
    const pointer = `/${field}/${lang}`
    if (words[lang] === '') return [{ pointer, code: 'branding/words', text: bothText }]
    const fault = keys.refuseDisguisedName(words[lang], lengthMax)
    return fault === null ? [] : [{ pointer, code: fault.code, text: fault.text }]
  })
  if (problems.length > 0) throw new InvalidInputError(problems)
  return words
}

function checkLogo(sent: TypedBranding['logo']): (Logo & { bytes: Uint8Array }) | null {
  if (sent === null) return null
  const { bytes } = sent
  if (bytes === null || bytes.length > logoBytesMax) throw new InvalidInputError([tooLarge])
  const cleaned = cleanPhoto(bytes)
  if (!cleaned.ok) throw new InvalidInputError([noPicture])
  const { type, bytes: clean, width, height } = cleaned.photo
  if (type === 'image/jpeg') throw new InvalidInputError([noPicture])
  if (Math.max(width, height) > logoSideMax) throw new InvalidInputError([tooLarge])
  // What a browser could not draw must not stand on every page of a body.
  const isWhole = type === 'image/png' ? isWholePng(clean) : isSoundWebp(clean)
  if (!isWhole) throw new InvalidInputError([noPicture])
  return { type, bytes: clean, sha256: createHash('sha256').update(clean).digest('hex') }
}

const bothText = {
  fa: 'این را به هر دو زبان بنویسید، یا به هیچ یک.',
  en: 'Write this in both languages, or in neither.'
}
const tooLarge: FieldProblem = {
  pointer: '/logo',
  code: 'branding/logo-size',
  text: {
    fa: 'نشان حداکثر ۱۰۰ کیلوبایت و ۱۰۲۴ نقطه در هر سو است.',
    en: 'A logo is at most 100 kB, and 1024 pixels a side.'
  }
}
const noPicture: FieldProblem = {
  pointer: '/logo',
  code: 'branding/logo-type',
  text: {
    fa: 'نشان باید فایل درست PNG یا WebP باشد.',
    en: 'The logo is not a sound PNG or WebP file.'
  }
}
