import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import type { PersonalDataHolder } from './holder.ts'
import { myDataApi } from './routes/api.ts'
import { personalDataDeskApi } from './routes/api-desk.ts'
import { personalDataDesk } from './routes/desk.ts'
import { myDataPages } from './routes/my-data.ts'

/** Pages and operations on data of persons, over the holders of all slices. */
export function personalDataRoutes(
  app: Server,
  context: Context,
  holders: readonly PersonalDataHolder[]
): void {
  myDataPages(app, context, holders)
  myDataApi(app, context, holders)
  personalDataDesk(app, context, holders)
  personalDataDeskApi(app, context, holders)
}
