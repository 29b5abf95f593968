// The scripts that open letters, by their digests in the public log.
export { publishReaderCode } from './publish-reader-code.ts'
export { readerScripts } from './reader-scripts.ts'
export { readerCodeRoutes } from './routes.ts'
