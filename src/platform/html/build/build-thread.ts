import { workerData } from 'node:worker_threads'
import { stop } from 'esbuild'
import { makeAssets } from './make-assets.ts'

await makeAssets(String(workerData))
// The compiler of esbuild is a process of its own.
await stop()
