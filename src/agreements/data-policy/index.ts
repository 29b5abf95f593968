// The data policy of PI-5: the rows that hold, and the one way in which a use is demanded.
export { type DemandedUse, demandUse, recordRefusal } from './demand-use.ts'
export { type PolicySource, type StandingRow, policyRow, policyTable } from './policy-table.ts'
export { type PolicyFound, tryAddresses } from './try-addresses.ts'
export { policyLabel } from './views/policy-label.ts'
export { UseRefusedError } from './refusals.ts'
