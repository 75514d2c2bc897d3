// Keeps the pages of the field for the time without a network; the network goes first, and signing out deletes them.
import { address, cacheName, isKept } from './pages.ts'

interface Fetched {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
  waitUntil(done: Promise<unknown>): void
}
interface Worker {
  addEventListener(name: 'fetch', heard: (event: Fetched) => void): void
  addEventListener(name: 'install' | 'activate', heard: (event: Fetched) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const worker = self as unknown as Worker

async function networkFirst(request: Request): Promise<Response> {
  const kept = await caches.open(cacheName)
  const key = address(request.url)
  try {
    const response = await fetch(request)
    if (response.ok && !response.redirected) await kept.put(key, response.clone())
    // Whoever is led to the way in is signed in no more: what was theirs is not shown to others.
    else if (response.type === 'opaqueredirect') await caches.delete(cacheName)
    return response
  } catch (error) {
    const known = await kept.match(key, { ignoreVary: true })
    if (known) return known
    throw error
  }
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === 'POST' && pathname.endsWith('/desk/sign-out')) event.waitUntil(caches.delete(cacheName))
  else if (request.method === 'GET' && isKept(pathname)) event.respondWith(networkFirst(request))
})
