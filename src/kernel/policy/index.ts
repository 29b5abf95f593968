/**
 * The data policy of PI-5 as code: rows of six attributes, and the decision whether a use is allowed.
 * Pure. Rules: docs/specs/data-policy.md.
 */
export {
  type PolicyAction,
  type Relation,
  type Use,
  type UseDecision,
  type UseReason,
  decideUse,
  policyActions,
  relations
} from './decide-use.ts'
export { defaultRows } from './default-rows.ts'
export { type PolicyCell, readCell, readRow } from './read-cell.ts'
export {
  type DataType,
  type PolicyAttribute,
  type PolicyRow,
  isAsStrictAs,
  policyAttributes,
  policyTypes,
  policyValues
} from './row.ts'
export { attributeNames, dataTypeNames, policyWords, reasonTexts } from './words.ts'
