export { type Fact, type FactKind, type NewFact, factKinds } from './fact.ts'
export {
  type FactQuery,
  factsBetween,
  factsOf,
  factsWatermark,
  recordFact,
  recordFacts
} from './fact-store.ts'
