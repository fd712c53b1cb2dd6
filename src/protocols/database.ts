import type { DBSchema, IDBPDatabase } from 'idb'

/**
 * Opens a database of this browser for each use: what is rarely needed is not kept open, and another tab may upgrade it.
 *
 * `const using = eachTime(open)`, then `await using((database) => database.get('drafts', id))`
 */
export const eachTime =
  <Schema extends DBSchema>(open: () => Promise<IDBPDatabase<Schema>>) =>
  async <T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    const database = await open()
    try {
      return await act(database)
    } finally {
      database.close()
    }
  }
