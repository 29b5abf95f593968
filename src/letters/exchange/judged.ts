import { Refusal } from '../../platform/index.ts'

/** What came of one among many: it, or why it was refused. What is a fault of ours is thrown as ever. */
export type Judged<T> = T | Refusal

/** Judges one among many. */
export function judged<T>(judge: () => T): Judged<T> {
  try {
    return judge()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** The same, where judging has to wait for something. */
export async function judgedLater<T>(judge: () => Promise<T>): Promise<Judged<T>> {
  try {
    return await judge()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** What came of one, where there is only one. @throws {Refusal} If it was refused. */
export function demandRight<T>(outcome: Judged<T> | undefined): T {
  if (outcome instanceof Refusal) throw outcome
  if (outcome === undefined) throw new Error('one was asked for and none was answered')
  return outcome
}
