import { z } from 'zod'
import { both } from './problem.ts'

/** What kind of sentence a clause is. */
export const clauseKinds = [
  'definition',
  'obligation',
  'right',
  'prohibition',
  'validity',
  'governance',
  'data-policy',
  'fee',
  'remedy'
] as const
/** A kind of clause; it says nothing of how the clause is measured. */
export type ClauseKind = (typeof clauseKinds)[number]

/** Everyone whom a clause of the two agreements binds or serves. */
export const partyCodes = [
  'provider',
  'provider_it',
  'provider_staff',
  'applicant',
  'agency',
  'all_executive_bodies',
  'competent_authority',
  'inspection_legal_office',
  'deputy',
  'committee',
  'public'
] as const
/** A party to, or named in, an agreement. */
export type PartyCode = (typeof partyCodes)[number]

/** On whose side of the two-column view a bearer stands. */
export const providerSide: ReadonlySet<PartyCode> = new Set([
  'provider',
  'provider_it',
  'provider_staff',
  'agency',
  'all_executive_bodies',
  'competent_authority',
  'inspection_legal_office',
  'deputy',
  'committee'
])

/** Ways by which a document can reach an authority; `desk`: as announced on the service desk. */
const channelCodes = ['site', 'post', 'pishkhan', 'in-person', 'desk'] as const

/** Names of the clause kinds on pages. */
export const clauseKindTitles = {
  definition: both('تعریف', 'Definition'),
  obligation: both('تکلیف', 'Obligation'),
  right: both('حق', 'Right'),
  prohibition: both('منع', 'Prohibition'),
  validity: both('اعتبار', 'Validity'),
  governance: both('حاکم بر توافق', 'Governance'),
  'data-policy': both('سیاست داده', 'Data policy'),
  fee: both('هزینه', 'Fee'),
  remedy: both('جبران', 'Remedy')
} satisfies Record<ClauseKind, { fa: string; en: string }>

export const channelSchema = z.enum(channelCodes)
