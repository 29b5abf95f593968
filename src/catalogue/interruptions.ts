// What keeps services from being given: written by the slice of outages, read wherever a service is shown
// or applied for.
export {
  type Interruption,
  type InterruptionKind,
  closes,
  concerns,
  interruptionKinds,
  isUnderWay
} from './interruption.ts'
export {
  allInterruptions,
  interruptionsOf,
  interruptionsOfService,
  putInterruption,
  removeInterruption
} from './interruption-store.ts'
export { interruptionLines, interruptionNote } from './views/interruption-note.ts'
