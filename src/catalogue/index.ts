// The door of the catalogue: service cards, their versions, and finding them.
export type {
  CardDocument,
  CardDraft,
  CardStep,
  Channel,
  PromisedTime,
  ServiceCard
} from './card.ts'
export { type CardVersion, cardInForce, cardVersion, listServices } from './card-store.ts'
export { ImportRefusedError } from './import-refusals.ts'
export { type ImportedServices, importServices } from './import-services.ts'
export { importCards } from './import-cards.ts'
export { promisedTimeText } from './promised-time.ts'
export { publishCard } from './publish-card.ts'
export { ServiceNotFoundError } from './refusals.ts'
export { searchServices } from './search-services.ts'
