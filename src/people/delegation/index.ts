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
export { type ActFor, delegationsFor, delegationsTo, mayAct } from './may-act.ts'
export { type NewDelegation, recordDelegation } from './record-delegation.ts'
