/**
 * Files that people attach: what they are by their bytes, and what they may be called. Pure and
 * browser-safe: the applicant's browser, the server and the receiving unit judge alike.
 */
export {
  type ExpectedFile,
  type FileFault,
  type FileFormat,
  type JudgedFile,
  detectFormat,
  endBytes,
  fileFormats,
  formatOfExtension,
  formatOfName,
  hasEnd,
  judgeFile,
  mediaTypes
} from './file-format.ts'
export { cleanFileName, savedName } from './file-name.ts'
export { piecesOf } from './pieces-of.ts'
export { type ZipEntry, type ZipMethod, packedPart, zipEntries } from './zip.ts'
