// The door of the catalogue: service cards, their versions, and finding them.
export {
  type CardDocument,
  type CardDraft,
  type CardStep,
  type Channel,
  type PromisedTime,
  type ServiceCard
} from './card.ts'
export {
  type CardVersion,
  cardInForce,
  cardNameInForce,
  cardVersion,
  listServices
} from './card-store.ts'
/** What keeps services from being given: planned outages and suspensions. */
export * as interruptions from './interruptions.ts'
export { type Interruption } from './interruption.ts'
/** What changed of a card, and what will. */
export * as announcements from './announcements.ts'
/** Holds the cards against the facts. */
export * as cardCheck from './check-cards.ts'
export { importCards } from './import-cards.ts'
export { type ImportedServices, importServices } from './import-services.ts'
export { promisedTimeText } from './promised-time.ts'
export { publishCard } from './publish-card.ts'
export { ServiceNotFoundError } from './refusals.ts'
export { searchServices } from './search-services.ts'
