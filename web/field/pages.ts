// Which addresses of the field open without a network.

export const cacheName = 'zhiheng-field'
const assets = ['/site.css', '/mark.svg', '/field.js']
const pages = /^(\/en|\/hant)?\/desk\/inspections(\/sheet)?$/

export const isKept = (pathname: string): boolean => assets.includes(pathname) || pages.test(pathname)

/** An address without its query: the sheet is one page, whichever sample it begins with. */
export const address = (url: string): string => {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

/** Keeps the pages of one language ahead of the time without a network; true where they are there. */
export async function keepPages(prefix: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false
  await navigator.serviceWorker.register('/field-worker.js', { scope: `${prefix}/desk` })
  const kept = await caches.open(cacheName)
  const wanted = [...assets, `${prefix}/desk/inspections`, `${prefix}/desk/inspections/sheet`]
  const there = await Promise.all(
    wanted.map(async (path) => {
      const response = await fetch(path, { credentials: 'same-origin' }).catch(() => null)
      if (response?.ok && !response.redirected) await kept.put(location.origin + path, response)
      return (await kept.match(location.origin + path, { ignoreVary: true })) !== undefined
    }),
  )
  await navigator.serviceWorker.ready
  return there.every(Boolean)
}
