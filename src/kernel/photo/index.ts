export { type CleanPhoto, type PhotoFault, cleanPhoto } from './clean-photo.ts'
