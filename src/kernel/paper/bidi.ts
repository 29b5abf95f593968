import bidiFactory, { type Bidi } from 'bidi-js'

// The types of the library tell of a module what is a function.
const factory: unknown = bidiFactory

/** The Unicode bidirectional algorithm. */
export const bidi: Bidi = (factory as () => Bidi)()
