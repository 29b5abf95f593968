/** How a thing stands to the actors: they are at `sko`, in the unit `citizen-services`. */
export type Relation = 'own unit' | 'another unit' | 'another authority' | 'another person'

/** A thing that is somebody else's, with a word in it that must not be seen. */
export interface Target {
  readonly kind: string
  readonly relation: Relation
  readonly id: string
  readonly canary: string
  /** Other parameters that lead to it. */
  readonly more: Readonly<Record<string, string>>
  /** Everybody may read it, and only its own staff change it. */
  readonly published?: boolean
}
