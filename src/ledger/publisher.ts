import { type NodeReader, readNodesFromTiles } from '../kernel/tlog/index.ts'
import type { Context, Db } from '../platform/index.ts'
import { readWitnessLines } from './log-policy.ts'
import { PublishedFiles } from './published-files.ts'
import { serverPrimitives } from './server-primitives.ts'
import { SignerClient } from './signer-client.ts'
import { readTiles } from './tile-store.ts'

/** What publishing needs beside the database. */
export interface Publisher {
  readonly signer: SignerClient
  readonly files: PublishedFiles
  /** The lines of the policy that name the witnesses; empty: none are asked. */
  readonly witnessLines: string
  /** Sizes that witnesses cosigned last, by witness and origin; forgotten with the process. */
  readonly witnesses: Map<string, number>
  /** Which witnesses were last asked for the published checkpoint of a shard, and when. */
  readonly asked: Map<string, { readonly lines: string; readonly at: Temporal.Instant }>
}

/** What an installation publishes with, its witnesses as they are named now. */
export async function publisherOf(context: Context): Promise<Publisher> {
  const { dataFolder } = context.config
  return {
    signer: new SignerClient(dataFolder),
    files: new PublishedFiles(dataFolder),
    witnessLines: await readWitnessLines(dataFolder),
    witnesses: new Map(),
    asked: new Map()
  }
}

/** Nodes of a shard as it was at a size, from its tiles. */
export function nodesOf(db: Db, { log, size }: { log: string; size: number }): NodeReader {
  return readNodesFromTiles(size, (tiles) => readTiles(db, log, tiles), serverPrimitives)
}
