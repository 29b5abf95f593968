// Documents by drag, camera or file: sent in pieces, resumed after a broken line.
import { startUploads } from './parts/upload-slots.ts'

startUploads()
