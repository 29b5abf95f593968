// Builds the style sheet and the islands now, as the server does at its start.
import { buildAssets } from '../src/platform/html/build-assets.ts'

const { manifest } = await buildAssets()
process.stdout.write(`${JSON.stringify(manifest, null, 1)}\n`)
