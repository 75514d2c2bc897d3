// What the device keeps of the field (IndexedDB): sheets until they are accepted, and the one that is being filled in.

export interface KeptFile {
  readonly field: string
  readonly name: string
  readonly blob: Blob
  /** By which the server knows it, once it was taken. */
  readonly hash?: string
  /** Until when it waits there for its act. */
  readonly ends?: string
}

export interface Wrong {
  readonly field: string
  readonly text: string
  readonly remedy: string
}

export interface Refused {
  readonly code: string
  readonly basis: string | null
  readonly wrong: readonly Wrong[]
}

export interface Sheet {
  /** Made here: the key under which the sheet is taken once, however often it is sent. */
  readonly id: string
  readonly visitKey: string
  readonly account: string
  readonly sample: string
  readonly label: string
  readonly answers: Readonly<Record<string, string>>
  readonly files: readonly KeptFile[]
  /** When the form was begun and when it was done, by the clock of the device. */
  readonly begun: string
  readonly done: string
  /** By how much that clock was wrong when the server was first reached. */
  readonly skew?: number
  readonly reason?: string
  /** Sent under the day of sending; the day of sampling stands in the sheet. */
  readonly asOfNow?: boolean
  readonly refused: Refused | null
}

export interface Draft {
  readonly account: string
  readonly begun: string
  readonly values: Readonly<Record<string, string>>
}

const name = 'zhiheng-field'

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('sheets', { keyPath: 'id' })
      asked.result.createObjectStore('drafts', { keyPath: 'account' })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

async function inStore<T>(store: 'sheets' | 'drafts', mode: IDBTransactionMode, ask: (at: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode)
      const asked = ask(transaction.objectStore(store))
      // Told only when it lies there durably.
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Sheets of one account; those of others stay unseen. */
export async function sheetsOf(account: string): Promise<readonly Sheet[]> {
  const all = (await inStore('sheets', 'readonly', (at) => at.getAll())) as Sheet[]
  return all.filter((sheet) => sheet.account === account)
}

export const sheetOf = (id: string): Promise<Sheet | undefined> =>
  inStore('sheets', 'readonly', (at) => at.get(id) as IDBRequest<Sheet | undefined>)
export const keep = (sheet: Sheet): Promise<unknown> => inStore('sheets', 'readwrite', (at) => at.put(sheet))
export const forget = (id: string): Promise<unknown> => inStore('sheets', 'readwrite', (at) => at.delete(id))
export const draftOf = (account: string): Promise<Draft | undefined> =>
  inStore('drafts', 'readonly', (at) => at.get(account) as IDBRequest<Draft | undefined>)
export const keepDraft = (draft: Draft): Promise<unknown> => inStore('drafts', 'readwrite', (at) => at.put(draft))
export const forgetDraft = (account: string): Promise<unknown> => inStore('drafts', 'readwrite', (at) => at.delete(account))
