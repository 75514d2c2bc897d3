// Where the declarations of the systems are loaded from; told once, by the root of the web.

/** Gives the module of a system's folder by the system's name. */
export type Loaders = Readonly<Record<string, () => Promise<unknown>>>

let known: Loaders = {}

export const declareFrom = (found: Loaders): void => {
  known = found
}

export const loaderOf = (system: string): (() => Promise<unknown>) | undefined => known[system]
