import type { Grant } from './role.ts'
import type { Hat } from './session.ts'

const isOperator = (grant: Grant) => grant.role === 'operator'

/**
 * The grants that count in a session, by the hat that was chosen. Who has only one hat wears it.
 * @param chosen - `null` where nobody chose.
 */
export function wearHat(
  grants: readonly Grant[],
  chosen: Hat | null
): { hat: Hat; hasBothHats: boolean; grants: Grant[] } {
  const isBoth = grants.some(isOperator) && !grants.every(isOperator)
  const only: Hat = grants.some(isOperator) ? 'operator' : 'staff'
  const hat = isBoth ? (chosen ?? 'staff') : only
  return {
    hat,
    hasBothHats: isBoth,
    grants: grants.filter((grant) => isOperator(grant) === (hat === 'operator'))
  }
}
