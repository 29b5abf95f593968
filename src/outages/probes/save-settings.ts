import { type Actor, demand } from '../../people/index.ts'
import { type Context, InvalidInputError, inTransaction } from '../../platform/index.ts'
import { limitProblems } from './add-target.ts'
import { type ProbeSettings, settingLimits } from './settings.ts'
import { saveSettings } from './settings-store.ts'
import { markAllDirty } from './watch-store.ts'

/**
 * Changes how an authority watches. What is read from now on is read so; what was found stays.
 * @throws {InvalidInputError} With every setting that is not within its limits.
 */
export async function changeSettings(
  context: Context,
  actor: Actor,
  { authority, ...settings }: ProbeSettings & { readonly authority: string }
): Promise<void> {
  demand(actor, { authority, role: 'it-manager' })
  const names = Object.keys(settingLimits) as (keyof ProbeSettings)[]
  const problems = names.flatMap((name) => limitProblems(name, settings[name]))
  if (problems.length > 0) throw new InvalidInputError(problems)
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    await saveSettings(tx, authority, { settings, at, by: actor.id })
    await markAllDirty(tx, authority, at)
  })
}
