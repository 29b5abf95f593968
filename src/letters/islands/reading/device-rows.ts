const databaseName = 'peyman-letters'

/** The rows that this device keeps of mailboxes. */
export function openRows(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('rows', { keyPath: 'key' })
  })
  return wait(request)
}

/** The rows themselves, for one act on them. */
export function rowsOf(database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return database.transaction('rows', mode).objectStore('rows')
}

/** What a request of the database comes to. */
export function wait<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result)
    })
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('the local index'))
    })
  })
}
