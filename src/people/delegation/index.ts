// Who acts for whom: under their own name, for what was named, until a day, revocable at once.
export {
  type ActPlace,
  type DelegatedAct,
  type Delegation,
  type DelegationKind,
  type DelegationScope,
  delegatedActs,
  delegationKinds
} from './delegation.ts'
export { delegatesOf, delegationsGiven, endDelegation } from './delegation-store.ts'
export { actWord, kindWord } from './messages-words.ts'
export {
  type ActFor,
  delegationsFor,
  delegationsTo,
  mayAct,
  personsToActFor,
  refuseSuspended
} from './may-act.ts'
export { type NewDelegation, recordDelegation } from './record-delegation.ts'
export { nameServices } from './service-names.ts'
export { DelegationEndedError } from './refusals.ts'
export { holdDelegation, recordDelegationUse } from './use-delegation.ts'
