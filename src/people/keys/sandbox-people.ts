import { type Bilingual, type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { saveHolding } from '../authority-store.ts'
import { demonstrationId } from '../demonstration.ts'
import { giveGrant } from '../give-grant.ts'
import type { PersonKind } from '../person.ts'
import { insertPerson } from '../person-store.ts'
import type { Role } from '../role.ts'
import { InventedOnlyError } from './refusals.ts'
import { sandboxAuthority } from './sandbox-authority.ts'

/** Somebody invented, as whom a program acts in the sandbox. */
export interface SandboxPerson {
  /** What the header `Sandbox-Person` says. */
  readonly key: string
  readonly id: string
  readonly kind: PersonKind
  readonly name: Bilingual
  readonly role: Role | null
  readonly unit: string | null
  readonly post: string | null
}

const person = (
  key: string,
  name: Bilingual,
  more: Partial<Pick<SandboxPerson, 'kind' | 'role' | 'unit' | 'post'>> = {}
): SandboxPerson => ({
  key,
  id: demonstrationId(`sandbox ${key}`),
  kind: 'person',
  name,
  role: null,
  unit: null,
  post: null,
  ...more
})

/**
 * The people of the sandbox, the same in every installation: without identifiers and without addresses,
 * so that none of them can be taken for anybody, and nothing is ever sent to them.
 */
export const sandboxPeople: readonly SandboxPerson[] = [
  person('applicant', { fa: 'متقاضی آزمایشی', en: 'Sandbox Applicant' }),
  person('other-applicant', { fa: 'متقاضی آزمایشی دوم', en: 'Second Sandbox Applicant' }),
  person('clerk', { fa: 'متصدی آزمایشی', en: 'Sandbox Clerk' }, { role: 'clerk', unit: 'desk' }),
  person(
    'officer',
    { fa: 'کارشناس آزمایشی', en: 'Sandbox Officer' },
    { role: 'officer', unit: 'desk', post: 'officer' }
  ),
  person(
    'approver',
    { fa: 'مدیر آزمایشی', en: 'Sandbox Director' },
    { role: 'approver', unit: 'desk', post: 'director' }
  ),
  person('it-manager', { fa: 'مدیر فناوری آزمایشی', en: 'Sandbox IT Manager' }, it()),
  person('other-it-manager', { fa: 'مدیر فناوری دوم', en: 'Second Sandbox IT Manager' }, it()),
  person(
    'admin',
    { fa: 'مدیر سامانه آزمایشی', en: 'Sandbox Administrator' },
    { role: 'authority-admin' }
  )
]

function it() {
  return { role: 'it-manager', unit: null } as const
}

const ids = new Set(sandboxPeople.map(({ id }) => id))

/** Whether a person is one of the sandbox. */
export function isSandboxPerson(id: string): boolean {
  return ids.has(id)
}

// Before the first day of any replayed year.
const beforeEverything = Temporal.Instant.from('2023-07-23T03:30:00Z')
const actor = 'system:sandbox'

/** Writes the people of the sandbox and what they may do there; a second time it changes nothing. */
export async function seedSandbox(context: Context): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    for (const one of sandboxPeople) await seedPerson(tx, one)
  })
}

async function seedPerson(tx: Tx, one: SandboxPerson): Promise<void> {
  const { id, key, kind, name, role, unit, post } = one
  const from = beforeEverything
  const nothing = {
    nationalId: null,
    legalId: null,
    foreignerCode: null,
    mobile: null,
    email: null
  }
  await insertPerson(tx, { id, kind, name, ...nothing, createdAt: from })
  if (role === null) return
  const authority = sandboxAuthority
  const grant = { authority, unit, role, post, person: id, from, givenBy: actor }
  await giveGrant(tx, { ...grant, id: demonstrationId(`sandbox ${key} is ${role}`) })
  if (post === null) return
  const day = Temporal.PlainDate.from('2023-07-23')
  const holding = { id: demonstrationId(`sandbox ${key} holds ${post}`), authority, post }
  await saveHolding(tx, { ...holding, person: id, name, from: day, to: null })
}

/**
 * Keeps the sandbox apart: its people apply there only, and nobody else does.
 * @param applicant - `null` for somebody who is written down anew.
 * @throws {InventedOnlyError}
 */
export function demandSameWorld(authority: string, applicant: string | null): void {
  const isInvented = applicant !== null && isSandboxPerson(applicant)
  if ((authority === sandboxAuthority) !== isInvented) throw new InventedOnlyError()
}

/**
 * Keeps invented people out of what people do for each other: whoever acts as them is a program.
 * @throws {InventedOnlyError}
 */
export function refuseInvented(...people: readonly string[]): void {
  if (people.some(isSandboxPerson)) throw new InventedOnlyError()
}
